using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>How an assistant understands the caller.</summary>
public sealed record AssistantTranscription : TelnyxCommandPart
{
    /// <summary>The language.</summary>
    /// <value>Null, the default, is <c>auto</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>
    /// The model that recognises speech, such as <c>deepgram/nova-3</c>, <c>openai/whisper-large-v3-turbo</c> or <c>google/latest_long</c>; 17 in
    /// all.
    /// </summary>
    /// <value>Null, the default, is <c>distil-whisper/distil-large-v2</c>.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }
}
