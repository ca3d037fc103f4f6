using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A machine, a human, a fax or a digit was detected, or the detection is over.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.detect</c>.
/// The vendor sends no state: a detection is over with the finding <see cref="CallDetectFinding.Finished"/>.
/// </remarks>
public sealed record CallDetectEvent : SignalWireEvent
{
    /// <summary>What was found.</summary>
    [JsonPropertyName("detect")]
    public CallDetection? Detect { get; init; }
}
