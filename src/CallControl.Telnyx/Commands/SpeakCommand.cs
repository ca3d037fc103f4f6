using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Speaks a text.</summary>
/// <remarks><c>call.speak.started</c> and <c>call.speak.ended</c> follow.</remarks>
public sealed record SpeakCommand() : TelnyxCallCommand("speak")
{
    /// <summary>What is spoken: text or SSML.</summary>
    /// <value>1 to 5000 characters. The vendor's field says 3000, its error table 5000.</value>
    [JsonPropertyName("payload")]
    public required string Payload { get; init; }

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

    /// <summary>How often it is played.</summary>
    /// <value>Null, the default, is once.</value>
    [JsonPropertyName("loop")]
    public PlaybackLoop? Loop { get; init; }

    /// <summary>What is cut before: what plays now, or the queue too.</summary>
    /// <value>Null, the default, cuts nothing.</value>
    [JsonPropertyName("stop")]
    public PlaybackStop? Stop { get; init; }

    /// <summary>Which legs hear it.</summary>
    /// <value>Null, the default, is the leg that the command goes to.</value>
    [JsonPropertyName("target_legs")]
    public TargetLegs? TargetLegs { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckSpeech("payload", Payload);
        violations.CheckRequired("voice", Voice);
        VoiceSettings?.Validate(violations, "voice_settings");
        Loop?.Validate(violations, "loop");
    }
}
