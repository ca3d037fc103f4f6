namespace CallControl.Testing;

/// <summary>
/// Who is reached under which number when the application dials or transfers. Thread-safe; a change holds for later calls.
/// </summary>
public sealed class EmulatedCallees
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CalleeBehavior> _behaviors = new(StringComparer.Ordinal);

    internal EmulatedCallees()
    {
    }

    /// <summary>What a number does that was not set. Default <see cref="CalleeBehavior.Answer"/>.</summary>
    public CalleeBehavior Default
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    } = CalleeBehavior.Answer;

    /// <summary>Says what a number does.</summary>
    /// <param name="to">The number or SIP URI as commands give it in <c>to</c>, without digits after a comma.</param>
    /// <param name="behavior">What it does.</param>
    public void Set(string to, CalleeBehavior behavior)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        lock (_gate)
            _behaviors[to] = behavior;
    }

    internal CalleeBehavior Of(string to)
    {
        lock (_gate)
            return _behaviors.TryGetValue(to, out var behavior) ? behavior : Default;
    }
}
