using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Copies a leg to a recording server by SIPREC.</summary>
/// <remarks>Has no command id. <c>siprec.started</c>, <c>siprec.stopped</c> or <c>siprec.failed</c> follows.</remarks>
public sealed record StartSiprecCommand() : TelnyxStateCommand("siprec_start")
{
    private const int ShortestSessionTimeout = 90;

    /// <summary>The connector, which is set up at the vendor before.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("connector_name")]
    public string? ConnectorName { get; init; }

    /// <summary>Whether custom parameters go into the metadata.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("include_metadata_custom_headers")]
    public bool? IncludeMetadataCustomHeaders { get; init; }

    /// <summary>Whether SRTP and TLS are used, on port 5061.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("secure")]
    public bool? Secure { get; init; }

    /// <summary>The timer of the SIP session, in seconds.</summary>
    /// <value>0, which switches it off, or 90 and more. Null, the default, is 1800.</value>
    [JsonPropertyName("session_timeout_secs")]
    public int? SessionTimeoutSeconds { get; init; }

    /// <summary>The transport of SIP.</summary>
    /// <value>Null, the default, is UDP.</value>
    [JsonPropertyName("sip_transport")]
    public SiprecTransport? SipTransport { get; init; }

    /// <summary>What is copied.</summary>
    /// <value>Null, the default, is both directions.</value>
    [JsonPropertyName("siprec_track")]
    public StreamTrack? Track { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (SessionTimeoutSeconds is { } timeout and not 0 and < ShortestSessionTimeout)
            violations.Add("session_timeout_secs", $"must be 0, or {ShortestSessionTimeout} or more", timeout);
    }
}
