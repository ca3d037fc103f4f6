using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A tap began, or is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.tap</c>.</remarks>
public sealed record CallTapEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallTapState State { get; init; }

    /// <summary>What is tapped.</summary>
    [JsonPropertyName("tap")]
    public CallTappedAudio? Tap { get; init; }

    /// <summary>Where it goes.</summary>
    [JsonPropertyName("device")]
    public CallTapDevice? Device { get; init; }
}
