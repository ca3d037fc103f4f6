using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>All that a live transcription heard, at its end.</summary>
/// <remarks>Name on the wire: <c>calling.ai.transcribe.conversation_log</c>.</remarks>
public sealed record AiTranscribeConversationLogEvent : SignalWireAiEvent
{
    /// <summary>What was said.</summary>
    [JsonPropertyName("conversation_log")]
    public IReadOnlyList<AiLogEntry> ConversationLog { get; init => field = value ?? []; } = [];

    /// <summary>The summary, where one was asked for.</summary>
    [JsonPropertyName("conversation_summary")]
    public string? ConversationSummary { get; init; }

    /// <summary>The conversation in numbers.</summary>
    [JsonPropertyName("metrics")]
    public AiConversationMetrics? Metrics { get; init; }

    /// <summary>What leg it is of.</summary>
    [JsonPropertyName("channel_data")]
    public AiChannelData? ChannelData { get; init; }
}
