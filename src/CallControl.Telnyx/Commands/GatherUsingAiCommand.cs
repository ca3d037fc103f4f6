using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Has an AI assistant collect values in a conversation.</summary>
/// <remarks><c>call.ai_gather.ended</c> brings the values, <c>call.conversation.ended</c> the end.</remarks>
public sealed record GatherUsingAiCommand() : TelnyxCallCommand("gather_using_ai")
{
    /// <summary>What is to be collected: a JSON Schema of an object.</summary>
    [JsonPropertyName("parameters")]
    public required JsonObject Parameters { get; init; }

    /// <summary>The assistant.</summary>
    /// <value>Null, the default, for the vendor's.</value>
    [JsonPropertyName("assistant")]
    public GatherAssistant? Assistant { get; init; }

    /// <summary>What is said at the beginning.</summary>
    /// <value>At most 3000 characters. Null, the default, for nothing.</value>
    [JsonPropertyName("greeting")]
    public string? Greeting { get; init; }

    /// <summary>What is said when all is collected.</summary>
    /// <value>At most 3000 characters. Null, the default, for nothing.</value>
    [JsonPropertyName("gather_ended_speech")]
    public string? GatherEndedSpeech { get; init; }

    /// <summary>The language.</summary>
    /// <value>One of 80 codes such as <c>de</c>. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The voice.</summary>
    /// <value><c>Provider.Model.VoiceId</c>. Null, the default, is <c>Telnyx.KokoroTTS.af</c>.</value>
    [JsonPropertyName("voice")]
    public string? Voice { get; init; }

    /// <summary>The voice's settings.</summary>
    /// <value>Null, the default, for the voice's defaults.</value>
    [JsonPropertyName("voice_settings")]
    public VoiceSettings? VoiceSettings { get; init; }

    /// <summary>How the caller is understood.</summary>
    /// <value>Null, the default, for the vendor's defaults.</value>
    [JsonPropertyName("transcription")]
    public AssistantTranscription? Transcription { get; init; }

    /// <summary>Whether the caller may cut in.</summary>
    /// <value>Null, the default: the caller may.</value>
    [JsonPropertyName("interruption_settings")]
    public InterruptionSettings? InterruptionSettings { get; init; }

    /// <summary>What was said earlier.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("message_history")]
    public IReadOnlyList<ConversationTurn>? MessageHistory { get; init; }

    /// <summary>How long the caller's answer is waited for, in milliseconds.</summary>
    /// <value>Null, the default, is 10000.</value>
    [JsonPropertyName("user_response_timeout_ms")]
    public int? UserResponseTimeoutMs { get; init; }

    /// <summary>Whether each value is reported as soon as it is collected.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("send_partial_results")]
    public bool? SendPartialResults { get; init; }

    /// <summary>Whether each change of the conversation is reported.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("send_message_history_updates")]
    public bool? SendMessageHistoryUpdates { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (Parameters is null)
            violations.Add("parameters", "must be given");

        Assistant?.Validate(violations, "assistant");
        violations.CheckLength("greeting", Greeting, 0, 3000);
        violations.CheckLength("gather_ended_speech", GatherEndedSpeech, 0, 3000);
        VoiceSettings?.Validate(violations, "voice_settings");
        violations.CheckAtLeast("user_response_timeout_ms", UserResponseTimeoutMs, 0);
    }
}
