using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Telnyx has taken a command to an AI assistant.</summary>
public sealed record ConversationResult : TelnyxCommandResult
{
    /// <summary>The assistant's conversation, for <see cref="JoinAiAssistantCommand.ConversationId"/>; null where the answer does not say.</summary>
    /// <value>A UUID.</value>
    [JsonPropertyName("conversation_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? ConversationId { get; init; }
}
