using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>How well the audio of a leg travelled.</summary>
public sealed record CallQualityStats
{
    /// <summary>What came from the leg.</summary>
    [JsonPropertyName("inbound")]
    public InboundQuality? Inbound { get; init; }

    /// <summary>What went to the leg.</summary>
    [JsonPropertyName("outbound")]
    public OutboundQuality? Outbound { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallQualityStats);
}
