using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Text began to be spoken to all of a conference.</summary>
/// <remarks>Name on the wire: <c>conference.speak.started</c>. Names no leg.</remarks>
public sealed record ConferenceSpeakStartedEvent : TelnyxConferenceEvent
{
    /// <summary>The session of the leg that created the conference.</summary>
    [JsonPropertyName("creator_call_session_id")]
    public string? CreatorCallSessionId { get; init; }
}
