using System.Collections.Concurrent;
using CallControl.Media.Buffers;

namespace CallControl.Media.Forks;

/// <summary>Tells datagrams apart, and hands those with media to their streams. Any thread may bring them.</summary>
internal sealed class ForkDemultiplexer
{
    private const int MinStreams = 16;

    // How many more may be held, to be put in order, than wait to be read.
    private const int SpareHeld = 4096;

    // A call's second packet comes within some 100 ms. One that never does is a scan, or somebody who wants to fill the table.
    private static readonly TimeSpan UnprovenTimeout = TimeSpan.FromSeconds(2);

    private readonly ForkReceiverOptions _options;
    private readonly TimeProvider _time;
    private readonly SourceFilter _sources;
    private readonly ForkStreamContext _context;
    private readonly ConcurrentDictionary<ForkKey, ForkStream> _byKey = new();
    private readonly Action<bool> _onBusy;
    private readonly Action<ForkStream> _onEnded;
    private readonly long _idleTimeout;
    private readonly long _unprovenTimeout;
    private readonly long _reorderDelay;
    private readonly Lock _gate = new();

    // In the order in which they began; those that are proven or have ended are taken away as they come to the front.
    private readonly Queue<ForkStream> _unproven = new();
    private ForkStream[] _streams = new ForkStream[MinStreams];
    private ForkStream[] _ticking = [];
    private int _count;
    private long _ever;
    private int _isTicking;

    /// <param name="options">The options, which are valid.</param>
    /// <param name="time">The clock of the arrivals.</param>
    /// <param name="sink">Where the packets go.</param>
    /// <param name="onBusy">Hears that there are streams, so that <see cref="Tick"/> is to be called, or that there are none. One call at a time.</param>
    /// <param name="onEnded">Hears of each stream that ended.</param>
    public ForkDemultiplexer(ForkReceiverOptions options, TimeProvider time, IForkSink sink, Action<bool> onBusy, Action<ForkStream> onEnded)
    {
        (_options, _time, _onBusy, _onEnded) = (options, time, onBusy, onEnded);
        _sources = new SourceFilter(options.AllowedSources);
        _context = new ForkStreamContext(time, sink, new ClockRates(options.ClockRateOf), options.ReorderWindow, new HeldPackets(options.QueueCapacity + SpareHeld));
        _idleTimeout = TicksOf(options.IdleTimeout);
        _unprovenTimeout = TicksOf(UnprovenTimeout);
        _reorderDelay = TicksOf(options.ReorderDelay);
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    public long Ever
    {
        get
        {
            lock (_gate)
                return _ever;
        }
    }

    /// <summary>The streams that there are.</summary>
    public ForkStream[] Snapshot()
    {
        lock (_gate)
            return _streams[.._count];
    }

    /// <summary>Takes a datagram, and counts it once.</summary>
    /// <param name="buffer">What holds it.</param>
    /// <param name="length">Its length; when it is beyond what is taken, only the beginning is there.</param>
    /// <param name="source">Where it came from.</param>
    /// <param name="port">What the port that it came to says about its direction.</param>
    /// <param name="arrived">When, by the clock's timestamp.</param>
    /// <param name="tally">The counters of the thread that brings it.</param>
    /// <returns>Whether the buffer was taken over; it may be given back already.</returns>
    public bool Receive(MediaBuffer buffer, int length, in ForkSource source, AudioDirection port, long arrived, ForkTally tally)
    {
        var outcome = Receive(buffer, length, source, port, arrived, out var isKept);
        tally.Count(outcome);
        return isKept;
    }

    /// <summary>Gives up what is overdue, and ends the streams that are idle.</summary>
    public void Tick()
    {
        if (Interlocked.Exchange(ref _isTicking, 1) != 0)
            return;

        var count = Copy();
        try
        {
            var now = _time.GetTimestamp();
            foreach (var stream in _ticking.AsSpan(0, count))
            {
                stream.GiveUpBehind(now - _reorderDelay);
                End(stream, now - _idleTimeout, now - _unprovenTimeout);
            }
        }
        finally
        {
            // What ended is the application's: nothing here keeps it.
            Array.Clear(_ticking, 0, count);
            Volatile.Write(ref _isTicking, 0);
        }
    }

    /// <summary>Ends all streams. Nothing must be received any more.</summary>
    public void EndAll()
    {
        foreach (var stream in Snapshot())
            End(stream, long.MaxValue, long.MaxValue);
    }

    private ForkOutcome Receive(MediaBuffer buffer, int length, in ForkSource source, AudioDirection port, long arrived, out bool isKept)
    {
        isKept = false;
        if (!_sources.Allows(source.Address))
            return ForkOutcome.Foreign;

        if (length > _options.MaxDatagramBytes)
            return ForkOutcome.TooLong;

        ReadOnlySpan<byte> datagram = buffer.Bytes.AsSpan(0, length);
        var kind = MediaDatagram.KindOf(datagram);
        var header = default(StrepHeader);
        if (kind == DatagramKind.Strep)
        {
            if (!StrepHeader.TryRead(datagram, out header))
                return ForkOutcome.MalformedStrep;

            kind = MediaDatagram.KindOf(header.GetPayload(datagram)) is var inner and (DatagramKind.Rtcp or DatagramKind.T38) ? inner : DatagramKind.Rtp;
        }

        if (kind != DatagramKind.Rtp)
            return OutcomeOf(kind);

        var isStrep = header.HeaderLength > 0;
        if (!RtpPacket.TryRead(datagram[header.HeaderLength..], out var rtp))
            return ForkOutcome.MalformedRtp;

        var packet = new ReceivedPacket(
            buffer,
            arrived,
            length,
            header.HeaderLength,
            length - rtp.PaddingLength - rtp.Payload.Length,
            rtp.Payload.Length,
            rtp.Ssrc,
            rtp.Timestamp,
            rtp.SequenceNumber,
            rtp.PayloadType,
            rtp.Marker);
        var key = isStrep ? ForkKey.Of(header) : ForkKey.Of(source, rtp.Ssrc, port);
        while (true)
        {
            if (!_byKey.TryGetValue(key, out var stream))
            {
                stream = TryStart(key, isStrep ? ForkOrigin.Of(source, header) : new ForkOrigin(source, port), packet, out var displaced);
                if (displaced is not null)
                    End(displaced, long.MaxValue, long.MaxValue);

                if (stream is null)
                    return ForkOutcome.TooManyStreams;
            }

            if (stream.TryReceive(packet, out isKept))
                return ForkOutcome.Accepted;

            // It ended at this very moment, and another thread is about to take it away.
            Remove(stream);
        }
    }

    private static ForkOutcome OutcomeOf(DatagramKind kind) => kind switch
    {
        DatagramKind.Rtcp => ForkOutcome.Rtcp,
        DatagramKind.Sip => ForkOutcome.Sip,
        DatagramKind.T38 => ForkOutcome.T38,
        _ => ForkOutcome.Unknown,
    };

    /// <param name="key">Whose it is.</param>
    /// <param name="origin">The same in full.</param>
    /// <param name="packet">Its first packet.</param>
    /// <param name="displaced">The stream that had to make room, if any, which is to be ended.</param>
    private ForkStream? TryStart(in ForkKey key, in ForkOrigin origin, in ReceivedPacket packet, out ForkStream? displaced)
    {
        displaced = null;
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var stream))
                return stream;

            if (_count == _options.MaxStreams)
            {
                displaced = OldestUnproven();
                if (displaced is null)
                    return null;

                _unproven.Dequeue();
                TakeAway(displaced);
            }

            if (_count == _streams.Length)
                Array.Resize(ref _streams, 2 * _count);

            stream = new ForkStream(key, origin, packet, _context) { Index = _count };
            _streams[_count++] = stream;
            _byKey[key] = stream;
            _unproven.Enqueue(stream);
            _ever++;
            if (_count == 1 && displaced is null)
                _onBusy(true);

            return stream;
        }
    }

    private void End(ForkStream stream, long idleSince, long unprovenSince)
    {
        if (!stream.TryEnd(idleSince, unprovenSince))
            return;

        Remove(stream);
        stream.Complete();
        _onEnded(stream);
    }

    private void Remove(ForkStream stream)
    {
        lock (_gate)
        {
            if (!TakeAway(stream))
                return;

            _ = OldestUnproven();
            if (_streams.Length > MinStreams && _count <= _streams.Length / 4)
                Array.Resize(ref _streams, _streams.Length / 2);

            if (_count == 0)
                _onBusy(false);
        }
    }

    private bool TakeAway(ForkStream stream)
    {
        if (!_byKey.TryRemove(KeyValuePair.Create(stream.Key, stream)))
            return false;

        var last = _streams[--_count];
        (_streams[stream.Index], last.Index) = (last, stream.Index);
        _streams[_count] = null!;
        return true;
    }

    // It stays at the front.
    private ForkStream? OldestUnproven()
    {
        while (_unproven.TryPeek(out var oldest))
        {
            if (!oldest.IsProven && !oldest.IsEnded)
                return oldest;

            _unproven.Dequeue();
        }

        return null;
    }

    // The same array again and again: a tick allocates nothing.
    private int Copy()
    {
        lock (_gate)
        {
            if (_ticking.Length != _streams.Length)
                _ticking = new ForkStream[_streams.Length];

            Array.Copy(_streams, _ticking, _count);
            return _count;
        }
    }

    private long TicksOf(TimeSpan time) => (long)(time.TotalSeconds * _time.TimestampFrequency);
}
