using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Plays items one after the other, as often as asked. Unverified: that <c>playing</c> is told again after a pause, that a file not found
/// ends the whole in <c>error</c> when its turn comes, and that playbacks of several ids sound together.
/// </summary>
internal sealed class PlayOperation : LegOperation
{
    public const string Name = "play";

    private readonly IReadOnlyList<PlayItem> _items;
    private readonly int? _timesOrForever;
    private LockedTimer? _timer;
    private Action? _next;
    private DateTimeOffset _since;
    private TimeSpan _left;
    private int _index;
    private int _round;
    private bool _isSounding;

    private PlayOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, IReadOnlyList<PlayItem> items, int? timesOrForever)
        : base(leg, Name, controlId, statusUrl)
    {
        _items = items;
        _timesOrForever = timesOrForever;
    }

    public bool IsPaused { get; private set; }

    /// <summary>Starts playing; what is over at once has told so when this returns.</summary>
    public static void Start(
        SignalWireLeg leg, string controlId, Uri? statusUrl, IReadOnlyList<PlayItem> items, int? timesOrForever, Action<string>? ended = null)
    {
        var play = new PlayOperation(leg, controlId, statusUrl, items, timesOrForever) { Ended = ended };
        leg.Operations.Add(play);
        play.Wait(leg.Options.FetchDelay, play.Begin);
    }

    public void Pause()
    {
        _timer?.Cancel();
        _timer = null;
        _left -= Leg.Context.Time.GetUtcNow() - _since;
        IsPaused = true;
        Sound(false);
        Tell("paused");
    }

    public void Resume()
    {
        IsPaused = false;
        Sound(_index > 0 && _items[_index - 1].IsAudible);
        Tell("playing");
        if (_next is { } next)
            Wait(_left > TimeSpan.Zero ? _left : TimeSpan.Zero, next);
    }

    public override void Stop() => Finish("finished");

    private void Begin()
    {
        if (_items is [{ IsMissing: true }, ..])
        {
            Finish("error");
            return;
        }

        Tell("playing");
        if (_items.Any(static item => item.IsAudible))
            Leg.Milestones.Playback.Raise();
        PlayItem();
    }

    private void PlayItem()
    {
        if (_index == _items.Count)
        {
            _index = 0;
            _round++;
            if (_round == _timesOrForever || _items.Count == 0)
            {
                Finish("finished");
                return;
            }

            // What takes no time would never let go of the lock.
            if (_items.All(static item => item.Duration <= TimeSpan.Zero))
            {
                _next = null;
                return;
            }
        }

        var current = _items[_index++];
        if (current.IsMissing)
        {
            Finish("error");
            return;
        }

        Sound(current.IsAudible);
        Wait(current.Duration, PlayItem);
    }

    private void Wait(TimeSpan delay, Action next)
    {
        _next = next;
        _left = delay;
        _since = Leg.Context.Time.GetUtcNow();
        _timer = null;
        if (delay > TimeSpan.Zero)
            _timer = Leg.After(delay, next);
        else
            next();
    }

    private void Finish(string state)
    {
        if (!Close())
            return;
        _timer?.Cancel();
        Sound(false);
        Tell(state);
        Ended?.Invoke(state);
    }

    private void Sound(bool isHeard)
    {
        if (isHeard && !_isSounding)
            Leg.Audio.StartSound();
        else if (!isHeard && _isSounding)
            Leg.Audio.StopSound();
        _isSounding = isHeard;
    }

    private void Tell(string state) => Raise(SignalWireEvents.Play, new JsonObject { ["state"] = state });
}
