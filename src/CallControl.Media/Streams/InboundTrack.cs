using CallControl.Media.Buffers;

namespace CallControl.Media;

/// <summary>Puts the frames of one track in order by their chunks. Not thread-safe.</summary>
internal sealed class InboundTrack(int places)
{
    // As RFC 3550 has it for sequence numbers: further away than this a number does not belong to the same count.
    private const long FarAway = 3000;

    private readonly ReorderWindow<AudioFrame> _window = new(places);
    private readonly long[] _arrivals = new long[places];
    private bool _isBegun;
    private bool _countsGaps;
    private long _highest = -1;

    /// <summary>Since when the frame waits that has waited longest for a missing one; null when none does.</summary>
    public long? WaitingSince
    {
        get
        {
            if (_window.Held == 0)
                return null;

            var since = long.MaxValue;
            for (var chunk = _window.Next; chunk < _window.Next + _window.Places; chunk++)
            {
                if (_window.Holds(chunk))
                    since = Math.Min(since, _arrivals[chunk % _arrivals.Length]);
            }

            return since;
        }
    }

    public long Reordered { get; private set; }

    public long Lost { get; private set; }

    public long Late { get; private set; }

    public long Restarts { get; private set; }

    public void Add(long chunk, in AudioFrame frame, long now, InboundAudio output)
    {
        if (!_isBegun)
            Begin(chunk);
        else if (Math.Abs(chunk - _highest) > FarAway)
            Restart(chunk, output);

        while (chunk >= _window.Next + _window.Places && _window.TryTakeBefore(chunk - _window.Places + 1, out var earlier, out var missing))
            Hand(earlier, missing, output);

        if (chunk < _window.Next || !_window.TryAdd(chunk, frame))
        {
            Late++;
            ((IPooledFrame)frame).Return();
            return;
        }

        if (chunk < _highest)
            Reordered++;

        _arrivals[chunk % _arrivals.Length] = now;
        _highest = Math.Max(_highest, chunk);
        HandReady(output);
    }

    /// <summary>Gives up what is missing before the earliest frame that waits.</summary>
    public void GiveUp(InboundAudio output)
    {
        if (_window.TryTakeBefore(long.MaxValue, out var frame, out var missing))
            Hand(frame, missing, output);

        HandReady(output);
    }

    /// <summary>Hands out all that waits, whatever is missing.</summary>
    public void Flush(InboundAudio output)
    {
        while (_window.TryTakeBefore(long.MaxValue, out var frame, out var missing))
            Hand(frame, missing, output);
    }

    // Vendors count from 0 or 1. Where the first to come has another number those before it may only be late: it waits for them, as behind a gap.
    private void Begin(long chunk)
    {
        _isBegun = true;
        _highest = chunk;
        _countsGaps = chunk <= 1;
        _window.Start(_countsGaps ? chunk : Math.Max(0, chunk - _window.Places + 1));
    }

    private void Restart(long chunk, InboundAudio output)
    {
        Flush(output);
        Restarts++;
        (_highest, _countsGaps) = (chunk, true);
        _window.Start(chunk);
    }

    private void HandReady(InboundAudio output)
    {
        while (_window.TryTake(out var frame, out var missing))
            Hand(frame, missing, output);
    }

    private void Hand(in AudioFrame frame, long missing, InboundAudio output)
    {
        var lost = _countsGaps ? missing : 0;
        _countsGaps = true;
        Lost += lost;
        output.Hand(frame.After((int)Math.Min(lost, int.MaxValue)));
    }
}
