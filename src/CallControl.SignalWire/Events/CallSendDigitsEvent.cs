using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Digits were sent, or could not be.</summary>
/// <remarks>Name on the wire: <c>calling.call.send_digits</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record CallSendDigitsEvent : SignalWireEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("state")]
    public CallSendDigitsState State { get; init; }
}
