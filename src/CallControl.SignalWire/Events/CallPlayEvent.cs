using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A playback began, was paused, or is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.play</c>.</remarks>
public sealed record CallPlayEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallPlayState State { get; init; }
}
