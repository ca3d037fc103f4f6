using CallControl.Media.Buffers;

namespace CallControl.Media.Forks;

/// <summary>
/// Puts the packets of one stream in order, and counts. The rules of what is late, and what is a jump, are those of RFC 3550, appendix A.1. At every
/// <see cref="IOrderedPackets.Deliver"/> the counters add up. Not thread-safe.
/// </summary>
/// <param name="places">How many numbers, the missing one included, can wait.</param>
/// <param name="silence">After how long without the source another one takes its place at once, in ticks of the arrivals.</param>
/// <param name="held">Counts those that wait, with those of other streams.</param>
/// <param name="packets">Where they go.</param>
internal sealed class PacketOrder(int places, long silence, HeldPackets held, IOrderedPackets packets)
{
    private const int MaxDropout = 3000;
    private const int MaxMisorder = 100;
    private const int CycleShift = 16;

    private readonly ReorderWindow<ReceivedPacket> _window = new(places);
    private readonly SequenceHistory _history = new();
    private uint? _formerSsrc;
    private (uint Ssrc, ushort SequenceNumber)? _restartsWith;
    private long _expectedBefore;
    private long _first;
    private long _highest;
    private long _lastArrived;
    private bool _isStarted;

    // Nothing of this numbering was delivered yet.
    private bool _isNew;

    // A packet from before the first that came may still come.
    private bool _isOpening;

    public uint Ssrc { get; private set; }

    public long Received { get; private set; }

    public long Delivered { get; private set; }

    public long Duplicates { get; private set; }

    public long Late { get; private set; }

    public long Stray { get; private set; }

    public long Lost { get; private set; }

    public long Reordered { get; private set; }

    public long Restarts { get; private set; }

    public int Held => _window.Held;

    /// <summary>How many numbers there are from the first to the highest, in all numberings.</summary>
    public long Expected => _expectedBefore + (_isStarted ? _highest - _first + 1 : 0);

    /// <summary>How many numbers are missing, and not given up yet.</summary>
    public long Awaited => _isStarted ? _highest + 1 - Due - Held : 0;

    private long Due => Math.Max(_window.Next, _first);

    /// <summary>Takes a packet, and delivers those whose turn it is.</summary>
    /// <returns>What it is. The buffer of a <see cref="PacketKind.Kept"/> one is taken over; it may be given back already.</returns>
    public PacketKind Add(in ReceivedPacket packet)
    {
        if (!_isStarted)
        {
            Start(packet, cycle: 1);
        }
        else if (IsJump(packet))
        {
            // A new source of a stream that is told by other means begins at once where there was silence. Otherwise two in sequence show that it is neither
            // a straggler of the former nor forged.
            var isNewSource = packet.Ssrc != Ssrc && packet.Ssrc != _formerSsrc && packet.Arrived - _lastArrived >= silence;
            if (!isNewSource && !IsSecondInSequence(packet))
            {
                Received++;
                Stray++;
                return PacketKind.Stray;
            }

            Restart(packet);
        }
        else if (_restartsWith is { } other && other.Ssrc != Ssrc)
        {
            // Two sources at once: the one that was there stays.
            _restartsWith = null;
        }

        _lastArrived = packet.Arrived;
        var number = NumberOf(packet.SequenceNumber);
        if (!_isOpening && _window.TryPass(number, out var missing))
        {
            // Most packets: in order, and nothing waits.
            Received++;
            _history.Add(number);
            _highest = number;
            Deliver(packet, missing);
            return PacketKind.Kept;
        }

        if (number < _window.Next)
            return AddBehind(number);

        if (number >= _window.Next + places)
            GiveUpBefore(number - places + 1);

        Received++;
        if (!_window.TryAdd(number, packet))
        {
            Duplicates++;
            return PacketKind.Duplicate;
        }

        _history.Add(number);
        if (number < _highest)
            Reordered++;

        _highest = Math.Max(_highest, number);
        if (_isOpening)
            _first = Math.Min(_first, number);

        if (held.Add())
            Drain();
        else
            Flush();

        return PacketKind.Kept;
    }

    /// <summary>Delivers the packets that came up to a moment, and gives up those missing before them.</summary>
    public void GiveUpBehind(long arrived)
    {
        if (Held == 0)
            return;

        var last = -1L;
        for (var number = _window.Next; number <= _highest; number++)
        {
            if (_window.TryPeek(number, out var waiting) && waiting.Arrived <= arrived)
                last = number;
        }

        if (last < 0)
            return;

        GiveUpBefore(last + 1);
        Drain();
    }

    /// <summary>Delivers all that wait.</summary>
    public void Flush()
    {
        while (TryTakeBefore(long.MaxValue))
        {
        }
    }

    private bool IsJump(in ReceivedPacket packet) =>
        packet.Ssrc != Ssrc || NumberOf(packet.SequenceNumber) - _highest is >= MaxDropout or <= -MaxMisorder;

    private bool IsSecondInSequence(in ReceivedPacket packet)
    {
        if (_restartsWith == (packet.Ssrc, packet.SequenceNumber))
            return true;

        _restartsWith = (packet.Ssrc, (ushort)(packet.SequenceNumber + 1));
        return false;
    }

    private long NumberOf(ushort sequenceNumber) => _highest + (short)(sequenceNumber - (ushort)_highest);

    private void Restart(in ReceivedPacket packet)
    {
        Flush();
        _expectedBefore = Expected;
        Restarts++;
        if (packet.Ssrc != Ssrc)
            _formerSsrc = Ssrc;

        Start(packet, (_highest >> CycleShift) + 2);
    }

    private void Start(in ReceivedPacket packet, long cycle)
    {
        Ssrc = packet.Ssrc;
        _restartsWith = null;
        _first = _highest = (cycle << CycleShift) | packet.SequenceNumber;
        _window.Start(_first - (places / 2));
        _history.Start(_window.Next);
        packets.Begin(packet);
        (_isStarted, _isNew, _isOpening) = (true, true, true);
    }

    private PacketKind AddBehind(long number)
    {
        Received++;
        if (_history.Contains(number))
        {
            Duplicates++;
            return PacketKind.Duplicate;
        }

        Late++;
        if (number >= _first)
        {
            Lost--;
        }
        else
        {
            // From before the first: the stream began earlier than it seemed.
            Lost += Math.Min(_first, _window.Next) - number - 1;
            _first = number;
            _isOpening = false;
        }

        _history.Add(number);
        return PacketKind.Late;
    }

    private void GiveUpBefore(long limit)
    {
        while (TryTakeBefore(limit))
        {
        }
    }

    private void Drain()
    {
        while ((!_isOpening || places == 1) && _window.TryTake(out var packet, out var missing))
        {
            held.Remove();
            Deliver(packet, missing);
        }
    }

    private bool TryTakeBefore(long limit)
    {
        var due = Due;
        var isTaken = _window.TryTakeBefore(limit, out var packet, out var missing);
        Lost += Due - due - (isTaken ? 1 : 0);
        if (isTaken)
        {
            held.Remove();
            Deliver(packet, missing);
        }

        return isTaken;
    }

    private void Deliver(in ReceivedPacket packet, long missing)
    {
        var (isFirst, lost) = (_isNew, _isOpening ? 0 : missing);
        (_isNew, _isOpening) = (false, false);
        Delivered++;
        packets.Deliver(packet, _window.Next - 1, lost, isFirst);
    }
}
