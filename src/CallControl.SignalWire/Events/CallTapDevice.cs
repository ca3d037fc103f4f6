using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What tapped audio goes to.</summary>
public sealed record CallTapDevice
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("type")]
    public CallTapDeviceType Type { get; init; }

    /// <summary>Where it is.</summary>
    [JsonPropertyName("params")]
    public CallTapDeviceParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallTapDevice);
}
