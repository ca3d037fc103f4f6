using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends a leg.</summary>
/// <remarks><c>call.hangup</c> follows. A leg that is over is refused with code 90018, which is harmless.</remarks>
public sealed record HangupCommand() : TelnyxCallCommand("hangup")
{
    /// <summary>Headers of the SIP message that ends the call.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader>? CustomHeaders { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckHeaders("custom_headers", CustomHeaders);
    }
}
