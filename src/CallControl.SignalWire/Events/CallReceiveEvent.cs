using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A call came in.</summary>
/// <remarks>Name on the wire: <c>calling.call.receive</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record CallReceiveEvent : SignalWireEvent
{
    /// <summary>What state the leg is in.</summary>
    [JsonPropertyName("call_state")]
    public SignalWireCallState CallState { get; init; }

    /// <summary>Which way it goes.</summary>
    [JsonPropertyName("direction")]
    public CallEventDirection Direction { get; init; }

    /// <summary>Where it was sent to: a word of the application's.</summary>
    [JsonPropertyName("context")]
    public string? Context { get; init; }

    /// <summary>What it goes over, and who is at its ends.</summary>
    [JsonPropertyName("device")]
    public CallDevice? Device { get; init; }
}
