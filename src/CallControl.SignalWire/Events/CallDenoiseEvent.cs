using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Noise reduction was turned on or off.</summary>
/// <remarks>Name on the wire: <c>calling.call.denoise</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record CallDenoiseEvent : SignalWireEvent
{
    /// <summary>Whether it is on.</summary>
    [JsonPropertyName("denoised")]
    public bool? Denoised { get; init; }
}
