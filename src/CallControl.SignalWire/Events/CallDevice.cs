using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a leg goes over, and who is at its ends.</summary>
public sealed record CallDevice
{
    /// <summary>What it goes over.</summary>
    [JsonPropertyName("type")]
    public CallDeviceType Type { get; init; }

    /// <summary>Who is at its ends.</summary>
    [JsonPropertyName("params")]
    public CallDeviceParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallDevice);
}
