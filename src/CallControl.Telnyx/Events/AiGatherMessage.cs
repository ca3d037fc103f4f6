using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>One message of a conversation with an assistant.</summary>
public sealed record AiGatherMessage
{
    /// <summary>Who said it.</summary>
    [JsonPropertyName("role")]
    public AiGatherMessageRole Role { get; init; }

    /// <summary>What was said.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>The type only: what was said is private.</summary>
    public override string ToString() => nameof(AiGatherMessage);
}
