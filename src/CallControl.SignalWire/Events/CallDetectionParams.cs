using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a detection found.</summary>
public sealed record CallDetectionParams
{
    /// <summary>The finding.</summary>
    [JsonPropertyName("event")]
    public CallDetectFinding Event { get; init; }

    /// <summary>Whether the machine's tone was heard.</summary>
    [JsonPropertyName("beep")]
    public bool? Beep { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallDetectionParams);
}
