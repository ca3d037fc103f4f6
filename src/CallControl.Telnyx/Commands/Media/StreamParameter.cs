using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A parameter that is handed to your WebSocket server when the stream begins.</summary>
public sealed record StreamParameter : TelnyxCommandPart
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".name", Name);
        violations.CheckPresent(field + ".value", Value);
    }
}
