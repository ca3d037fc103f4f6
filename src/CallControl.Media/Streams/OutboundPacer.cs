using System.Net.WebSockets;

namespace CallControl.Media;

/// <summary>
/// Sends audio at the pace at which it is played: in frames, a little ahead of its time, and marks between them. Pieces that are no whole frames are put
/// together; a last one is filled up with silence when nothing follows in time.
/// </summary>
internal sealed class OutboundPacer : IDisposable
{
    // No timer is finer.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    // Who waits for room gets that much: whoever keeps the queue full would otherwise wait for each piece anew.
    private static readonly TimeSpan Room = TimeSpan.FromMilliseconds(200);

    // A timer that is late by so much, or less, puts nothing off: what follows goes out at its own time.
    private static readonly TimeSpan MaxJitter = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly MediaStreamProtocol _protocol;
    private readonly TimeProvider _time;
    private readonly MessageSender _sender;
    private readonly PendingMarks _marks;
    private readonly string _streamId;
    private readonly PacerSignal _signal;
    private readonly long _origin;
    private readonly TimeSpan _frameDuration;
    private readonly TimeSpan _lead;
    private readonly TimeSpan _jitter;
    private readonly TimeSpan _capacity;
    private readonly TimeSpan _roomFrom;
    private readonly bool _sendsFiles;
    private readonly int? _bytesPerSecond;
    private readonly byte? _silence;
    private readonly byte[] _frame;
    private readonly Queue<OutboundItem> _items = new();
    private OutboundItem _current;
    private bool _hasCurrent;
    private int _filled;
    private TimeSpan _filledSince;
    private TimeSpan _readySince;
    private TimeSpan _queued;
    private TimeSpan _playedUntil;
    private int _clears;
    private bool _isClearDue;
    private TaskCompletionSource? _room;
    private MediaStreamEnd? _end;
    private long _framesSent;
    private long _bytesSent;

    public OutboundPacer(
        MediaStreamProtocol protocol, MediaStreamOptions options, MediaFormat format, string streamId, MessageSender sender, PendingMarks marks, TimeProvider time)
    {
        (_protocol, _streamId, _sender, _marks, _time) = (protocol, streamId, sender, marks, time);
        (_lead, _jitter, _capacity, _sendsFiles) = (options.Lead, MaxJitter, options.OutboundCapacity, options.SendsFiles);
        _roomFrom = _capacity - (_capacity / 2 < Room ? _capacity / 2 : Room);
        _signal = new PacerSignal(time);
        _origin = time.GetTimestamp();

        // Of a codec with frames of its own, and of files, each piece is a message; of the others it is bytes that can be cut anywhere.
        if (_sendsFiles)
        {
            // The vendor counts them: none may come too early.
            (_frameDuration, _lead, _jitter, _frame) = (protocol.FileInterval!.Value, TimeSpan.Zero, TimeSpan.Zero, []);
        }
        else
        {
            _frameDuration = options.FrameDuration;
            _bytesPerSecond = format.BytesPerSecond;
            _silence = AudioCoding.SilenceOf(format);
            var sampleBytes = Math.Max(1, (_bytesPerSecond ?? 1) / format.SampleRate);
            var samples = Math.Max(1, (long)Math.Round(_frameDuration.TotalSeconds * (_bytesPerSecond ?? 1) / sampleBytes));
            _frame = new byte[_bytesPerSecond is null ? 0 : samples * sampleBytes];
        }
    }

    /// <summary>Queues audio, once there is room.</summary>
    /// <param name="audio">An array of the shared pool, which is the pacer's from now on.</param>
    /// <param name="length">How much of it is audio.</param>
    /// <param name="cancellationToken">Gives up waiting; nothing was queued then.</param>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public async ValueTask AddAsync(byte[] audio, int length, CancellationToken cancellationToken)
    {
        var item = new OutboundItem { Audio = audio, Length = length, Duration = DurationOf(length) };
        int? clears = null;
        while (true)
        {
            Task room;
            lock (_gate)
            {
                clears ??= _clears;
                if (_end is not null || clears != _clears)
                {
                    // What was handed over before it all was thrown away goes with it.
                    item.Return();
                    if (_end is not null)
                        throw new MediaStreamException(_end);

                    return;
                }

                // Who waits already comes first.
                if (_queued < _capacity && _room is null)
                {
                    _queued += item.Duration;
                    item.QueuedAt = Now();
                    _items.Enqueue(item);
                    break;
                }

                room = (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            try
            {
                await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                item.Return();
                throw;
            }
        }

        _signal.Wake();
    }

    /// <summary>Queues a mark behind all audio so far.</summary>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public void AddMark(string name)
    {
        lock (_gate)
        {
            if (_end is not null)
                throw new MediaStreamException(_end);

            _items.Enqueue(new OutboundItem { Mark = name });
        }

        _signal.Wake();
    }

    /// <summary>Throws away what waits here, and has the vendor throw away what waits there.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // What is queued from now on is behind the message, whoever sends it.
            _marks.Clear();
            _clears++;
            _isClearDue = true;
            DropAll();
            if (!_sendsFiles)
                _playedUntil = Now();
        }

        await _sender.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (TryWriteClear())
                await _sender.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sender.Exit();
        }
    }

    /// <summary>Sends until the stream has ended.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            // The turn is given up after each message: whoever clears must not wait for all that is due.
            bool isWritten;
            TimeSpan wait;
            await _sender.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                isWritten = TryWrite(out wait);
                if (isWritten)
                    await _sender.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                _sender.Exit();
            }

            if (isWritten)
                continue;

            if (wait == TimeSpan.Zero)
                return;

            await _signal.WaitAsync(wait).ConfigureAwait(false);
        }
    }

    /// <summary>No more is sent: who waits for room gets an exception, marks end, and so does <see cref="RunAsync"/>.</summary>
    public void End(MediaStreamEnd end)
    {
        lock (_gate)
        {
            _end ??= end;
            _marks.End();
            DropAll();
        }

        _signal.Wake();
    }

    public MediaStreamStatistics Count(MediaStreamStatistics statistics)
    {
        lock (_gate)
            return statistics with { FramesSent = _framesSent, BytesSent = _bytesSent };
    }

    public void Dispose() => _signal.Dispose();

    private TimeSpan Now() => _time.GetElapsedTime(_origin);

    private TimeSpan DurationOf(int length) =>
        _bytesPerSecond is { } rate ? TimeSpan.FromTicks(length * TimeSpan.TicksPerSecond / rate) : _frameDuration;

    private bool TryWriteClear()
    {
        lock (_gate)
        {
            if (!_isClearDue)
                return false;

            _isClearDue = false;
            _protocol.WriteClear(_sender.Buffer, _streamId);
            return true;
        }
    }

    // Whether there is a message now; otherwise how long to wait for one: zero when there will be none any more.
    private bool TryWrite(out TimeSpan wait)
    {
        lock (_gate)
        {
            if (_end is not null)
            {
                wait = TimeSpan.Zero;
                return false;
            }

            var now = Now();
            if (TryWriteClear())
            {
                wait = default;
                return true;
            }

            Fill(now);
            wait = Timeout.InfiniteTimeSpan;
            if (_filled > 0)
                return TryWriteFrame(now, out wait);

            if (!_hasCurrent)
                return false;

            if (_current.Mark is { } mark)
            {
                _protocol.WriteMark(_sender.Buffer, _streamId, mark);
                _hasCurrent = false;
                return true;
            }

            if (!IsDue(now, out wait))
                return false;

            _readySince = _current.QueuedAt;
            Write(_current.Rest, _current.Duration, now);
            TakeNext();
            return true;
        }
    }

    private bool TryWriteFrame(TimeSpan now, out TimeSpan wait)
    {
        if (!IsDue(now, out wait))
            return false;

        // A mark closes what is before it. Otherwise the rest of a frame is waited for as long as what was sent lasts.
        if (_filled < _frame.Length && !_hasCurrent)
        {
            var slack = _lead < _frameDuration ? _lead : _frameDuration;
            var patience = Later(_playedUntil - slack, _filledSince + _frameDuration) - now;
            if (patience > TimeSpan.Zero)
            {
                wait = Whole(patience);
                return false;
            }
        }

        var length = _filled;
        if (length < _frame.Length)
            _readySince = now;

        if (_silence is { } silence)
        {
            _frame.AsSpan(length).Fill(silence);
            length = _frame.Length;
        }

        Write(_frame.AsSpan(0, length), DurationOf(_filled), now);
        _filled = 0;
        return true;
    }

    // Puts waiting audio into the frame, up to a mark or what is sent in its own pieces.
    private void Fill(TimeSpan now)
    {
        while (_hasCurrent || TakeNext())
        {
            if (_current.Mark is not null || _frame.Length == 0 || _filled == _frame.Length)
                return;

            if (_filled == 0)
                _filledSince = now;

            _readySince = _current.QueuedAt;
            var piece = _current.Rest;
            piece = piece[..Math.Min(piece.Length, _frame.Length - _filled)];
            piece.CopyTo(_frame.AsSpan(_filled));
            _filled += piece.Length;
            _current.Taken += piece.Length;
            if (_current.Taken == _current.Length)
                TakeNext();
        }
    }

    private bool TakeNext()
    {
        if (_hasCurrent)
            _current.Return();

        return _hasCurrent = _items.TryDequeue(out _current);
    }

    private bool IsDue(TimeSpan now, out TimeSpan wait)
    {
        wait = Whole(_playedUntil - _lead - now);
        return wait <= TimeSpan.Zero;
    }

    private void Write(ReadOnlySpan<byte> audio, TimeSpan duration, TimeSpan now)
    {
        _protocol.WriteAudio(_sender.Buffer, _streamId, audio);

        // What waited for its time is played in it, even if the timer was a little late; what came too late is played from now on.
        var isOnTime = _readySince <= _playedUntil && now - _playedUntil <= _jitter;
        _playedUntil = (isOnTime ? _playedUntil : Later(_playedUntil, now)) + (_frame.Length > 0 ? DurationOf(_frame.Length) : _frameDuration);
        _queued = _hasCurrent || _items.Count > 0 ? Later(_queued - duration, TimeSpan.Zero) : TimeSpan.Zero;
        _framesSent++;
        _bytesSent += audio.Length;

        if (_queued <= _roomFrom)
            MakeRoom();
    }

    private void DropAll()
    {
        while (_hasCurrent || TakeNext())
            TakeNext();

        (_filled, _queued) = (0, TimeSpan.Zero);
        MakeRoom();
    }

    private void MakeRoom()
    {
        _room?.SetResult();
        _room = null;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Whole(TimeSpan wait) => wait <= TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(wait / Tick));
}
