using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the caller said.</summary>
public sealed record UserMessage() : AssistantMessage("user")
{
    /// <summary>The text.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckPresent(field + ".content", Content);
    }
}
