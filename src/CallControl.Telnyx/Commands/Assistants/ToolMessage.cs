using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What a tool answered.</summary>
public sealed record ToolMessage() : AssistantMessage("tool")
{
    /// <summary>The answer.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    /// <summary>The call that it answers.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("tool_call_id")]
    public required string ToolCallId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckPresent(field + ".content", Content);
        violations.CheckRequired(field + ".tool_call_id", ToolCallId);
    }
}
