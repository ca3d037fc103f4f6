using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Asks the far end of a SIP call, by REFER, to call somebody else.</summary>
/// <remarks>Sets the variables <c>sip_refer_to</c>, <c>sip_refer_result</c>, <c>return_value</c>, <c>sip_refer_response_code</c> and <c>sip_refer_to_response_code</c>.</remarks>
public sealed record SwmlSipRefer() : SwmlObjectMethod("sip_refer")
{
    /// <summary>Refers the far end to somebody.</summary>
    /// <param name="toUri">A SIP address.</param>
    [SetsRequiredMembers]
    public SwmlSipRefer(string toUri)
        : this() => ToUri = toUri;

    /// <summary>Whom the far end is to call.</summary>
    /// <value>A SIP address. Not empty.</value>
    [JsonPropertyName("to_uri")]
    public required string ToUri { get; init; }

    /// <summary>Where <c>calling.call.refer</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>The user's name for the authentication.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password that goes with <see cref="Username"/>.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".to_uri", ToUri);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
    }
}
