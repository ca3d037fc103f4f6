using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Hands a call over to another script.</summary>
/// <remarks>
/// The script that ran until then ends. There is no event of its own: put the addresses into the script. It cannot be stopped.
/// </remarks>
public sealed record TransferCommand() : SignalWireCommand("calling.transfer")
{
    /// <summary>The script, or where it is.</summary>
    /// <value>
    /// A document is safest. As text the vendor's sources have an https address of a document, and contradict each other on phone numbers, SIP addresses and
    /// <c>context:name</c> (unverified); not empty.
    /// </value>
    [JsonPropertyName("dest")]
    public required SwmlDestination Dest { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (violations.CheckGiven("dest", Dest))
            Dest.Validate(violations, "dest");
    }
}
