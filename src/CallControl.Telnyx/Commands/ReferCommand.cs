using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Asks the far end by SIP REFER to call somewhere else.</summary>
/// <remarks><c>call.refer.started</c>, then <c>call.refer.completed</c> or <c>call.refer.failed</c> follow.</remarks>
public sealed record ReferCommand() : TelnyxCallCommand("refer")
{
    /// <summary>Where to.</summary>
    /// <value>A SIP address: <c>sip:user@host</c>. Not empty.</value>
    [JsonPropertyName("sip_address")]
    public required string SipAddress { get; init; }

    /// <summary>The user name for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_auth_username")]
    public string? SipAuthUsername { get; init; }

    /// <summary>The password for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_auth_password")]
    public string? SipAuthPassword { get; init; }

    /// <summary>Headers of the SIP message.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader>? CustomHeaders { get; init; }

    /// <summary>Headers with a meaning in SIP; only <c>User-to-User</c> may be sent.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader>? SipHeaders { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("sip_address", SipAddress);
        violations.CheckHeaders("custom_headers", CustomHeaders);
        violations.CheckSipHeaders("sip_headers", SipHeaders);
    }
}
