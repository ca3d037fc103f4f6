using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>The greeting of an answering machine ended, as standard detection hears it.</summary>
/// <remarks>Name on the wire: <c>call.machine.greeting.ended</c>.</remarks>
public sealed record CallMachineGreetingEndedEvent : TelnyxEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("result")]
    public MachineGreetingResult Result { get; init; }
}
