using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Tunes the detection of answering machines.</summary>
/// <remarks>
/// The premium detector heeds only <see cref="TotalAnalysisTimeMs"/> and <see cref="GreetingDurationMs"/>. All times in milliseconds.
/// </remarks>
public sealed record MachineDetectionConfig : TelnyxCommandPart
{
    /// <summary>How long it must be silent after the greeting for the greeting to count as ended.</summary>
    /// <value>Null, the default, is 800.</value>
    [JsonPropertyName("after_greeting_silence_millis")]
    public int? AfterGreetingSilenceMs { get; init; }

    /// <summary>How long a pause parts two words.</summary>
    /// <value>Null, the default, is 50.</value>
    [JsonPropertyName("between_words_silence_millis")]
    public int? BetweenWordsSilenceMs { get; init; }

    /// <summary>A greeting that is longer is a machine's.</summary>
    /// <value>Null, the default, is 3500.</value>
    [JsonPropertyName("greeting_duration_millis")]
    public int? GreetingDurationMs { get; init; }

    /// <summary>How long a silence ends a machine's greeting.</summary>
    /// <value>Null, the default, is 1500.</value>
    [JsonPropertyName("greeting_silence_duration_millis")]
    public int? GreetingSilenceDurationMs { get; init; }

    /// <summary>How long the end of a machine's greeting is waited for.</summary>
    /// <value>Null, the default, is 5000.</value>
    [JsonPropertyName("greeting_total_analysis_time_millis")]
    public int? GreetingTotalAnalysisTimeMs { get; init; }

    /// <summary>A silence at the beginning that is longer is a machine's.</summary>
    /// <value>Null, the default, is 3500.</value>
    [JsonPropertyName("initial_silence_millis")]
    public int? InitialSilenceMs { get; init; }

    /// <summary>More words than these are a machine's.</summary>
    /// <value>Null, the default, is 5.</value>
    [JsonPropertyName("maximum_number_of_words")]
    public int? MaximumNumberOfWords { get; init; }

    /// <summary>The longest sound that counts as one word.</summary>
    /// <value>Null, the default, is 3500.</value>
    [JsonPropertyName("maximum_word_length_millis")]
    public int? MaximumWordLengthMs { get; init; }

    /// <summary>The level below which it is silent, as the vendor measures it.</summary>
    /// <value>Null, the default, is 256.</value>
    [JsonPropertyName("silence_threshold")]
    public int? SilenceThreshold { get; init; }

    /// <summary>How long the whole detection may last.</summary>
    /// <value>Null, the default, is 3500.</value>
    [JsonPropertyName("total_analysis_time_millis")]
    public int? TotalAnalysisTimeMs { get; init; }

    /// <summary>How the beep is recognised.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("beep_detection_profile")]
    public BeepDetectionProfile? BeepDetectionProfile { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckAtLeast(field + ".after_greeting_silence_millis", AfterGreetingSilenceMs, 0);
        violations.CheckAtLeast(field + ".between_words_silence_millis", BetweenWordsSilenceMs, 0);
        violations.CheckAtLeast(field + ".greeting_duration_millis", GreetingDurationMs, 0);
        violations.CheckAtLeast(field + ".greeting_silence_duration_millis", GreetingSilenceDurationMs, 0);
        violations.CheckAtLeast(field + ".greeting_total_analysis_time_millis", GreetingTotalAnalysisTimeMs, 0);
        violations.CheckAtLeast(field + ".initial_silence_millis", InitialSilenceMs, 0);
        violations.CheckAtLeast(field + ".maximum_number_of_words", MaximumNumberOfWords, 0);
        violations.CheckAtLeast(field + ".maximum_word_length_millis", MaximumWordLengthMs, 0);
        violations.CheckAtLeast(field + ".silence_threshold", SilenceThreshold, 0);
        violations.CheckAtLeast(field + ".total_analysis_time_millis", TotalAnalysisTimeMs, 0);
    }
}
