using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Live transcription by NVIDIA Parakeet.</summary>
public sealed record ParakeetTranscriptionConfig() : TranscriptionEngineConfig("Parakeet")
{
    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, is <c>nvidia/parakeet-v3</c>, the only one.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}
