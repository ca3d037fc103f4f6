namespace CallControl.Providers;

/// <summary>Puts numbered events of one call back into their order, within a bounded window.</summary>
/// <remarks>Not thread-safe: it belongs to one call's mailbox. Events without a number pass at once.</remarks>
internal sealed class SequenceWindow(int capacity, TimeSpan patience, TimeProvider time)
{
    private readonly SortedList<long, (CallEvent Event, long Since)> _held = [];
    private long _next = 1;

    /// <summary>After how long an event will have waited long enough; zero or less when one has, null when none waits.</summary>
    public TimeSpan? Remaining => _held.Count == 0 ? null : patience - time.GetElapsedTime(_held.Values.Min(static held => held.Since));

    /// <summary>Takes an event and yields those whose turn has come.</summary>
    /// <param name="callEvent">The event.</param>
    /// <param name="ready">Receives the events whose turn has come, in order.</param>
    /// <returns>How many numbers were given up as missing because the window is full.</returns>
    public long Offer(CallEvent callEvent, Queue<CallEvent> ready)
    {
        if (callEvent.Sequence is not { } sequence || sequence < _next)
        {
            // Without a number, or given up as missing before: late is better than never.
            ready.Enqueue(callEvent);
            return 0;
        }

        // The same number twice under two identities is the vendor's mistake; both are kept, the second out of the order.
        if (!_held.TryAdd(sequence, (callEvent, time.GetTimestamp())))
        {
            ready.Enqueue(callEvent);
            return 0;
        }

        Release(ready);
        return _held.Count > capacity ? SkipGap(ready) : 0;
    }

    /// <summary>Stops waiting for what is missing before the events that have waited long enough, and yields those.</summary>
    /// <param name="ready">Receives them, and earlier ones, in order.</param>
    /// <returns>How many numbers are missing.</returns>
    public long GiveUp(Queue<CallEvent> ready)
    {
        var missing = 0L;
        while (Remaining <= TimeSpan.Zero)
            missing += SkipGap(ready);

        return missing;
    }

    private long SkipGap(Queue<CallEvent> ready)
    {
        var missing = _held.GetKeyAtIndex(0) - _next;
        _next = _held.GetKeyAtIndex(0);
        Release(ready);
        return missing;
    }

    private void Release(Queue<CallEvent> ready)
    {
        while (_held.Count > 0 && _held.GetKeyAtIndex(0) == _next)
        {
            ready.Enqueue(_held.GetValueAtIndex(0).Event);
            _held.RemoveAt(0);

            // No number follows the largest; one that comes again then passes as any other that comes twice.
            if (_next < long.MaxValue)
                _next++;
        }
    }
}
