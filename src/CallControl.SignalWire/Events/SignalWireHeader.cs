using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A SIP header.</summary>
public sealed record SignalWireHeader
{
    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Its value.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(SignalWireHeader);
}
