using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Speaks a text and collects keys.</summary>
/// <remarks>A <c>call.dtmf.received</c> comes for each key, <c>call.gather.ended</c> at the end.</remarks>
public sealed record GatherUsingSpeakCommand() : TelnyxGatherCommand("gather_using_speak")
{
    /// <summary>What is spoken: text or SSML.</summary>
    /// <value>1 to 5000 characters. The vendor's field says 3000, its error table 5000.</value>
    [JsonPropertyName("payload")]
    public required string Payload { get; init; }

    /// <summary>What is spoken after a wrong entry.</summary>
    /// <value>At most 5000 characters, as for <see cref="Payload"/>; the vendor's field says 3000. Null, the default, for nothing.</value>
    [JsonPropertyName("invalid_payload")]
    public string? InvalidPayload { get; init; }

    /// <summary>What kind of text it is.</summary>
    /// <value>Null, the default, is plain text.</value>
    [JsonPropertyName("payload_type")]
    public SpeechPayloadType? PayloadType { get; init; }

    /// <summary>The voice.</summary>
    /// <value><c>Provider.Model.VoiceId</c>, or <c>male</c> or <c>female</c> with the basic service level. Not empty.</value>
    [JsonPropertyName("voice")]
    public required string Voice { get; init; }

    /// <summary>The voice's settings.</summary>
    /// <value>Null, the default, for the voice's defaults.</value>
    [JsonPropertyName("voice_settings")]
    public VoiceSettings? VoiceSettings { get; init; }

    /// <summary>The language; not heeded for voices of AWS Polly.</summary>
    /// <value>One of 29 codes such as <c>de-DE</c>. Null, the default, leaves it to the voice.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The quality of speech.</summary>
    /// <value>Null, the default, is premium.</value>
    [JsonPropertyName("service_level")]
    public SpeechServiceLevel? ServiceLevel { get; init; }

    /// <summary>How long keys are waited for after the prompt, in milliseconds; it is then spoken again.</summary>
    /// <value>Null, the default, is 60000.</value>
    [JsonPropertyName("timeout_millis")]
    public int? TimeoutMs { get; init; }

    /// <summary>How often the prompt is played.</summary>
    /// <value>1 to 128. Null, the default, is 3.</value>
    [JsonPropertyName("maximum_tries")]
    public int? MaximumTries { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckSpeech("payload", Payload);
        violations.CheckLength("invalid_payload", InvalidPayload, 0, CommandRules.LongestSpeech);
        violations.CheckRequired("voice", Voice);
        VoiceSettings?.Validate(violations, "voice_settings");
        violations.CheckAtLeast("timeout_millis", TimeoutMs, 0);
        violations.CheckRange("maximum_tries", MaximumTries, 1, CommandRules.MostTries);
    }
}
