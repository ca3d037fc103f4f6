using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A text spoken to all of a conference ended.</summary>
/// <remarks>Name on the wire: <c>conference.speak.ended</c>. Names no leg.</remarks>
public sealed record ConferenceSpeakEndedEvent : TelnyxConferenceEvent
{
    /// <summary>The session of the leg that created the conference.</summary>
    [JsonPropertyName("creator_call_session_id")]
    public string? CreatorCallSessionId { get; init; }
}
