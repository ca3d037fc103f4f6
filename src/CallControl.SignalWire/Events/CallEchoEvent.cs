using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>An echo began, or is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.echo</c>.</remarks>
public sealed record CallEchoEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallEchoState State { get; init; }
}
