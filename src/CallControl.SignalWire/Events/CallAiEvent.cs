using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>An agent that talked to a leg is done.</summary>
/// <remarks>Name on the wire: <c>calling.call.ai</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record CallAiEvent : SignalWireEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("state")]
    public CallAiState State { get; init; }
}
