using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Begins to send the call's audio elsewhere, as RTP or through a socket, and goes on at once.</summary>
/// <remarks>
/// Sets the variables <c>tap_uri</c>, <c>tap_result</c> (success, failed), <c>tap_control_id</c>, <c>tap_rtp_src_addr</c>, <c>tap_rtp_src_port</c>, <c>tap_ptime</c>, <c>tap_codec</c>
/// and <c>tap_rate</c>.
/// </remarks>
public sealed record SwmlTap() : SwmlObjectMethod("tap")
{
    /// <summary>Taps the call.</summary>
    /// <param name="uri">See <see cref="Uri"/>.</param>
    [SetsRequiredMembers]
    public SwmlTap(Uri uri)
        : this() => Uri = uri;

    /// <summary>Where the audio goes.</summary>
    /// <value><c>rtp://address:port</c>, or an absolute ws or wss address.</value>
    [JsonPropertyName("uri")]
    public required Uri Uri { get; init; }

    /// <summary>Names the tap, for <see cref="SwmlStopTap"/>.</summary>
    /// <value>Not empty. Null, the default, lets the vendor choose; the variable <c>tap_control_id</c> then holds it.</value>
    [JsonPropertyName("control_id")]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    /// <summary>Whose audio is sent.</summary>
    /// <value>Null, the default, is <see cref="SwmlAudioDirection.Speak"/>.</value>
    [JsonPropertyName("direction")]
    public SwmlAudioDirection? Direction { get; init; }

    /// <summary>The audio's codec.</summary>
    /// <value>Null, the default, is <see cref="SwmlTapCodec.Pcmu"/>.</value>
    [JsonPropertyName("codec")]
    public SwmlTapCodec? Codec { get; init; }

    /// <summary>How much audio is in an RTP packet, in milliseconds.</summary>
    /// <value>1 or more. Null, the default, is 20.</value>
    [JsonPropertyName("rtp_ptime")]
    public int? RtpPtimeMs { get; init; }

    /// <summary>Where <c>calling.call.tap</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Uri is null)
            violations.Add(field + ".uri", "must be given");

        SwmlRules.Url(violations, field + ".uri", Uri, "rtp://address:port, or an absolute ws or wss address", "rtp", "ws", "wss");
        violations.CheckId(field + ".control_id", ControlId?.Value);
        violations.CheckAtLeast(field + ".rtp_ptime", RtpPtimeMs, 1);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        violations.CheckWord(field + ".direction", Direction);
        violations.CheckWord(field + ".codec", Codec);
    }
}
