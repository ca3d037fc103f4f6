namespace CallControl.Providers;

/// <summary>Puts numbered events of one call back into their order, within a bounded window.</summary>
/// <remarks>Not thread-safe: it belongs to one call's mailbox. Events without a number pass at once.</remarks>
internal sealed class SequenceWindow(int capacity)
{
    private readonly SortedList<long, CallEvent> _held = [];
    private long _next = 1;

    /// <summary>Whether events wait for an earlier one.</summary>
    public bool IsHolding => _held.Count > 0;

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
        if (!_held.TryAdd(sequence, callEvent))
        {
            ready.Enqueue(callEvent);
            return 0;
        }

        Release(ready);
        return _held.Count > capacity ? GiveUp(ready) : 0;
    }

    /// <summary>Stops waiting for the missing ones and yields everything that is held.</summary>
    /// <returns>How many numbers are missing.</returns>
    public long GiveUp(Queue<CallEvent> ready)
    {
        var missing = 0L;
        while (_held.Count > 0)
        {
            missing += _held.GetKeyAtIndex(0) - _next;
            _next = _held.GetKeyAtIndex(0);
            Release(ready);
        }

        return missing;
    }

    private void Release(Queue<CallEvent> ready)
    {
        while (_held.Count > 0 && _held.GetKeyAtIndex(0) == _next)
        {
            ready.Enqueue(_held.GetValueAtIndex(0));
            _held.RemoveAt(0);
            _next++;
        }
    }
}
