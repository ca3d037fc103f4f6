using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Speechmatics.</summary>
public sealed record SpeechmaticsTranscriptionConfig() : TranscriptionEngineConfig("Speechmatics")
{
    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 17 codes such as <c>en</c>, <c>cy</c> or <c>cmn_en</c>. Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, is <c>speechmatics/standard</c>, the only one.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}
