using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Asks the far end of a SIP leg by SIP REFER to call somewhere else.</summary>
/// <remarks><c>calling.call.refer</c> follows at the status address. It cannot be stopped, and has no id of its own.</remarks>
public sealed record ReferCommand() : SignalWireCommand("calling.refer")
{
    /// <summary>Where to.</summary>
    [JsonPropertyName("device")]
    [JsonConverter(typeof(TypedPartConverter<SipReferDevice>))]
    public required SipReferDevice Device { get; init; }

    /// <summary>Where the events go.</summary>
    /// <value>An http or https address. Null, the default, for nowhere.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("device", Device))
            Device.Validate(violations, "device");

        violations.CheckHttpUrl("status_url", StatusUrl);
    }
}
