using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How a live session of whatever kind is started.</summary>
public abstract record LiveSessionStart : SignalWireCommandPart
{
    private const int HighestVoiceThreshold = 1_800;
    private const int HighestDebugLevel = 2;

    private protected LiveSessionStart()
    {
    }

    /// <summary>Which sides of the leg that the command goes to.</summary>
    /// <value>At least one.</value>
    [JsonPropertyName("direction")]
    public required IReadOnlyList<CallerSide> Direction { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("webhook")]
    public Uri? Webhook { get; init; }

    /// <summary>Whether events come while it runs.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("live_events")]
    public bool? LiveEvents { get; init; }

    /// <summary>Whether a summary comes at the end.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("ai_summary")]
    public bool? AiSummary { get; init; }

    /// <summary>How the summary is to be made.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("ai_summary_prompt")]
    public string? AiSummaryPrompt { get; init; }

    /// <summary>Who recognises the speech.</summary>
    /// <value>Null, the default, is <see cref="LiveSpeechEngine.Deepgram"/>.</value>
    [JsonPropertyName("speech_engine")]
    public LiveSpeechEngine? SpeechEngine { get; init; }

    /// <summary>The longest utterance, in milliseconds. Unverified: the unit.</summary>
    /// <value>Null, the default, is 60000.</value>
    [JsonPropertyName("speech_timeout")]
    public int? SpeechTimeoutMs { get; init; }

    /// <summary>After what silence an utterance is over, in milliseconds.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("vad_silence_ms")]
    public int? VadSilenceMs { get; init; }

    /// <summary>From what level a sound counts as speech.</summary>
    /// <value>0 to 1800. Null, the default, is 400.</value>
    [JsonPropertyName("vad_thresh")]
    public int? VadThreshold { get; init; }

    /// <summary>How much the vendor logs.</summary>
    /// <value>0 to 2. Null, the default, is 0.</value>
    [JsonPropertyName("debug_level")]
    public int? DebugLevel { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckCount($"{field}.direction", Direction?.Count ?? 0, 1);
        violations.CheckWords($"{field}.direction", Direction);
        violations.CheckHttpUrl($"{field}.webhook", Webhook);
        violations.CheckWord($"{field}.speech_engine", SpeechEngine);
        violations.CheckRange($"{field}.vad_thresh", VadThreshold, 0, HighestVoiceThreshold);
        violations.CheckRange($"{field}.debug_level", DebugLevel, 0, HighestDebugLevel);
    }
}
