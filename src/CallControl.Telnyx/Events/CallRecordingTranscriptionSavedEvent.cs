using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A recording was transcribed.</summary>
/// <remarks>Name on the wire: <c>call.recording.transcription.saved</c>.</remarks>
public sealed record CallRecordingTranscriptionSavedEvent : TelnyxEvent
{
    /// <summary>The recording.</summary>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    /// <summary>The transcription.</summary>
    [JsonPropertyName("recording_transcription_id")]
    public string? RecordingTranscriptionId { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonPropertyName("status")]
    public RecordingTranscriptionStatus Status { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("transcription_text")]
    public string? TranscriptionText { get; init; }
}
