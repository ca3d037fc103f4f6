using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Records a leg; several recordings may run at a time.</summary>
/// <remarks>
/// Refused with code 90020 before there is audio. <c>call.recording.saved</c>, <c>call.recording.error</c> and
/// <c>call.recording.transcription.saved</c> follow.
/// </remarks>
public sealed record StartRecordingCommand() : TelnyxCallCommand("record_start")
{
    /// <summary>How many channels.</summary>
    [JsonPropertyName("channels")]
    public required RecordingChannels Channels { get; init; }

    /// <summary>The file format.</summary>
    [JsonPropertyName("format")]
    public required RecordingFormat Format { get; init; }

    /// <summary>The file name, to which the vendor appends the time.</summary>
    /// <value>1 to 40 characters. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("custom_file_name")]
    public string? CustomFileName { get; init; }

    /// <summary>The longest recording, in seconds.</summary>
    /// <value>0 to 43200; 0, the default, is without limit. The vendor says 14400 here and 43200 elsewhere.</value>
    [JsonPropertyName("max_length")]
    public int? MaxLengthSeconds { get; init; }

    /// <summary>Whether a beep tells that it begins.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("play_beep")]
    public bool? PlayBeep { get; init; }

    /// <summary>What is recorded; one direction makes one channel.</summary>
    /// <value>Null, the default, is both.</value>
    [JsonPropertyName("recording_track")]
    public LegTrack? Track { get; init; }

    /// <summary>After what silence it ends, in seconds. The vendor listens by transcription, and bills it.</summary>
    /// <value>0 or more; 0, the default, never.</value>
    [JsonPropertyName("timeout_secs")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>What is cut off.</summary>
    /// <value>Null, the default, is nothing.</value>
    [JsonPropertyName("trim")]
    public RecordingTrim? Trim { get; init; }

    /// <summary>Whether it is transcribed afterwards.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("transcription")]
    public bool? Transcription { get; init; }

    /// <summary>Who transcribes.</summary>
    /// <value>Null, the default, is Google.</value>
    [JsonPropertyName("transcription_engine")]
    public RecordingTranscriptionEngine? TranscriptionEngine { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 245 codes, which depend on the engine. Null, the default, is <c>en-US</c>.</value>
    [JsonPropertyName("transcription_language")]
    public string? TranscriptionLanguage { get; init; }

    /// <summary>The fewest speakers; Google only.</summary>
    /// <value>Not above <see cref="TranscriptionMaxSpeakerCount"/>. Null, the default, is 2.</value>
    [JsonPropertyName("transcription_min_speaker_count")]
    public int? TranscriptionMinSpeakerCount { get; init; }

    /// <summary>The most speakers; Google only.</summary>
    /// <value>Null, the default, is 6.</value>
    [JsonPropertyName("transcription_max_speaker_count")]
    public int? TranscriptionMaxSpeakerCount { get; init; }

    /// <summary>Whether swear words are masked; Google only.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("transcription_profanity_filter")]
    public bool? TranscriptionProfanityFilter { get; init; }

    /// <summary>Whether speakers are told apart; Google only.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("transcription_speaker_diarization")]
    public bool? TranscriptionSpeakerDiarization { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("channels", Channels.Value);
        violations.CheckRequired("format", Format.Value);
        violations.CheckLength("custom_file_name", CustomFileName, 1, CommandRules.LongestFileName);
        violations.CheckRange("max_length", MaxLengthSeconds, 0, CommandRules.LongestRecordingSeconds);
        violations.CheckAtLeast("timeout_secs", TimeoutSeconds, 0);
        violations.CheckSpeakers(
            "transcription_min_speaker_count", TranscriptionMinSpeakerCount, "transcription_max_speaker_count", TranscriptionMaxSpeakerCount);
    }
}
