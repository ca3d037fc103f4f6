using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>An instruction of the developer.</summary>
public sealed record DeveloperMessage() : AssistantMessage("developer")
{
    /// <summary>The text.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckPresent(field + ".content", Content);
    }
}
