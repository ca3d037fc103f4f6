using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Premium detection knows who answered.</summary>
/// <remarks>Name on the wire: <c>call.machine.premium.detection.ended</c>. <see cref="CallMachinePremiumGreetingEndedEvent"/> may come before this one, or instead.</remarks>
public sealed record CallMachinePremiumDetectionEndedEvent : TelnyxEvent
{
    /// <summary>Who.</summary>
    [JsonPropertyName("result")]
    public PremiumMachineDetectionResult Result { get; init; }
}
