using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How well the audio from a leg travelled.</summary>
/// <remarks>Sent as text; what is no number reads as null.</remarks>
public sealed record InboundQuality
{
    /// <summary>The largest variance of the jitter; the unit is not documented.</summary>
    [JsonPropertyName("jitter_max_variance")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? JitterMaxVariance { get; init; }

    /// <summary>Packets that came with jitter.</summary>
    [JsonPropertyName("jitter_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? JitterPacketCount { get; init; }

    /// <summary>The mean opinion score, from 1 to 5.</summary>
    [JsonPropertyName("mos")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? Mos { get; init; }

    /// <summary>Packets that came.</summary>
    [JsonPropertyName("packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? PacketCount { get; init; }

    /// <summary>Packets that were skipped.</summary>
    [JsonPropertyName("skip_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? SkipPacketCount { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(InboundQuality);
}
