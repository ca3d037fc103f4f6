using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What transcription by Google has under either of its names.</summary>
public abstract record GoogleTranscriptionSettings : TranscriptionEngineConfig
{
    private protected GoogleTranscriptionSettings(string engine)
        : base(engine)
    {
    }

    /// <summary>Whether speakers are told apart.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("enable_speaker_diarization")]
    public bool? EnableSpeakerDiarization { get; init; }

    /// <summary>Words to expect.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("hints")]
    public IReadOnlyList<string>? Hints { get; init; }

    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 80 codes such as <c>de</c>. Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The most speakers.</summary>
    /// <value>Null, the default, is 6.</value>
    [JsonPropertyName("max_speaker_count")]
    public int? MaxSpeakerCount { get; init; }

    /// <summary>The fewest speakers.</summary>
    /// <value>Not above <see cref="MaxSpeakerCount"/>. Null, the default, is 2.</value>
    [JsonPropertyName("min_speaker_count")]
    public int? MinSpeakerCount { get; init; }

    /// <summary>
    /// The model: <c>latest_long</c>, <c>latest_short</c>, <c>command_and_search</c>, <c>phone_call</c>, <c>video</c>, <c>default</c>,
    /// <c>medical_conversation</c>, <c>medical_dictation</c>.
    /// </summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>Whether swear words are masked.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("profanity_filter")]
    public bool? ProfanityFilter { get; init; }

    /// <summary>Phrases that are to be recognised rather than others.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("speech_context")]
    public IReadOnlyList<SpeechContext>? SpeechContext { get; init; }

    /// <summary>Whether the dearer variant of the model is used.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("use_enhanced")]
    public bool? UseEnhanced { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckSpeakers(field + ".min_speaker_count", MinSpeakerCount, field + ".max_speaker_count", MaxSpeakerCount);
        for (var i = 0; i < SpeechContext?.Count; i++)
            SpeechContext[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}.speech_context[{i}]"));
    }
}
