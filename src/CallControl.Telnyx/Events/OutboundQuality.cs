using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How well the audio to a leg travelled.</summary>
/// <remarks>Sent as text; what is no number reads as null.</remarks>
public sealed record OutboundQuality
{
    /// <summary>Packets that went.</summary>
    [JsonPropertyName("packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? PacketCount { get; init; }

    /// <summary>Packets that were skipped.</summary>
    [JsonPropertyName("skip_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? SkipPacketCount { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(OutboundQuality);
}
