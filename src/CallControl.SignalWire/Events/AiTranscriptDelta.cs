using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What was added to a transcript.</summary>
public sealed record AiTranscriptDelta
{
    /// <summary>In which language.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>What was added.</summary>
    [JsonPropertyName("delta")]
    public string? Delta { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiTranscriptDelta);
}
