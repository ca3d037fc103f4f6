using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A summary that was asked for while a live transcription goes on.</summary>
/// <remarks>Name on the wire: <c>calling.ai.transcribe.live_summarize</c>.</remarks>
public sealed record AiTranscribeLiveSummarizeEvent : SignalWireAiEvent
{
    /// <summary>What was said so far.</summary>
    [JsonPropertyName("conversation_log")]
    public IReadOnlyList<AiLogEntry> ConversationLog { get; init => field = value ?? []; } = [];

    /// <summary>The summary.</summary>
    [JsonPropertyName("conversation_summary")]
    public string? ConversationSummary { get; init; }

    /// <summary>What leg it is of.</summary>
    [JsonPropertyName("channel_data")]
    public AiChannelData? ChannelData { get; init; }
}
