namespace CallControl.Providers;

/// <summary>Remembers a bounded number of events in memory and forgets the oldest.</summary>
/// <remarks>
/// Two generations: when the young one is full, it becomes the old one and the old one is forgotten. So between one and two times the capacity
/// is remembered, at two set look-ups an event.
/// </remarks>
public sealed class MemoryDuplicateStore : IDuplicateStore
{
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private HashSet<(string Provider, CallEventId Id)> _young = [];
    private HashSet<(string Provider, CallEventId Id)> _old = [];

    /// <summary>Makes an empty store.</summary>
    /// <param name="capacity">How many events are remembered at least; more than 0.</param>
    public MemoryDuplicateStore(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(string provider, CallEventId id, CancellationToken cancellationToken = default)
    {
        var key = (provider, id);
        lock (_gate)
        {
            if (_old.Contains(key) || !_young.Add(key))
                return ValueTask.FromResult(false);

            if (_young.Count >= _capacity)
            {
                (_old, _young) = (_young, _old);
                _young.Clear();
            }

            return ValueTask.FromResult(true);
        }
    }
}
