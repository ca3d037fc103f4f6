using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What <see cref="SwmlRecord"/> and <see cref="SwmlRecordCall"/> share.</summary>
public abstract record SwmlRecordingMethod : SwmlObjectMethod
{
    private protected SwmlRecordingMethod(string name)
        : base(name)
    {
    }

    /// <summary>Whether the two sides are on channels of their own.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("stereo")]
    public bool? Stereo { get; init; }

    /// <summary>The file's format.</summary>
    /// <value>Null, the default, is <see cref="SwmlRecordingFormat.Wav"/>.</value>
    [JsonPropertyName("format")]
    public SwmlRecordingFormat? Format { get; init; }

    /// <summary>Whose audio is recorded.</summary>
    /// <value>Null, the default, is <see cref="SwmlAudioDirection.Speak"/> for <c>record</c>, which does not know both, and <see cref="SwmlAudioDirection.Both"/> for <c>record_call</c>.</value>
    [JsonPropertyName("direction")]
    public SwmlAudioDirection? Direction { get; init; }

    /// <summary>The digits that end the recording.</summary>
    /// <value>Of 0-9, A-D, a-d, * and #; empty for none. Null, the default, is <c>#</c> for <c>record</c>, none for <c>record_call</c>.</value>
    /// <remarks>Unverified: the letters, which the vendor tells for <see cref="RecordCommand"/> only.</remarks>
    [JsonPropertyName("terminators")]
    public string? Terminators { get; init; }

    /// <summary>Whether a beep is heard before it.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("beep")]
    public bool? Beep { get; init; }

    /// <summary>How easily noise is taken for speech.</summary>
    /// <value>0 to 100, more is more sensitive. Null, the default, is 44.</value>
    [JsonPropertyName("input_sensitivity")]
    public double? InputSensitivity { get; init; }

    /// <summary>How long it waits for speech, in seconds.</summary>
    /// <value>Null, the default, is 4 for <c>record</c>, 0 (for ever) for <c>record_call</c>.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>How long a silence ends it, in seconds.</summary>
    /// <value>Null, the default, is 5 for <c>record</c>, 0 (none does) for <c>record_call</c>.</value>
    [JsonPropertyName("end_silence_timeout")]
    public double? EndSilenceTimeoutSeconds { get; init; }

    /// <summary>The longest recording, in seconds.</summary>
    [JsonPropertyName("max_length")]
    public double? MaxLengthSeconds { get; init; }

    /// <summary>Where <c>calling.call.record</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.Terminators(violations, field + ".terminators", Terminators);
        violations.CheckNumber(field + ".input_sensitivity", InputSensitivity, 0, 100);
        violations.CheckNumber(field + ".initial_timeout", InitialTimeoutSeconds, 0);
        violations.CheckNumber(field + ".end_silence_timeout", EndSilenceTimeoutSeconds, 0);
        violations.CheckNumber(field + ".max_length", MaxLengthSeconds, 0);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckWord(field + ".format", Format);
        violations.CheckWord(field + ".direction", Direction);
    }
}
