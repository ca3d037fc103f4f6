using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Puts the called party into a conference when it answers.</summary>
public sealed record ConferenceConfig : TelnyxCommandPart
{
    /// <summary>When the conference beeps.</summary>
    /// <value>Null, the default, leaves it to the conference.</value>
    [JsonPropertyName("beep_enabled")]
    public ConferenceBeep? BeepEnabled { get; init; }

    /// <summary>The conference's name.</summary>
    /// <value>Null where <see cref="Id"/> names it.</value>
    [JsonPropertyName("conference_name")]
    public string? ConferenceName { get; init; }

    /// <summary>Whether sound from before the answer is heard in the conference.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("early_media")]
    public bool? EarlyMedia { get; init; }

    /// <summary>Whether the conference ends when this party leaves.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("end_conference_on_exit")]
    public bool? EndConferenceOnExit { get; init; }

    /// <summary>Whether the party joins on hold.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("hold")]
    public bool? Hold { get; init; }

    /// <summary>What is played while it is on hold.</summary>
    /// <value>An http or https address of at most 2000 characters; not together with <see cref="HoldMediaName"/>.</value>
    [JsonPropertyName("hold_audio_url")]
    public Uri? HoldAudioUrl { get; init; }

    /// <summary>What is played while it is on hold: a file in the vendor's media storage.</summary>
    /// <value>Not together with <see cref="HoldAudioUrl"/>.</value>
    [JsonPropertyName("hold_media_name")]
    public string? HoldMediaName { get; init; }

    /// <summary>The conference, by its id.</summary>
    /// <value>A UUID; null where <see cref="ConferenceName"/> names it.</value>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Whether the party joins muted.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("mute")]
    public bool? Mute { get; init; }

    /// <summary>Whether the conference ends when this party leaves, without hanging up on those who stay.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("soft_end_conference_on_exit")]
    public bool? SoftEndConferenceOnExit { get; init; }

    /// <summary>Whether a conference that is created for this party starts at once.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("start_conference_on_create")]
    public bool? StartConferenceOnCreate { get; init; }

    /// <summary>Whether the conference starts when this party joins.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("start_conference_on_enter")]
    public bool? StartConferenceOnEnter { get; init; }

    /// <summary>What the party may do as a supervisor.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("supervisor_role")]
    public SupervisorRole? SupervisorRole { get; init; }

    /// <summary>The legs that hear a supervisor who whispers, by their call control ids.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("whisper_call_control_ids")]
    public IReadOnlyList<string>? WhisperCallControlIds { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckUrl(field + ".hold_audio_url", HoldAudioUrl);
        violations.CheckNotTogether(field + ".hold_audio_url", HoldAudioUrl is not null, field + ".hold_media_name", HoldMediaName is not null);
        violations.CheckTexts(field + ".whisper_call_control_ids", WhisperCallControlIds);
    }
}
