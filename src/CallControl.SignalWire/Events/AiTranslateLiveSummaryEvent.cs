using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A summary that was asked for while a live translation goes on.</summary>
/// <remarks>Name on the wire: <c>calling.ai.translate.live_summary</c>.</remarks>
public sealed record AiTranslateLiveSummaryEvent : SignalWireAiEvent
{
    /// <summary>What was said, in the first language.</summary>
    [JsonPropertyName("primary_conversation_log")]
    public IReadOnlyList<AiLogEntry> PrimaryConversationLog { get; init => field = value ?? []; } = [];

    /// <summary>The summary in the first language.</summary>
    [JsonPropertyName("primary_conversation_summary")]
    public string? PrimaryConversationSummary { get; init; }

    /// <summary>What was said, in the second language.</summary>
    [JsonPropertyName("secondary_conversation_log")]
    public IReadOnlyList<AiLogEntry> SecondaryConversationLog { get; init => field = value ?? []; } = [];

    /// <summary>The summary in the second language.</summary>
    [JsonPropertyName("secondary_conversation_summary")]
    public string? SecondaryConversationSummary { get; init; }

    /// <summary>What leg it is of.</summary>
    [JsonPropertyName("channel_data")]
    public AiChannelData? ChannelData { get; init; }
}
