using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Text began to be spoken to one participant.</summary>
/// <remarks>Name on the wire: <c>conference.participant.speak.started</c>.</remarks>
public sealed record ConferenceParticipantSpeakStartedEvent : TelnyxConferenceEvent
{
    /// <summary>The session of the leg that created the conference.</summary>
    [JsonPropertyName("creator_call_session_id")]
    public string? CreatorCallSessionId { get; init; }
}
