using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A playback to one participant began.</summary>
/// <remarks>Name on the wire: <c>conference.participant.playback.started</c>.</remarks>
public sealed record ConferenceParticipantPlaybackStartedEvent : TelnyxConferenceEvent
{
    /// <summary>The session of the leg that created the conference.</summary>
    [JsonPropertyName("creator_call_session_id")]
    public string? CreatorCallSessionId { get; init; }

    /// <summary>The address that is played.</summary>
    [JsonPropertyName("media_url")]
    public string? MediaUrl { get; init; }

    /// <summary>The name of the stored media file that is played.</summary>
    [JsonPropertyName("media_name")]
    public string? MediaName { get; init; }
}
