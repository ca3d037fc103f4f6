using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Plays a file and collects keys.</summary>
/// <remarks>
/// <c>call.playback.started</c>, <c>call.playback.ended</c> and a <c>call.dtmf.received</c> for each key come on the way, <c>call.gather.ended</c> at
/// the end.
/// </remarks>
public sealed record GatherUsingAudioCommand() : TelnyxGatherCommand("gather_using_audio")
{
    /// <summary>Where the prompt is: WAV or MP3.</summary>
    /// <value>An http or https address of at most 2000 characters, not together with <see cref="MediaName"/>.</value>
    [JsonPropertyName("audio_url")]
    public Uri? AudioUrl { get; init; }

    /// <summary>The prompt, in the vendor's media storage.</summary>
    /// <value>Not together with <see cref="AudioUrl"/>.</value>
    [JsonPropertyName("media_name")]
    public string? MediaName { get; init; }

    /// <summary>What is played after a wrong entry.</summary>
    /// <value>As <see cref="AudioUrl"/>, not together with <see cref="InvalidMediaName"/>. Null, the default, for nothing.</value>
    [JsonPropertyName("invalid_audio_url")]
    public Uri? InvalidAudioUrl { get; init; }

    /// <summary>What is played after a wrong entry, in the vendor's media storage.</summary>
    /// <value>Not together with <see cref="InvalidAudioUrl"/>. Null, the default, for nothing.</value>
    [JsonPropertyName("invalid_media_name")]
    public string? InvalidMediaName { get; init; }

    /// <summary>How long keys are waited for after the prompt, in milliseconds; it is then played again.</summary>
    /// <value>Null, the default, is 60000.</value>
    [JsonPropertyName("timeout_millis")]
    public int? TimeoutMs { get; init; }

    /// <summary>How often the prompt is played.</summary>
    /// <value>1 to 128. Null, the default, is 3.</value>
    [JsonPropertyName("maximum_tries")]
    public int? MaximumTries { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckUrl("audio_url", AudioUrl);
        violations.CheckUrl("invalid_audio_url", InvalidAudioUrl);
        violations.CheckNotTogether("audio_url", AudioUrl is not null, "media_name", MediaName is not null);
        violations.CheckNotTogether("invalid_audio_url", InvalidAudioUrl is not null, "invalid_media_name", InvalidMediaName is not null);
        violations.CheckAtLeast("timeout_millis", TimeoutMs, 0);
        violations.CheckRange("maximum_tries", MaximumTries, 1, CommandRules.MostTries);
    }
}
