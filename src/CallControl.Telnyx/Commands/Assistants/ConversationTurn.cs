using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What was said earlier, for an assistant that collects values.</summary>
public sealed record ConversationTurn : TelnyxCommandPart
{
    /// <summary>What was said.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>Who said it.</summary>
    [JsonPropertyName("role")]
    public ConversationRole? Role { get; init; }
}
