namespace CallControl.Testing;

/// <summary>What runs on a leg.</summary>
internal sealed class LegOperations
{
    private readonly List<LegOperation> _running = [];

    public void Add(LegOperation operation) => _running.Add(operation);

    public void Remove(LegOperation operation) => _running.Remove(operation);

    public bool IsUsed(string kind, string controlId) => Find(kind, controlId) is not null;

    public LegOperation? Find(string kind, string controlId) =>
        _running.Find(operation => operation.Kind == kind && operation.ControlId == controlId);

    public LegOperation? Last(string kind) => _running.FindLast(operation => operation.Kind == kind);

    public void Press(char key)
    {
        foreach (var operation in _running.ToArray())
            operation.Press(key);
    }

    public void Say(string text)
    {
        foreach (var operation in _running.ToArray())
            operation.Say(text);
    }

    public void EndAll()
    {
        foreach (var operation in _running.ToArray())
            operation.Stop();
    }
}
