using System.Diagnostics.CodeAnalysis;
using System.Net;
using CallControl.Media.Forks;

namespace CallControl.Media;

/// <summary>One direction of one leg of a forked call, as a <see cref="ForkReceiver"/> sees it. All members may be used from any thread.</summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A stream is what RTP calls it.")]
public sealed class ForkStream : IOrderedPackets
{
    // Ample for what a window holds: a timestamp that is farther off does not say when the numbering began.
    private const int MaxShiftSeconds = 10;

    // A source that is alive sends more often, unless it suppresses silence.
    private static readonly TimeSpan SourceSilence = TimeSpan.FromMilliseconds(100);

    // Held while packets are handed on, so that they stay in order. Nothing that an application may call takes it.
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly IForkSink _sink;
    private readonly ClockRates _clockRates;
    private readonly PacketOrder _order;
    private readonly InterarrivalJitter _jitter;
    private readonly DateTimeOffset _firstTime;
    private readonly long _firstArrived;
    private ChangeMark _change;
    private long _bytes;
    private long _dropped;
    private long _start;
    private long _beginArrived;
    private uint _beginTimestamp;
    private long _kept;
    private long _lastArrived;
    private long _position;
    private uint _lastTimestamp;
    private long _lastDelivered;
    private int _positionRate;
    private byte _payloadType;
    private int _clockRate;
    private bool _isEnded;

    internal ForkStream(in ForkKey key, in ForkOrigin origin, in ReceivedPacket first, ForkStreamContext context)
    {
        Key = key;
        (CallLegId, Leg, Direction, RemoteEndPoint) = (origin.CallLegId, origin.Leg, origin.Direction, origin.Source.ToEndPoint());
        (_time, _sink, _clockRates) = (context.Time, context.Sink, context.ClockRates);
        _order = new PacketOrder(context.ReorderWindow, (long)(SourceSilence.TotalSeconds * _time.TimestampFrequency), context.Held, this);
        _jitter = new InterarrivalJitter(_time.TimestampFrequency);
        _firstTime = _time.GetUtcNow();
        _firstArrived = _lastArrived = _start = first.Arrived;
        _payloadType = first.PayloadType;
        _clockRate = _positionRate = _clockRates[first.PayloadType];
    }

    /// <summary>The leg's <c>call_leg_id</c>, read in network order, which is <em>unverified</em>; null for plain RTP, which does not tell it.</summary>
    public Guid? CallLegId { get; }

    /// <summary>The leg; null for plain RTP, which does not tell it.</summary>
    public StrepLeg? Leg { get; }

    /// <summary>The direction: said by STREP; of plain RTP by the port that it comes to.</summary>
    public AudioDirection Direction { get; }

    /// <summary>Where its first packet came from; all others, too, unless there is STREP.</summary>
    public IPEndPoint RemoteEndPoint { get; }

    /// <summary>
    /// When it began, which is where its positions count from: when its first packet arrived. Until a packet was handed on it may still move, by some packets: where one
    /// from before the first comes after it, the stream began so much earlier.
    /// </summary>
    public DateTimeOffset StartedAt => TimeOf(StartTimestamp);

    /// <summary>
    /// The same on the receiver's monotonic clock: a <see cref="TimeProvider.GetTimestamp"/>. It is what aligns streams with each other: this, and <see cref="MediaPacket.Position"/>.
    /// </summary>
    public long StartTimestamp => Volatile.Read(ref _start);

    /// <summary>The synchronization source, of late. Behind STREP it may change; the stream goes on.</summary>
    public uint Ssrc
    {
        get
        {
            while (true)
            {
                var version = _change.BeginReading();
                var ssrc = _order.Ssrc;
                if (_change.IsCurrent(version))
                    return ssrc;
            }
        }
    }

    /// <summary>The payload type of the packet that arrived last. Each packet has its own: touch tones, for one, come among others.</summary>
    public byte PayloadType => Volatile.Read(ref _payloadType);

    /// <summary>The RTP clock in Hz: that of the packet which the stream began with, or began anew.</summary>
    public int ClockRate => Volatile.Read(ref _clockRate);

    /// <summary>The application's own; the receiver leaves it alone.</summary>
    public object? Tag { get; set; }

    /// <summary>Completes when the stream has ended, idle or with its receiver, and its last packet was handed on. Never fails.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The counters of this moment; they belong together.</summary>
    public ForkStreamStatistics Statistics
    {
        get
        {
            while (true)
            {
                var version = _change.BeginReading();

                // Before the others: what was dropped is among what they say was handed on.
                var dropped = Interlocked.Read(ref _dropped);
                var counted = Count(dropped);
                if (_change.IsCurrent(version))
                    return counted;
            }
        }
    }

    internal ForkKey Key { get; }

    /// <summary>Whether it is more than a single packet, which anybody may have sent.</summary>
    internal bool IsProven => Volatile.Read(ref _kept) > 1;

    /// <summary>Whether it has ended.</summary>
    internal bool IsEnded => Volatile.Read(ref _isEnded);

    /// <summary>Where the stream is in the table of all; the table's own.</summary>
    internal int Index { get; set; }

    /// <summary>Takes a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="isKept">Whether its buffer was taken over; it may be given back already.</param>
    /// <returns>False when the stream has ended: nothing was counted, it belongs to the next.</returns>
    internal bool TryReceive(in ReceivedPacket packet, out bool isKept)
    {
        lock (_gate)
        {
            isKept = false;
            if (_isEnded)
                return false;

            _change.Begin();
            try
            {
                isKept = Take(packet);
            }
            finally
            {
                _change.End();
            }

            return true;
        }
    }

    /// <summary>Gives up what has been missing for long.</summary>
    /// <param name="overdue">Packets that arrived up to then wait no longer.</param>
    internal void GiveUpBehind(long overdue)
    {
        lock (_gate)
        {
            if (_order.Held == 0)
                return;

            _change.Begin();
            try
            {
                _order.GiveUpBehind(overdue);
            }
            finally
            {
                _change.End();
            }
        }
    }

    /// <summary>Ends the stream if its last packet arrived up to a moment, and hands on what waits.</summary>
    /// <param name="idleSince">The moment.</param>
    /// <param name="unprovenSince">The same for one that is a single packet, whatever else came of it.</param>
    /// <returns>Whether it ended by this call.</returns>
    internal bool TryEnd(long idleSince, long unprovenSince)
    {
        lock (_gate)
        {
            if (_isEnded || (_lastArrived > idleSince && (IsProven || _firstArrived > unprovenSince)))
                return false;

            _isEnded = true;
            _change.Begin();
            try
            {
                _order.Flush();
            }
            finally
            {
                _change.End();
            }

            return true;
        }
    }

    /// <summary>Tells that the stream has ended.</summary>
    internal void Complete() => _ended.TrySetResult();

    /// <summary>Counts a packet that was handed on and had to make room for another.</summary>
    internal void CountDropped() => Interlocked.Increment(ref _dropped);

    internal DateTimeOffset TimeOf(long timestamp) => _firstTime + _time.GetElapsedTime(_firstArrived, timestamp);

    void IOrderedPackets.Begin(in ReceivedPacket packet)
    {
        (_beginArrived, _beginTimestamp) = (packet.Arrived, packet.Timestamp);
        _clockRate = _clockRates[packet.PayloadType];
        _jitter.Reset();
    }

    void IOrderedPackets.Deliver(in ReceivedPacket packet, long number, long lost, bool isFirst)
    {
        var rate = _clockRates[packet.PayloadType];
        if (isFirst)
            BeginPositions(packet, rate);
        else if (rate == _positionRate)
            _position += (int)(packet.Timestamp - _lastTimestamp);
        else
            _position = PositionAt(packet.Arrived, rate);

        (_lastTimestamp, _lastDelivered, _positionRate) = (packet.Timestamp, packet.Arrived, rate);
        var delivered = new MediaPacket(this, packet, number, _position, rate, lost);

        // Whoever takes it may ask for the counters, which add up now.
        _change.End();
        try
        {
            _sink.Deliver(delivered);
        }
        finally
        {
            _change.Begin();
        }
    }

    private bool Take(in ReceivedPacket packet)
    {
        _lastArrived = packet.Arrived;
        _bytes += packet.Length;
        _payloadType = packet.PayloadType;
        var kind = _order.Add(packet);
        if (kind is PacketKind.Kept or PacketKind.Late)
            _jitter.Add(packet.Arrived, packet.Timestamp, _clockRate);

        if (kind != PacketKind.Kept)
            return false;

        Volatile.Write(ref _kept, _kept + 1);
        return true;
    }

    private ForkStreamStatistics Count(long dropped) => new()
    {
        Received = _order.Received,
        Delivered = _order.Delivered - dropped,
        Dropped = dropped,
        Held = _order.Held,
        Duplicates = _order.Duplicates,
        Late = _order.Late,
        Stray = _order.Stray,
        Lost = _order.Lost,
        Awaited = _order.Awaited,
        Expected = _order.Expected,
        Reordered = _order.Reordered,
        Restarts = _order.Restarts,
        Bytes = _bytes,
        JitterTicks = _jitter.Ticks,
        Jitter = TimeSpan.FromSeconds(_jitter.Ticks / _clockRate),
    };

    // The first to be delivered may have arrived behind others, so its timestamp says when the numbering began.
    private void BeginPositions(in ReceivedPacket packet, int rate)
    {
        var shift = (int)(packet.Timestamp - _beginTimestamp);
        if (rate != _clockRate || Math.Abs((long)shift) > (long)MaxShiftSeconds * rate)
            shift = 0;

        if (_order.Restarts > 0)
            _position = PositionAt(_beginArrived, rate) + shift;
        else
            Volatile.Write(ref _start, _beginArrived + (long)Math.Round((double)shift * _time.TimestampFrequency / rate));
    }

    // Timestamps begin anew anywhere, and those of two clocks cannot be compared, so the time between the arrivals has to do.
    private long PositionAt(long arrived, int rate)
    {
        var position = (double)_position * rate / _positionRate;
        return (long)Math.Round(position + (_time.GetElapsedTime(_lastDelivered, arrived).TotalSeconds * rate));
    }
}
