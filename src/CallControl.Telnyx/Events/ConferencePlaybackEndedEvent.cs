using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A playback to all of a conference ended.</summary>
/// <remarks>Name on the wire: <c>conference.playback.ended</c>. Names no leg.</remarks>
public sealed record ConferencePlaybackEndedEvent : TelnyxConferenceEvent
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
