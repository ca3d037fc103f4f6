using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the models of Deepgram have in common.</summary>
public abstract record DeepgramTranscriptionConfig : TranscriptionEngineConfig
{
    private protected DeepgramTranscriptionConfig(string model)
        : base("Deepgram") => Model = model;

    /// <summary>The model.</summary>
    [JsonPropertyName("transcription_model")]
    public string Model { get; }

    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>Words that are to be recognised rather than others, each with its weight.</summary>
    /// <value>Null, the default, for none. Unverified: the range of the weights.</value>
    [JsonPropertyName("keywords_boosting")]
    public IReadOnlyDictionary<string, double>? KeywordsBoosting { get; init; }

    /// <summary>The language, such as <c>de</c>, <c>en-US</c> or <c>auto_detect</c>; which ones depends on the model.</summary>
    /// <value>Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>Whether numbers, dates and the like are written as such.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("smart_format")]
    public bool? SmartFormat { get; init; }

    /// <summary>How long a silence ends an utterance, in milliseconds.</summary>
    /// <value>0 to 5000. Null, the default, is 1000.</value>
    [JsonPropertyName("utterance_end_ms")]
    public int? UtteranceEndMs { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRange(field + ".utterance_end_ms", UtteranceEndMs, 0, 5000);
    }
}
