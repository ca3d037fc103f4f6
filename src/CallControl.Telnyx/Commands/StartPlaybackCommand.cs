using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Plays a file.</summary>
/// <remarks>
/// Files queue up unless <see cref="Stop"/> or <see cref="Overlay"/> is given. <c>call.playback.started</c> and <c>call.playback.ended</c> follow.
/// Exactly one of <see cref="AudioUrl"/>, <see cref="MediaName"/> and <see cref="PlaybackContent"/> names what is played.
/// </remarks>
public sealed record StartPlaybackCommand() : TelnyxCallCommand("playback_start")
{
    /// <summary>Where the file is: WAV or MP3.</summary>
    /// <value>An http or https address of at most 2000 characters.</value>
    [JsonPropertyName("audio_url")]
    public Uri? AudioUrl { get; init; }

    /// <summary>A file in the vendor's media storage.</summary>
    [JsonPropertyName("media_name")]
    public string? MediaName { get; init; }

    /// <summary>The file itself, MP3 or WAV; base64 on the wire. Events then name no file.</summary>
    /// <value>Not copied: do not change it while the command is in use.</value>
    [JsonPropertyName("playback_content")]
    public ReadOnlyMemory<byte>? PlaybackContent { get; init; }

    /// <summary>The file's format.</summary>
    /// <value>Null, the default, is MP3.</value>
    [JsonPropertyName("audio_type")]
    public PlaybackAudioType? AudioType { get; init; }

    /// <summary>Whether the vendor may keep the file for the next time.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("cache_audio")]
    public bool? CacheAudio { get; init; }

    /// <summary>How often it is played.</summary>
    /// <value>Null, the default, is once.</value>
    [JsonPropertyName("loop")]
    public PlaybackLoop? Loop { get; init; }

    /// <summary>Whether it is mixed with what plays, which must be a file.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("overlay")]
    public bool? Overlay { get; init; }

    /// <summary>What is cut before: what plays now, or the queue too.</summary>
    /// <value>Null, the default, cuts nothing.</value>
    [JsonPropertyName("stop")]
    public PlaybackStop? Stop { get; init; }

    /// <summary>Which legs hear it.</summary>
    /// <value>Null, the default, is the leg that the command goes to.</value>
    [JsonPropertyName("target_legs")]
    public TargetLegs? TargetLegs { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckUrl("audio_url", AudioUrl);
        violations.CheckExactlyOne(
            ("audio_url", AudioUrl is not null), ("media_name", MediaName is not null), ("playback_content", PlaybackContent is not null));
        Loop?.Validate(violations, "loop");
    }
}
