using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Who is at the ends of a leg.</summary>
public sealed record CallDeviceParams
{
    /// <summary>The calling party of a <c>phone</c> device, an E.164 number.</summary>
    [JsonPropertyName("from_number")]
    public string? FromNumber { get; init; }

    /// <summary>The called party of a <c>phone</c> device, an E.164 number.</summary>
    [JsonPropertyName("to_number")]
    public string? ToNumber { get; init; }

    /// <summary>The calling party of a <c>sip</c> or <c>webrtc</c> device, an address.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The called party of a <c>sip</c> or <c>webrtc</c> device, an address.</summary>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>SIP headers; empty where there are none.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyList<SignalWireHeader> Headers { get; init => field = value ?? []; } = [];

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallDeviceParams);
}
