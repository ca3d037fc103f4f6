using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Voice and recognition for one language of Conversation Relay.</summary>
public sealed record ConversationRelayLanguage : TelnyxCommandPart
{
    /// <summary>The language.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("language")]
    public required string Language { get; init; }

    /// <summary>The model that recognises speech.</summary>
    /// <value>Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("speech_model")]
    public string? SpeechModel { get; init; }

    /// <summary>Who transcribes the caller.</summary>
    /// <value>Null, the default, is Google.</value>
    [JsonPropertyName("transcription_engine")]
    public TranscriptionEngine? TranscriptionEngine { get; init; }

    /// <summary>The engine's settings.</summary>
    /// <value>Null, the default, for the engine's defaults. Unverified: the members, which are taken to be those of a transcription.</value>
    [JsonPropertyName("transcription_engine_config")]
    public TranscriptionEngineConfig? TranscriptionEngineConfig { get; init; }

    /// <summary>Who transcribes the caller, by another name. Unverified: its words.</summary>
    /// <value>Null, the default, leaves it to <see cref="TranscriptionEngine"/>.</value>
    [JsonPropertyName("transcription_provider")]
    public string? TranscriptionProvider { get; init; }

    /// <summary>Who synthesises speech.</summary>
    /// <value>Null, the default, is derived from the voice.</value>
    [JsonPropertyName("tts_provider")]
    public string? TtsProvider { get; init; }

    /// <summary>The voice.</summary>
    /// <value><c>Provider.Model.VoiceId</c>. Null, the default, for that of the session.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>The voice's settings.</summary>
    /// <value>Null, the default, for the voice's defaults.</value>
    [JsonPropertyName("voice_settings")]
    public VoiceSettings? VoiceSettings { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".language", Language);
        violations.CheckEngine(field + ".", TranscriptionEngine, TranscriptionEngineConfig);
        VoiceSettings?.Validate(violations, field + ".voice_settings");
    }

    internal static void Validate(ViolationList violations, string field, IReadOnlyList<ConversationRelayLanguage>? languages)
    {
        for (var i = 0; i < languages?.Count; i++)
            languages[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"));
    }
}
