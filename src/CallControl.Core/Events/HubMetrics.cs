using System.Diagnostics.Metrics;

namespace CallControl.Providers;

/// <summary>What the hub counts. The meter is named <c>CallControl</c>; every instrument is tagged with the provider.</summary>
internal sealed class HubMetrics : IDisposable
{
    private const string ProviderTag = "provider";

    private readonly Meter _meter = new("CallControl");
    private readonly Counter<long> _events;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _late;
    private readonly Counter<long> _missing;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _refused;
    private readonly UpDownCounter<long> _operations;

    public HubMetrics(Func<int> liveCalls)
    {
        _events = _meter.CreateCounter<long>("callcontrol.events", "{event}", "Events taken.");
        _duplicates = _meter.CreateCounter<long>("callcontrol.events.duplicate", "{event}", "Events that came again and were dropped.");
        _late = _meter.CreateCounter<long>("callcontrol.events.late", "{event}", "Events of a call that had ended; shown to event observers only.");
        _missing = _meter.CreateCounter<long>("callcontrol.events.missing", "{event}", "Numbers that a vendor left out, or whose event did not come in time.");
        _dropped = _meter.CreateCounter<long>("callcontrol.events.dropped", "{event}", "Events that a slow or absent reader of a call's event stream never saw.");
        _refused = _meter.CreateCounter<long>("callcontrol.events.refused", "{event}", "Events sent back to the vendor for want of room.");
        _operations = _meter.CreateUpDownCounter<long>("callcontrol.operations.pending", "{operation}", "Operations that have not ended.");
        _meter.CreateObservableGauge("callcontrol.calls", liveCalls, "{call}", "Calls known to this process, ended ones included while they are remembered.");
    }

    public void Taken(string provider) => _events.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Duplicate(string provider) => _duplicates.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Late(string provider) => _late.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Missing(string provider, long count) => _missing.Add(count, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Dropped(string provider) => _dropped.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Refused(string provider) => _refused.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void OperationStarted(string provider) => _operations.Add(1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void OperationEnded(string provider) => _operations.Add(-1, new KeyValuePair<string, object?>(ProviderTag, provider));

    public void Dispose() => _meter.Dispose();
}
