using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A piece of what is being said.</summary>
/// <remarks>Name on the wire: <c>call.transcription</c>.</remarks>
public sealed record CallTranscriptionEvent : TelnyxEvent
{
    /// <summary>The piece.</summary>
    [JsonPropertyName("transcription_data")]
    public TranscriptionData? TranscriptionData { get; init; }
}
