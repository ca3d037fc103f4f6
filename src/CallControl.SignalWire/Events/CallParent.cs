using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>The leg that a leg was made by.</summary>
public sealed record CallParent
{
    /// <summary>The leg; <c>default</c> where it was absent.</summary>
    [JsonPropertyName("call_id")]
    public CallId Call { get; init; }

    /// <summary>The node that it is on: a UUID with a region, such as <c>…@us-east</c>.</summary>
    [JsonPropertyName("node_id")]
    public string? NodeId { get; init; }

    /// <summary>What it goes over.</summary>
    [JsonPropertyName("device_type")]
    public CallDeviceType DeviceType { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallParent);
}
