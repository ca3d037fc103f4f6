using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Stops files and speech.</summary>
/// <remarks><c>call.playback.ended</c> or <c>call.speak.ended</c> follows.</remarks>
public sealed record StopPlaybackCommand() : TelnyxCallCommand("playback_stop")
{
    /// <summary>Whether the overlay queue is stopped.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("overlay")]
    public bool? Overlay { get; init; }

    /// <summary>What is stopped.</summary>
    /// <value>Null, the default, is all.</value>
    [JsonPropertyName("stop")]
    public PlaybackStop? Stop { get; init; }
}
