using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What transcription by Telnyx has under either of its names.</summary>
public abstract record TelnyxTranscriptionSettings : TranscriptionEngineConfig
{
    private protected TelnyxTranscriptionSettings(string engine)
        : base(engine)
    {
    }

    /// <summary>The language.</summary>
    /// <value>One of 100 codes such as <c>de</c>. Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The model: <c>openai/whisper-tiny</c>, <c>openai/whisper-large-v3-turbo</c>.</summary>
    /// <value>Null, the default, is the first.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }
}
