namespace CallControl.Testing.Emulation;

/// <summary>All directions of forks so far, in the order they began. Used under the account's lock.</summary>
internal sealed class ForkLog
{
    private readonly List<ForkLine> _lines = [];

    public void Add(ForkLine line) => _lines.Add(line);

    public IReadOnlyList<EmulatedFork> Snapshot() => [.. _lines.Select(static line => line.Describe())];
}
