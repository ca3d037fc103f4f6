using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How speech is collected.</summary>
public sealed record CollectSpeech : SignalWireCommandPart
{
    /// <summary>After what silence the speech is over, in seconds.</summary>
    /// <value>Above 0. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("end_silence_timeout")]
    public double? EndSilenceTimeoutSeconds { get; init; }

    /// <summary>The longest speech, in seconds.</summary>
    /// <value>Above 0. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("speech_timeout")]
    public double? SpeechTimeoutSeconds { get; init; }

    /// <summary>The language.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>What is likely to be said.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("hints")]
    public IReadOnlyList<string>? Hints { get; init; }

    /// <summary>The engine's model.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>Who recognises the speech.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("engine")]
    public CollectSpeechEngine? Engine { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckAbove($"{field}.end_silence_timeout", EndSilenceTimeoutSeconds, 0);
        violations.CheckAbove($"{field}.speech_timeout", SpeechTimeoutSeconds, 0);
        violations.CheckTexts($"{field}.hints", Hints);
        violations.CheckWord($"{field}.engine", Engine);
    }
}
