using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Looks for an answering machine.</summary>
public sealed record DetectMachine() : DetectTarget("machine")
{
    /// <summary>How long speech is waited for, in seconds.</summary>
    /// <value>Null, the default, is 4.5.</value>
    [JsonPropertyName("initial_timeout")]
    public double? InitialTimeoutSeconds { get; init; }

    /// <summary>After what silence the speech is over, in seconds.</summary>
    /// <value>Null, the default, is 1.</value>
    [JsonPropertyName("end_silence_timeout")]
    public double? EndSilenceTimeoutSeconds { get; init; }

    /// <summary>How long a machine is waited for that is ready to record, in seconds.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("machine_ready_timeout")]
    public double? MachineReadyTimeoutSeconds { get; init; }

    /// <summary>From how much speech it counts as a machine, in seconds.</summary>
    /// <value>Null, the default, is 1.25.</value>
    [JsonPropertyName("machine_voice_threshold")]
    public double? MachineVoiceThresholdSeconds { get; init; }

    /// <summary>From how many words it counts as a machine.</summary>
    /// <value>Null, the default, is 6.</value>
    [JsonPropertyName("machine_words_threshold")]
    public int? MachineWordsThreshold { get; init; }

    /// <summary>Whether it is told when the machine speaks again.</summary>
    /// <value>Null, the default, is false.</value>
    /// <remarks>Unverified: what it does; the vendor names it only.</remarks>
    [JsonPropertyName("detect_interruptions")]
    public bool? DetectInterruptions { get; init; }

    /// <summary>Whether the end of the machine's message is waited for.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("detect_message_end")]
    public bool? DetectMessageEnd { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckFinite($"{field}.params.initial_timeout", InitialTimeoutSeconds);
        violations.CheckFinite($"{field}.params.end_silence_timeout", EndSilenceTimeoutSeconds);
        violations.CheckFinite($"{field}.params.machine_ready_timeout", MachineReadyTimeoutSeconds);
        violations.CheckFinite($"{field}.params.machine_voice_threshold", MachineVoiceThresholdSeconds);
    }
}
