using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>How the assistant hangs up.</summary>
public sealed record HangupParameters : TelnyxCommandPart
{
    /// <summary>What the language model is told about it.</summary>
    /// <value>Null, the default, for the vendor's own words.</value>
    [JsonPropertyName("description")]
    public string? Description { get; init; }
}
