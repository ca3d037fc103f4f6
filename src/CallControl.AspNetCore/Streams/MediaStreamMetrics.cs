using System.Diagnostics.Metrics;
using CallControl.Media;

namespace CallControl.AspNetCore;

/// <summary>What media streams count, once they have ended. The meter is named <c>CallControl</c>; every instrument is tagged with the provider.</summary>
internal sealed class MediaStreamMetrics : IDisposable
{
    private readonly Meter _meter = new("CallControl");
    private readonly UpDownCounter<long> _streams;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _refused;

    public MediaStreamMetrics()
    {
        _streams = _meter.CreateUpDownCounter<long>("callcontrol.streams", "{stream}", "Media streams that are open.");
        _lost = _meter.CreateCounter<long>("callcontrol.stream.frames.lost", "{frame}", "Frames of media streams that did not come in time.");
        _dropped = _meter.CreateCounter<long>("callcontrol.stream.frames.dropped", "{frame}", "Frames of media streams that nobody read in time.");
        _refused = _meter.CreateCounter<long>("callcontrol.streams.refused", "{stream}", "Media streams that were refused, or did not start.");
    }

    public void Started(string provider) => _streams.Add(1, Tag(provider));

    public void Ended(string provider, MediaStreamStatistics statistics)
    {
        _streams.Add(-1, Tag(provider));
        if (statistics.FramesLost > 0)
            _lost.Add(statistics.FramesLost, Tag(provider));

        if (statistics.FramesDropped > 0)
            _dropped.Add(statistics.FramesDropped, Tag(provider));
    }

    public void Refused(string provider) => _refused.Add(1, Tag(provider));

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string provider) => new("provider", provider);
}
