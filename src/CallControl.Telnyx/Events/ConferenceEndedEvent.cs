using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A conference ended.</summary>
/// <remarks>Name on the wire: <c>conference.ended</c>.</remarks>
public sealed record ConferenceEndedEvent : TelnyxConferenceEvent
{
    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public ConferenceEndReason Reason { get; init; }
}
