using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A leg is being connected to another, was, or is no more.</summary>
/// <remarks>Name on the wire: <c>calling.call.connect</c>.</remarks>
public sealed record CallConnectEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("connect_state")]
    public CallConnectState ConnectState { get; init; }

    /// <summary>Why the other leg was not reached.</summary>
    [JsonPropertyName("failed_reason")]
    public SignalWireEndReason FailedReason { get; init; }

    /// <summary>The other leg.</summary>
    [JsonPropertyName("peer")]
    public CallPeer? Peer { get; init; }
}
