using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A header of an assistant's request to your server.</summary>
public sealed record ToolHeader : TelnyxCommandPart
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its value.</summary>
    /// <value>May be a secret: it is not shown anywhere.</value>
    [JsonPropertyName("value")]
    public string? Value { get; init; }
}
