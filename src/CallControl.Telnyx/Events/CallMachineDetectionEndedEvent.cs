using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Standard detection knows who answered.</summary>
/// <remarks>Name on the wire: <c>call.machine.detection.ended</c>.</remarks>
public sealed record CallMachineDetectionEndedEvent : TelnyxEvent
{
    /// <summary>Who.</summary>
    [JsonPropertyName("result")]
    public MachineDetectionResult Result { get; init; }
}
