using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Finds out whether a person, a machine or a fax has answered.</summary>
/// <remarks>Sets the variables <c>detect_result</c> (human, machine, fax, unknown), <c>detect_machine_beep</c> (true, false) and <c>detect_ms</c>.</remarks>
public sealed record SwmlDetectMachine() : SwmlObjectMethod("detect_machine")
{
    /// <summary>Whether it goes on until a machine's beep, or its greeting's end.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("detect_message_end")]
    public bool? DetectMessageEnd { get; init; }

    /// <summary>What is looked for, with commas in between.</summary>
    /// <value>Of <c>amd</c> and <c>fax</c>. Null, the default, is <c>amd,fax</c>.</value>
    [JsonPropertyName("detectors")]
    public string? Detectors { get; init; }

    /// <summary>How long a silence ends speech, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 1.</value>
    [JsonPropertyName("end_silence_timeout")]
    public double? EndSilenceTimeoutSeconds { get; init; }

    /// <summary>How long it waits for speech, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 4.5.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>How long a silence makes a machine ready to record, in seconds.</summary>
    /// <value>0 or more. Null, the default, is <see cref="EndSilenceTimeoutSeconds"/>.</value>
    [JsonPropertyName("machine_ready_timeout")]
    public double? MachineReadyTimeoutSeconds { get; init; }

    /// <summary>How long speech makes it a machine, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 1.25.</value>
    [JsonPropertyName("machine_voice_threshold")]
    public double? MachineVoiceThresholdSeconds { get; init; }

    /// <summary>How many words at a stretch make it a machine.</summary>
    /// <value>0 or more. Null, the default, is 6.</value>
    [JsonPropertyName("machine_words_threshold")]
    public int? MachineWordsThreshold { get; init; }

    /// <summary>Where <c>calling.call.detect</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>The longest detection, in seconds.</summary>
    /// <value>0 or more. Null, the default, is 30.</value>
    [JsonPropertyName("timeout")]
    public double? TimeoutSeconds { get; init; }

    /// <summary>Which tone of a fax is looked for.</summary>
    /// <value>Null, the default, is <see cref="SwmlFaxTone.Ced"/>.</value>
    [JsonPropertyName("tone")]
    public SwmlFaxTone? Tone { get; init; }

    /// <summary>Whether the next step waits for the result.</summary>
    /// <value>Null, the default, is true; false needs <see cref="StatusUrl"/>.</value>
    [JsonPropertyName("wait")]
    public bool? Wait { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckId(field + ".detectors", Detectors);
        violations.CheckNumber(field + ".end_silence_timeout", EndSilenceTimeoutSeconds, 0);
        violations.CheckNumber(field + ".initial_timeout", InitialTimeoutSeconds, 0);
        violations.CheckNumber(field + ".machine_ready_timeout", MachineReadyTimeoutSeconds, 0);
        violations.CheckNumber(field + ".machine_voice_threshold", MachineVoiceThresholdSeconds, 0);
        violations.CheckAtLeast(field + ".machine_words_threshold", MachineWordsThreshold, 0);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckNumber(field + ".timeout", TimeoutSeconds, 0);
        if (Wait == false && StatusUrl is null)
            violations.Add(field + ".status_url", "must be given when wait is false");
        violations.CheckWord(field + ".tone", Tone);
    }
}
