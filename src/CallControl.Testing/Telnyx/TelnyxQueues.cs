namespace CallControl.Testing;

/// <summary>The queues of the account, made by their first caller and kept. Used under the account's lock only.</summary>
internal sealed class TelnyxQueues
{
    private readonly Dictionary<string, TelnyxQueue> _queues = new(StringComparer.Ordinal);

    public TelnyxQueue? Find(string name) => _queues.GetValueOrDefault(name);

    public TelnyxQueue FindOrAdd(string name, int maxSize)
    {
        if (!_queues.TryGetValue(name, out var queue))
            _queues[name] = queue = new TelnyxQueue(name, maxSize);
        return queue;
    }
}

/// <summary>Legs that wait, the first one longest.</summary>
internal sealed record TelnyxQueue(string Name, int MaxSize)
{
    public List<TelnyxLeg> Waiting { get; } = [];
}
