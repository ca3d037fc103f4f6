using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A playback began.</summary>
/// <remarks>Name on the wire: <c>call.playback.started</c>.</remarks>
public sealed record CallPlaybackStartedEvent : TelnyxEvent
{
    /// <summary>The address that is played.</summary>
    [JsonPropertyName("media_url")]
    public string? MediaUrl { get; init; }

    /// <summary>The name of the stored media file that is played.</summary>
    [JsonPropertyName("media_name")]
    public string? MediaName { get; init; }

    /// <summary>Whether it is laid over what else is heard.</summary>
    [JsonPropertyName("overlay")]
    public bool? Overlay { get; init; }

    /// <summary>The playback. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("playback_id")]
    public string? PlaybackId { get; init; }
}
