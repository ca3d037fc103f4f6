using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Whether the caller may cut in on an assistant.</summary>
public sealed record InterruptionSettings : TelnyxCommandPart
{
    /// <summary>Whether the caller may.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("enable")]
    public bool? Enable { get; init; }
}
