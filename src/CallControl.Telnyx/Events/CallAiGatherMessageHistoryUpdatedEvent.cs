using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Something was said in a conversation in which an assistant gathers.</summary>
/// <remarks>Name on the wire: <c>call.ai_gather.message_history_updated</c>.</remarks>
public sealed record CallAiGatherMessageHistoryUpdatedEvent : TelnyxEvent
{
    /// <summary>What was said so far, oldest first; empty where there is nothing.</summary>
    [JsonPropertyName("message_history")]
    public IReadOnlyList<AiGatherMessage> MessageHistory { get; init => field = value ?? []; } = [];
}
