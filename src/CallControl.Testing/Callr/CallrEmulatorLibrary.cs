namespace CallControl.Testing;

/// <summary>
/// The media that an emulated CALLR account can play by number. A number that is not in it, or whose content is not ready, cannot be
/// played. Thread-safe; <c>media/library.*</c> changes it too.
/// </summary>
public sealed class CallrEmulatorLibrary
{
    private const int FirstCreated = 1001;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, CallrMediaEntry> _entries = [];

    internal CallrEmulatorLibrary()
    {
    }

    /// <summary>The numbers there are, in order. Each read makes a copy.</summary>
    public IReadOnlyList<long> Ids
    {
        get
        {
            lock (_gate)
                return [.. _entries.Keys];
        }
    }

    /// <summary>Puts a medium in, ready to be played, or replaces one.</summary>
    /// <param name="id">Its number, above 0: 0 stands for no medium.</param>
    /// <param name="duration">How long it plays; not negative.</param>
    /// <param name="name">Its name.</param>
    public void Add(long id, TimeSpan duration, string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        lock (_gate)
            _entries[id] = new CallrMediaEntry(id, name) { Status = CallrMediaEntry.Ready, Duration = duration };
    }

    /// <summary>Takes a medium out; false when there was none.</summary>
    /// <param name="id">Its number.</param>
    public bool Remove(long id)
    {
        lock (_gate)
            return _entries.Remove(id);
    }

    /// <summary>How long a medium plays; null when it cannot be played.</summary>
    /// <param name="id">Its number.</param>
    public TimeSpan? DurationOf(long id) => Find(id) is { Status: CallrMediaEntry.Ready } entry ? entry.Duration : null;

    /// <summary>The name of a medium; null when there is none of that number.</summary>
    /// <param name="id">Its number.</param>
    public string? NameOf(long id) => Find(id)?.Name;

    /// <summary>A new medium without content.</summary>
    internal CallrMediaEntry Create(string name)
    {
        lock (_gate)
        {
            var id = FirstCreated;
            while (_entries.ContainsKey(id))
                id++;
            return _entries[id] = new CallrMediaEntry(id, name);
        }
    }

    internal CallrMediaEntry? Find(long id)
    {
        lock (_gate)
            return _entries.GetValueOrDefault(id);
    }

    /// <summary>Changes a medium that is there; false when it is not.</summary>
    internal bool Change(long id, Func<CallrMediaEntry, CallrMediaEntry> change)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(id, out var entry))
                return false;
            _entries[id] = change(entry);
            return true;
        }
    }

    internal IReadOnlyList<CallrMediaEntry> All()
    {
        lock (_gate)
            return [.. _entries.Values];
    }
}

/// <summary>One medium of the library.</summary>
internal sealed record CallrMediaEntry(long Id, string Name)
{
    public const string Ready = "READY";
    public const string Empty = "PENDING_CONTENT";
    public const string Processing = "PROCESSING";

    public string Status { get; init; } = Empty;

    public TimeSpan Duration { get; init; }
}
