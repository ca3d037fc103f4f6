using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A function that an assistant called.</summary>
public sealed record AssistantFunction : TelnyxCommandPart
{
    /// <summary>Its name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }
}
