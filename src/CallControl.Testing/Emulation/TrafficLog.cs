using System.Diagnostics.CodeAnalysis;

namespace CallControl.Testing.Emulation;

/// <summary>All exchanges so far, in the order they ended.</summary>
internal sealed class TrafficLog
{
    private readonly Lock _gate = new();
    private readonly List<EmulatorTraffic> _entries = [];

    [SuppressMessage("Design", "MA0046:Use EventHandler<T> to declare events", Justification = "An observer needs the entry only.")]
    public event Action<EmulatorTraffic>? Observed;

    public IReadOnlyList<EmulatorTraffic> Snapshot()
    {
        lock (_gate)
            return [.. _entries];
    }

    public void Record(EmulatorTraffic entry)
    {
        lock (_gate)
            _entries.Add(entry);
        foreach (var observer in Delegate.EnumerateInvocationList(Observed))
        {
            try
            {
                observer(entry);
            }
            catch (Exception)
            {
                // Whoever watches must not change what is watched: a test's output, say, throws once its test is over.
            }
        }
    }
}
