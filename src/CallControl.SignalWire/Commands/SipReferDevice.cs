using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A SIP address that a far end is referred to.</summary>
public sealed record SipReferDevice() : SignalWireTypedPart("sip")
{
    /// <summary>Where to.</summary>
    /// <value>A <c>sip:</c> or <c>sips:</c> address; the vendor's page has <c>sip:</c> only (unverified).</value>
    [JsonPropertyName("to")]
    public required string To { get; init; }

    /// <summary>On whose behalf.</summary>
    /// <value>A <c>sip:</c> or <c>sips:</c> address. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The user name for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        if (violations.CheckGiven($"{field}.params.to", To))
            violations.CheckSipAddress($"{field}.params.to", To);

        violations.CheckSipAddress($"{field}.params.from", From);
    }
}
