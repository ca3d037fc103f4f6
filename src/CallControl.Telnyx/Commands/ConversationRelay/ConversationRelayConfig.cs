using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>
/// Starts Conversation Relay with the answer: the vendor turns speech into text and back, and your WebSocket server exchanges text with it.
/// </summary>
/// <remarks>
/// The vendor ignores <c>client_state</c>, <c>tts_language</c> and <c>transcription_language</c> here, which therefore are not offered.
/// </remarks>
public sealed record ConversationRelayConfig : TelnyxCommandPart
{
    /// <summary>Your WebSocket server.</summary>
    /// <value>A ws or wss address.</value>
    [JsonPropertyName("url")]
    public required Uri Url { get; init; }

    /// <summary>Handed to your server when the session begins.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_parameters")]
    public JsonObject? CustomParameters { get; init; }

    /// <summary>Whether keys are reported.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("dtmf_detection")]
    public bool? DtmfDetection { get; init; }

    /// <summary>What is said at the beginning.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("greeting")]
    public string? Greeting { get; init; }

    /// <summary>What of the caller cuts off what is said.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible")]
    public Interruptible? Interruptible { get; init; }

    /// <summary>What of the caller cuts off the greeting.</summary>
    /// <value>Null, the default, is any.</value>
    [JsonPropertyName("interruptible_greeting")]
    public Interruptible? InterruptibleGreeting { get; init; }

    /// <summary>Interruption in detail.</summary>
    /// <value>Null, the default, for the defaults.</value>
    [JsonPropertyName("interruption_settings")]
    public ConversationRelayInterruption? InterruptionSettings { get; init; }

    /// <summary>The language.</summary>
    /// <value>Null, the default, is <c>en</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>Voice and recognition for each language.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("languages")]
    public IReadOnlyList<ConversationRelayLanguage>? Languages { get; init; }

    /// <summary>The provider, together with <see cref="StructuredProvider"/>.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("provider")]
    public string? Provider { get; init; }

    /// <summary>Settings of <see cref="Provider"/>.</summary>
    /// <value>Null, the default, for none. Unverified: its members.</value>
    [JsonPropertyName("structured_provider")]
    public JsonObject? StructuredProvider { get; init; }

    /// <summary>Who transcribes the caller.</summary>
    /// <value>Null, the default, is Google.</value>
    [JsonPropertyName("transcription_engine")]
    public TranscriptionEngine? TranscriptionEngine { get; init; }

    /// <summary>The engine's settings.</summary>
    /// <value>Null, the default, for the engine's defaults. Unverified: the members, which are taken to be those of a transcription.</value>
    [JsonPropertyName("transcription_engine_config")]
    public TranscriptionEngineConfig? TranscriptionEngineConfig { get; init; }

    /// <summary>Who synthesises speech.</summary>
    /// <value>Null, the default, is derived from the voice.</value>
    [JsonPropertyName("tts_provider")]
    public string? TtsProvider { get; init; }

    /// <summary>The voice.</summary>
    /// <value><c>Provider.Model.VoiceId</c>. Null, the default, is <c>Telnyx.KokoroTTS.af</c>.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>The voice's settings.</summary>
    /// <value>Null, the default, for the voice's defaults.</value>
    [JsonPropertyName("voice_settings")]
    public VoiceSettings? VoiceSettings { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckSocketUrl(field + ".url", Url, isRequired: true);
        ConversationRelayLanguage.Validate(violations, field + ".languages", Languages);
        violations.CheckEngine(field + ".", TranscriptionEngine, TranscriptionEngineConfig);
        VoiceSettings?.Validate(violations, field + ".voice_settings");
    }
}
