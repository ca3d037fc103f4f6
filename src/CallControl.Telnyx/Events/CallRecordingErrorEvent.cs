using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A recording could not be stored.</summary>
/// <remarks>Name on the wire: <c>call.recording.error</c>.</remarks>
public sealed record CallRecordingErrorEvent : TelnyxEvent
{
    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public RecordingErrorReason Reason { get; init; }
}
