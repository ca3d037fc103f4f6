namespace CallControl.Callr;

/// <summary>Which flow conducts the calls of which app of an account.</summary>
internal sealed class CallrAppFlows
{
    private readonly Dictionary<string, Type> _flows = [];

    public Type? Find(string app) => _flows.GetValueOrDefault(app);

    /// <exception cref="InvalidOperationException">The app has another flow.</exception>
    public void Add(string app, Type flow)
    {
        if (!_flows.TryAdd(app, flow) && _flows[app] != flow)
            throw new InvalidOperationException($"Two flows are registered for the Real-Time app '{app}': {_flows[app].Name} and {flow.Name}.");
    }
}
