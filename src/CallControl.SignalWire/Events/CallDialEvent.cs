using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Several parties are being called, and one answered, or none did.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.dial</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.
/// Names no leg beside <see cref="Leg"/>, which <see cref="SignalWireEvent.Call"/> is then taken from; <see cref="SignalWireEvent.Tag"/> tells which dial it is.
/// </remarks>
public sealed record CallDialEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("dial_state")]
    public CallDialState DialState { get; init; }

    /// <summary>The leg that answered, or the one that this is about.</summary>
    [JsonPropertyName("call")]
    public CallDialLeg? Leg { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>Which side made it fail.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    private protected override CallId OtherCall => Leg?.Call ?? default;
}
