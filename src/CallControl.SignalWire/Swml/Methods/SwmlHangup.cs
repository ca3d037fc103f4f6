using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends the call.</summary>
public sealed record SwmlHangup() : SwmlObjectMethod("hangup")
{
    /// <summary>Ends the call for a reason.</summary>
    /// <param name="reason">What the other side is told.</param>
    public SwmlHangup(SwmlHangupReason reason)
        : this() => Reason = reason;

    /// <summary>What the other side is told.</summary>
    /// <value>Null, the default, ends the call as usual. Unverified: busy and decline say something before the answer only.</value>
    [JsonPropertyName("reason")]
    public SwmlHangupReason? Reason { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckWord(field + ".reason", Reason);
    }
}
