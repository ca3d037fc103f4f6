using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Insights were found in a conversation with an assistant.</summary>
/// <remarks>Name on the wire: <c>call.conversation_insights.generated</c>.</remarks>
public sealed record CallConversationInsightsGeneratedEvent : TelnyxEvent
{
    /// <summary>The group of insights.</summary>
    [JsonPropertyName("insight_group_id")]
    public string? InsightGroupId { get; init; }

    /// <summary>What each found; empty where there is nothing.</summary>
    [JsonPropertyName("results")]
    public IReadOnlyList<ConversationInsight> Results { get; init => field = value ?? []; } = [];
}
