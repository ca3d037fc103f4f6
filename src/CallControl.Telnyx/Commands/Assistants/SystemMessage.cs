using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>An instruction of the system.</summary>
public sealed record SystemMessage() : AssistantMessage("system")
{
    /// <summary>The text.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckPresent(field + ".content", Content);
    }
}
