using System.Threading.Channels;

namespace CallControl.Testing.Emulation;

/// <summary>
/// The sound of one leg: what its person says and hears, 20 ms of 8 kHz at a time. The clock runs while there is a part or a listener;
/// an idle leg has no timer. All but <see cref="Play"/>, <see cref="StopPlaying"/> and the listeners is called under the account's lock.
/// </summary>
internal sealed class LegAudio(TimeProvider time, Lock gate)
{
    public const int SampleRate = 8000;
    public const int FrameSamples = 160;

    /// <summary>How many frames a listener may lag behind: a minute.</summary>
    public const int ListenerFrames = 3000;

    private const int ToneHertz = 400;
    private const double ToneAmplitude = 8000;

    /// <summary>How much may lie between two legs' clocks, either of which may stall: five seconds.</summary>
    private const int MaxFromAfar = 5 * SampleRate;

    /// <summary>Timers may fire a little early; what is nearly over counts as over, so that frames come evenly.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(2);

    private static readonly short[] Tone = [.. Enumerable.Range(0, FrameSamples).Select(static sample =>
        (short)Math.Round(ToneAmplitude * Math.Sin(2 * Math.PI * ToneHertz * sample / SampleRate)))];

    private readonly SampleQueue _voice = new();
    private readonly SampleQueue _fromAfar = new();
    private IAudioPart[] _parts = [];
    private Channel<short[]>[] _listeners = [];
    private int _sounds;
    private ITimer? _timer;
    private long _started;
    private long _frames;
    private bool _ended;

    public static TimeSpan Frame { get; } = TimeSpan.FromMilliseconds(20);

    public static void Mix(Span<short> room, ReadOnlySpan<short> more)
    {
        for (var i = 0; i < more.Length; i++)
            room[i] = (short)Math.Clamp(room[i] + more[i], short.MinValue, short.MaxValue);
    }

    public void Play(ReadOnlySpan<short> samples)
    {
        lock (gate)
        {
            if (!_ended)
                _voice.Add(samples);
        }
    }

    public void StopPlaying()
    {
        lock (gate)
            _voice.Clear();
    }

    public Channel<short[]> Listen()
    {
        var listener = Channel.CreateBounded<short[]>(new BoundedChannelOptions(ListenerFrames) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            if (_ended)
            {
                listener.Writer.Complete();
                return listener;
            }

            _listeners = [.. _listeners, listener];
            Run();
        }

        return listener;
    }

    public void StopListening(Channel<short[]> listener)
    {
        lock (gate)
        {
            _listeners = [.. _listeners.Where(other => other != listener)];
            Run();
        }
    }

    public void Attach(IAudioPart part)
    {
        if (_ended)
            return;
        _parts = [.. _parts, part];
        Run();
    }

    public void Detach(IAudioPart part)
    {
        _parts = [.. _parts.Where(other => other != part)];
        Run();
    }

    /// <summary>A playback or speech is heard from now on.</summary>
    public void StartSound() => _sounds++;

    public void StopSound() => _sounds--;

    /// <summary>Hears a frame that comes from a stream of the other leg, if anybody listens here.</summary>
    public void Hear(ReadOnlySpan<short> frame)
    {
        if (_timer is null)
            return;
        if (_fromAfar.Count >= MaxFromAfar)
            _fromAfar.Clear();
        _fromAfar.Add(frame);
    }

    public void End()
    {
        _ended = true;
        foreach (var listener in _listeners)
            listener.Writer.TryComplete();
        (_parts, _listeners) = ([], []);
        _voice.Clear();
        Run();
    }

    /// <summary>Starts the clock when it is needed, and stops it when it is not.</summary>
    private void Run()
    {
        var isNeeded = _parts.Length + _listeners.Length > 0;
        if (isNeeded && _timer is null)
        {
            _frames = 0;
            _started = time.GetTimestamp();
            _timer = time.CreateTimer(static state => ((LegAudio)state!).Tick(), this, Frame, Frame);
        }
        else if (!isNeeded && _timer is { } timer)
        {
            _timer = null;
            _fromAfar.Clear();
            timer.Dispose();
        }
    }

    /// <summary>Makes up for ticks that came late: the number of frames follows the clock.</summary>
    private void Tick()
    {
        lock (gate)
        {
            if (_timer is not { } timer)
                return;
            var due = (time.GetElapsedTime(_started) + Early).Ticks / Frame.Ticks;
            for (; _frames < due && _timer == timer; _frames++)
                MakeFrame();
        }
    }

    private void MakeFrame()
    {
        Span<short> said = stackalloc short[FrameSamples];
        Span<short> heard = stackalloc short[FrameSamples];
        said.Clear();
        heard.Clear();
        _voice.Take(said);
        _fromAfar.Take(heard);
        if (_sounds > 0)
            Mix(heard, Tone);
        foreach (var part in _parts)
            part.Play(heard);
        foreach (var part in _parts)
            part.Take(said, heard);
        foreach (var listener in _listeners)
            listener.Writer.TryWrite(heard.ToArray());
    }
}
