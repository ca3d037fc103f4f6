using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A text spoken to one participant ended.</summary>
/// <remarks>Name on the wire: <c>conference.participant.speak.ended</c>.</remarks>
public sealed record ConferenceParticipantSpeakEndedEvent : TelnyxConferenceEvent
{
    /// <summary>The session of the leg that created the conference.</summary>
    [JsonPropertyName("creator_call_session_id")]
    public string? CreatorCallSessionId { get; init; }
}
