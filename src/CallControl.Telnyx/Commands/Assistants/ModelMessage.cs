using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What the assistant said, or which tools it called.</summary>
public sealed record ModelMessage() : AssistantMessage("assistant")
{
    /// <summary>The text.</summary>
    /// <value>Null where tools were called.</value>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>The tools that it called.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("tool_calls")]
    public IReadOnlyList<AssistantToolCall>? ToolCalls { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        for (var i = 0; i < ToolCalls?.Count; i++)
            ToolCalls[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"{field}.tool_calls[{i}]"));
    }
}
