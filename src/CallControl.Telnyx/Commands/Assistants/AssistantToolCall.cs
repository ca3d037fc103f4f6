using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A tool that an assistant called.</summary>
public sealed record AssistantToolCall : TelnyxCommandPart
{
    /// <summary>The call.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The function.</summary>
    [JsonPropertyName("function")]
    public required AssistantFunction Function { get; init; }

    /// <summary>What kind of tool it is; <c>type</c> on the wire.</summary>
    /// <value><c>function</c>, the only one that the vendor takes.</value>
    [JsonPropertyName("type")]
    public string Kind { get; init; } = "function";

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".id", Id);
        violations.CheckRequired(field + ".type", Kind);
        violations.CheckRequired(field + ".function.name", Function?.Name);
    }
}
