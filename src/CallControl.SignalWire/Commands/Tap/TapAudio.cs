using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a tap copies; the vendor knows audio only.</summary>
public sealed record TapAudio() : SignalWireTypedPart("audio")
{
    /// <summary>Which direction.</summary>
    [JsonPropertyName("direction")]
    public required MediaDirection Direction { get; init; }

    internal override void Validate(ViolationList violations, string field) => violations.CheckRequired($"{field}.params.direction", Direction.Value);
}
