using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A transcript could not be made. Comes after the call has ended.</summary>
/// <remarks>
/// Name on the wire: <c>calling.transcript.failed</c>.
/// Has no event channel and no control id: the leg tells what it belongs to.
/// </remarks>
public sealed record TranscriptFailedEvent : SignalWireEvent
{
    /// <summary>The transcript, a UUID.</summary>
    [JsonPropertyName("id")]
    public string? TranscriptId { get; init; }

    /// <summary>What was understood, if anything was.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }
}
