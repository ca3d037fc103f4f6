using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a detection is, and what it found.</summary>
public sealed record CallDetection
{
    /// <summary>What is detected.</summary>
    [JsonPropertyName("type")]
    public CallDetectType Type { get; init; }

    /// <summary>What was found.</summary>
    [JsonPropertyName("params")]
    public CallDetectionParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallDetection);
}
