using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Parameters of an assistant's request to your server: a JSON Schema of an object.</summary>
public sealed record ToolParameters : TelnyxCommandPart
{
    /// <summary>The schema of each parameter, by its name.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("properties")]
    public JsonObject? Properties { get; init; }

    /// <summary>The names of those that must be given.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("required")]
    public IReadOnlyList<string>? Required { get; init; }

    /// <summary>What is described; <c>type</c> on the wire.</summary>
    /// <value><c>object</c>, the only one that the vendor takes.</value>
    [JsonPropertyName("type")]
    public string? Kind { get; init; } = "object";
}
