using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Hangs a call up.</summary>
/// <remarks><c>calling.call.state</c> with <c>ended</c> follows. Unverified: the reason that is told for a leg that was still ringing.</remarks>
public sealed record EndCommand() : SignalWireCommand("calling.end")
{
    /// <summary>Why.</summary>
    /// <value>Null, the default, is <see cref="EndCommandReason.Hangup"/>.</value>
    [JsonPropertyName("reason")]
    public EndCommandReason? Reason { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckWord("reason", Reason);
    }
}
