using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A conversation with an assistant ended.</summary>
/// <remarks>Name on the wire: <c>call.conversation.ended</c>. The only event known to come with <see cref="TelnyxEvent.CreatedAt"/>.</remarks>
public sealed record CallConversationEndedEvent : TelnyxEvent
{
    /// <summary>The assistant.</summary>
    [JsonPropertyName("assistant_id")]
    public string? AssistantId { get; init; }

    /// <summary>The conversation.</summary>
    [JsonPropertyName("conversation_id")]
    public string? ConversationId { get; init; }

    /// <summary>How long it took.</summary>
    [JsonPropertyName("duration_sec")]
    public TimeSpan? Duration { get; init; }

    /// <summary>Why it ended, in words of the vendor.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>The language model.</summary>
    [JsonPropertyName("llm_model")]
    public string? LlmModel { get; init; }

    /// <summary>The model that turned speech into text.</summary>
    [JsonPropertyName("stt_model")]
    public string? SttModel { get; init; }

    /// <summary>Who turned text into speech.</summary>
    [JsonPropertyName("tts_provider")]
    public string? TtsProvider { get; init; }

    /// <summary>The model that did.</summary>
    [JsonPropertyName("tts_model_id")]
    public string? TtsModelId { get; init; }

    /// <summary>The voice.</summary>
    [JsonPropertyName("tts_voice_id")]
    public string? TtsVoiceId { get; init; }
}
