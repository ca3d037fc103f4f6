using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Sends a SIP INFO.</summary>
/// <remarks>
/// The vendor's limit of 1400 bytes stands at the content type and is probably meant for the body; neither is checked. <c>call.sip_info.received</c>
/// tells of those that come in.
/// </remarks>
public sealed record SendSipInfoCommand() : TelnyxCallCommand("send_sip_info")
{
    /// <summary>The MIME type of the body.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("content_type")]
    public required string ContentType { get; init; }

    /// <summary>The body.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("body")]
    public required string Body { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("content_type", ContentType);
        violations.CheckRequired("body", Body);
    }
}
