using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Live transcription by xAI.</summary>
public sealed record XaiTranscriptionConfig() : TranscriptionEngineConfig("xAI")
{
    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 25 codes such as <c>de</c>. Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, is <c>xai/grok-stt</c>, the only one.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}
