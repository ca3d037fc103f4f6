using CallControl.Media.Buffers;

namespace CallControl.Media;

/// <summary>The audio of a stream on its way to who reads it: decoded from base64, put in order, queued.</summary>
internal sealed class InboundAudio : IDisposable
{
    // Room for 20 ms of any codec; more is rare, and taken for once.
    private const int BufferBytes = 2048;
    private const int KeptBuffers = 64;

    // No stream gets there: such a number is none.
    private const long MaxChunk = 1L << 53;

    private readonly Lock _gate = new();
    private readonly MediaStreamOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly MediaBufferPool _buffers = new(BufferBytes, KeptBuffers);
    private readonly InboundTrack?[] _tracks = new InboundTrack?[3];
    private bool _isTicking;
    private long _received;
    private long _bytes;
    private long _dropped;

    public InboundAudio(MediaStreamOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        Frames = new FrameQueue<AudioFrame>(options.InboundCapacity);
        _timer = time.CreateTimer(static state => ((InboundAudio)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is read.</summary>
    public FrameQueue<AudioFrame> Frames { get; }

    /// <summary>Takes audio out of a message.</summary>
    /// <returns>False when it is not base64.</returns>
    public bool TryAdd(in EncodedAudio audio, MediaFormat? format)
    {
        var buffer = _buffers.Rent(audio.MaxDecodedLength);
        if (!audio.TryDecode(buffer.Bytes, out var length))
        {
            buffer.Return(buffer.Lease);
            return false;
        }

        var frame = new AudioFrame(buffer, length, format, _options.L16ByteOrder)
        {
            Track = audio.Track,
            Chunk = audio.Chunk,
            Timestamp = audio.TimestampMilliseconds is { } milliseconds ? TimeSpan.FromTicks(Clamp(milliseconds) * TimeSpan.TicksPerMillisecond) : null,
        };
        lock (_gate)
        {
            _received++;
            _bytes += length;
            if (audio.Chunk is not { } chunk || chunk is < 0 or > MaxChunk)
            {
                Hand(frame);
                return true;
            }

            var track = _tracks[(int)audio.Track] ??= new InboundTrack(_options.ReorderWindow);
            track.Add(chunk, frame, _time.GetTimestamp(), this);
            if (track.WaitingSince is not null && !_isTicking)
                _isTicking = _timer.Change(_options.ReorderDelay, Timeout.InfiniteTimeSpan);
        }

        return true;
    }

    /// <summary>For a track, under the lock.</summary>
    public void Hand(in AudioFrame frame)
    {
        if (!Frames.TryAdd(frame, out _))
            _dropped++;
    }

    /// <summary>No more audio comes: hands out what waits.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            foreach (var track in _tracks)
                track?.Flush(this);

            Frames.Complete();
        }
    }

    public MediaStreamStatistics Count(MediaStreamStatistics statistics)
    {
        lock (_gate)
        {
            var (reordered, lost, late, restarts) = (0L, 0L, 0L, 0L);
            foreach (var track in _tracks)
            {
                if (track is not null)
                    (reordered, lost, late, restarts) = (reordered + track.Reordered, lost + track.Lost, late + track.Late, restarts + track.Restarts);
            }

            return statistics with
            {
                FramesReceived = _received,
                BytesReceived = _bytes,
                FramesDropped = _dropped,
                FramesReordered = reordered,
                FramesLost = lost,
                FramesLate = late,
                Restarts = restarts,
            };
        }
    }

    public void Dispose() => _timer.Dispose();

    private static long Clamp(long milliseconds) => Math.Clamp(milliseconds, 0, (long)TimeSpan.MaxValue.TotalMilliseconds);

    private void Tick()
    {
        lock (_gate)
        {
            var now = _time.GetTimestamp();
            var next = (TimeSpan?)null;
            foreach (var track in _tracks)
            {
                while (track?.WaitingSince is { } since)
                {
                    var left = _options.ReorderDelay - _time.GetElapsedTime(since, now);
                    if (left > TimeSpan.Zero)
                    {
                        next = next < left ? next : left;
                        break;
                    }

                    track.GiveUp(this);
                }
            }

            _isTicking = next is { } delay && _timer.Change(delay, Timeout.InfiniteTimeSpan);
        }
    }
}
