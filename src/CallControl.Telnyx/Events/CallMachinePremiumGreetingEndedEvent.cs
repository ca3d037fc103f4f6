using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>The greeting of an answering machine ended, as premium detection hears it.</summary>
/// <remarks>Name on the wire: <c>call.machine.premium.greeting.ended</c>. May come before <see cref="CallMachinePremiumDetectionEndedEvent"/>, or alone.</remarks>
public sealed record CallMachinePremiumGreetingEndedEvent : TelnyxEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("result")]
    public PremiumMachineGreetingResult Result { get; init; }
}
