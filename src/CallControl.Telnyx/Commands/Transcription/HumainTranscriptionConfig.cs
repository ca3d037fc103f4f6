using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Humain.</summary>
/// <remarks>Newer than the vendor's specification: known from its SDKs alone.</remarks>
public sealed record HumainTranscriptionConfig() : TranscriptionEngineConfig("Humain")
{
    /// <summary>The language: <c>ar</c>, <c>en</c>, <c>codeswitch</c>, <c>auto</c>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The model: <c>humain/realtime</c>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}
