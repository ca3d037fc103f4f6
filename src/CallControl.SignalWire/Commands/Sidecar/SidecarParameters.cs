using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How an AI sidecar works. Unverified, beyond names, ranges and defaults: what the members mean, which the vendor hardly says.</summary>
public sealed record SidecarParameters : SignalWireCommandPart
{
    /// <summary>How long it waits after an utterance before it acts, in milliseconds.</summary>
    /// <value>50 to 5000. Null, the default, is 200.</value>
    [JsonPropertyName("idle_timeout_ms")]
    public int? IdleTimeoutMs { get; init; }

    /// <summary>The shortest time between two of its actions, in milliseconds.</summary>
    /// <value>0 to 60000. Null, the default, is 0.</value>
    [JsonPropertyName("min_interval_ms")]
    public int? MinIntervalMs { get; init; }

    /// <summary>How often it may call functions before it must come to an end.</summary>
    /// <value>1 to 20. Null, the default, is 5.</value>
    [JsonPropertyName("max_iters_per_tick")]
    public int? MaxIterationsPerTick { get; init; }

    /// <summary>How much of the conversation it keeps in mind, in tokens.</summary>
    /// <value>1000 to 200000. Null, the default, is 8000.</value>
    [JsonPropertyName("max_history_tokens")]
    public int? MaxHistoryTokens { get; init; }

    /// <summary>Whether its actions reach the call.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("act_on_channel")]
    public bool? ActOnChannel { get; init; }

    /// <summary>Whether it sums up at the end.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("final_summary")]
    public bool? FinalSummary { get; init; }

    /// <summary>Whether a summary is made by the language model.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("ai_summary")]
    public bool? AiSummary { get; init; }

    /// <summary>How the summary is to be made.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("ai_summary_prompt")]
    public string? AiSummaryPrompt { get; init; }

    /// <summary>The language model of the summary.</summary>
    /// <value>Null, the default, is <see cref="AiModel.Gpt4oMini"/>.</value>
    [JsonPropertyName("summary_model")]
    public AiModel? SummaryModel { get; init; }

    /// <summary>Whether events come while it runs.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("live_events")]
    public bool? LiveEvents { get; init; }

    /// <summary>Whether utterances are told in full.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("verbose_utterances")]
    public bool? VerboseUtterances { get; init; }

    /// <summary>Who recognises the speech.</summary>
    /// <value>Null, the default, is <see cref="LiveSpeechEngine.Deepgram"/>.</value>
    [JsonPropertyName("speech_engine")]
    public LiveSpeechEngine? SpeechEngine { get; init; }

    /// <summary>The longest utterance, in milliseconds. Unverified: the unit.</summary>
    /// <value>0 to 600000. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("speech_timeout")]
    public int? SpeechTimeoutMs { get; init; }

    /// <summary>After what silence an utterance is over, in milliseconds.</summary>
    /// <value>0 to 60000. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("vad_silence_ms")]
    public int? VadSilenceMs { get; init; }

    /// <summary>From what level a sound counts as speech.</summary>
    /// <value>0 to 10000. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("vad_thresh")]
    public int? VadThreshold { get; init; }

    /// <summary>How much the vendor logs.</summary>
    /// <value>0 to 100. Null, the default, is 0.</value>
    [JsonPropertyName("debug_level")]
    public int? DebugLevel { get; init; }

    /// <summary>Whether it tells what it does.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("debug")]
    public bool? Debug { get; init; }

    /// <summary>Helps the recognition of the speech.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("transcribe_prompt")]
    public string? TranscribePrompt { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRange($"{field}.idle_timeout_ms", IdleTimeoutMs, 50, 5_000);
        violations.CheckRange($"{field}.min_interval_ms", MinIntervalMs, 0, 60_000);
        violations.CheckRange($"{field}.max_iters_per_tick", MaxIterationsPerTick, 1, 20);
        violations.CheckRange($"{field}.max_history_tokens", MaxHistoryTokens, 1_000, 200_000);
        violations.CheckWord($"{field}.summary_model", SummaryModel);
        violations.CheckWord($"{field}.speech_engine", SpeechEngine);
        violations.CheckRange($"{field}.speech_timeout", SpeechTimeoutMs, 0, 600_000);
        violations.CheckRange($"{field}.vad_silence_ms", VadSilenceMs, 0, 60_000);
        violations.CheckRange($"{field}.vad_thresh", VadThreshold, 0, 10_000);
        violations.CheckRange($"{field}.debug_level", DebugLevel, 0, 100);
    }
}
