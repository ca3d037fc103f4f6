using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Plays sounds and waits for digits or speech.</summary>
/// <remarks>
/// Takes digits only; once a member of speech is set, speech only; both once members of both are set. Sets the variables <c>prompt_result</c> (failed, no_input, match_speech, match_digits,
/// no_match), <c>prompt_value</c>, <c>prompt_digit_terminator</c> and <c>prompt_speech_confidence</c>.
/// </remarks>
public sealed record SwmlPrompt() : SwmlObjectMethod("prompt")
{
    /// <summary>Plays sounds and waits for input.</summary>
    /// <param name="play">The sounds.</param>
    [SetsRequiredMembers]
    public SwmlPrompt(params IReadOnlyList<SwmlSound> play)
        : this() => Play = play;

    /// <summary>The sounds, one after another.</summary>
    /// <value>At least one.</value>
    [JsonPropertyName("play")]
    [JsonConverter(typeof(SwmlSoundsConverter))]
    public required IReadOnlyList<SwmlSound> Play { get; init; }

    /// <summary>How much louder, in dB.</summary>
    /// <value>-40 to 40. Null, the default, is 0.</value>
    [JsonPropertyName("volume")]
    public double? Volume { get; init; }

    /// <summary>The voice of spoken text.</summary>
    /// <value>Null, the default, is <c>Polly.Salli</c>.</value>
    [JsonPropertyName("say_voice")]
    public string? SayVoice { get; init; }

    /// <summary>The language of spoken text.</summary>
    /// <value>Null, the default, is <c>en-US</c>.</value>
    [JsonPropertyName("say_language")]
    public string? SayLanguage { get; init; }

    /// <summary>The gender of the voice.</summary>
    /// <value>Null, the default, is <c>female</c>.</value>
    [JsonPropertyName("say_gender")]
    public string? SayGender { get; init; }

    /// <summary>How many digits are collected.</summary>
    /// <value>1 or more. Null, the default, is 1.</value>
    [JsonPropertyName("max_digits")]
    public int? MaxDigits { get; init; }

    /// <summary>The digits that end the input.</summary>
    /// <value>Of 0-9, A-D, a-d, * and #. Null, the default, for none.</value>
    /// <remarks>Unverified: the letters, which the vendor tells for <see cref="CollectCommand"/> only.</remarks>
    [JsonPropertyName("terminators")]
    public string? Terminators { get; init; }

    /// <summary>How long it waits for the next digit, in seconds.</summary>
    /// <value>Null, the default, is 5.</value>
    [JsonPropertyName("digit_timeout")]
    public double? DigitTimeoutSeconds { get; init; }

    /// <summary>How long it waits for the first input, in seconds.</summary>
    /// <value>Null, the default, is 5.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>How long it waits for what is recognised in speech, in seconds.</summary>
    [JsonPropertyName("speech_timeout")]
    public double? SpeechTimeoutSeconds { get; init; }

    /// <summary>How long a pause ends speech, in seconds.</summary>
    [JsonPropertyName("speech_end_timeout")]
    public double? SpeechEndTimeoutSeconds { get; init; }

    /// <summary>The language that is spoken.</summary>
    [JsonPropertyName("speech_language")]
    public string? SpeechLanguage { get; init; }

    /// <summary>Words that are expected.</summary>
    [JsonPropertyName("speech_hints")]
    public IReadOnlyList<string>? SpeechHints { get; init; }

    /// <summary>What recognises speech.</summary>
    /// <value><c>Google</c>, <c>Google.V2</c> or <c>Deepgram</c>. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("speech_engine")]
    public string? SpeechEngine { get; init; }

    /// <summary>Where <c>calling.call.collect</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Play is null)
            violations.Add(field + ".play", "must be given");

        SwmlRules.Sounds(violations, field + ".play", Play);
        violations.CheckNumber(field + ".volume", Volume, -40, 40);
        violations.CheckAtLeast(field + ".max_digits", MaxDigits, 1);
        SwmlRules.Terminators(violations, field + ".terminators", Terminators);
        violations.CheckNumber(field + ".digit_timeout", DigitTimeoutSeconds, 0);
        violations.CheckNumber(field + ".initial_timeout", InitialTimeoutSeconds, 0);
        violations.CheckNumber(field + ".speech_timeout", SpeechTimeoutSeconds, 0);
        violations.CheckNumber(field + ".speech_end_timeout", SpeechEndTimeoutSeconds, 0);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
    }
}
