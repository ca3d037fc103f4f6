using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A transcript is done. Comes after the call has ended.</summary>
/// <remarks>
/// Name on the wire: <c>calling.transcript.completed</c>.
/// Has no event channel and no control id: the leg tells what it belongs to.
/// </remarks>
public sealed record TranscriptCompletedEvent : SignalWireEvent
{
    /// <summary>The transcript, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? TranscriptId { get; init; }

    /// <summary>What was said.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }
}
