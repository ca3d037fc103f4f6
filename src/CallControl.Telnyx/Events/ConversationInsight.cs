using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What one insight found in a conversation.</summary>
public sealed record ConversationInsight
{
    /// <summary>The insight.</summary>
    [JsonPropertyName("insight_id")]
    public string? InsightId { get; init; }

    /// <summary>What it found: text, or an object of the shape the insight asks for.</summary>
    [JsonPropertyName("result")]
    public JsonElement? Result { get; init; }

    /// <summary>The type only: what was found is private.</summary>
    public override string ToString() => nameof(ConversationInsight);
}
