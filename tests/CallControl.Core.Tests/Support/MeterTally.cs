using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CallControl.Core.Tests;

/// <summary>Adds up what the meter <c>CallControl</c> counts for one provider.</summary>
internal sealed class MeterTally : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _sums = new();

    public MeterTally(string provider)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "CallControl")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var (name, tag) in tags)
            {
                if (name != "provider" || !Equals(tag, provider))
                    continue;

                _sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
                OnMeasured?.Invoke(instrument.Name, value);
            }
        });
        _listener.Start();
    }

    /// <summary>Runs within each measurement.</summary>
    public Action<string, long>? OnMeasured { get; set; }

    public long this[string name] => _sums.GetValueOrDefault("callcontrol." + name);

    public void Dispose() => _listener.Dispose();
}
