using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg began to be referred to another destination.</summary>
/// <remarks>Name on the wire: <c>call.refer.started</c>.</remarks>
public sealed record CallReferStartedEvent : TelnyxEvent
{
    /// <summary>The SIP status that the far side reported by <c>NOTIFY</c>. Unverified: what it is so early.</summary>
    [JsonPropertyName("sip_notify_response")]
    public int? SipNotifyResponse { get; init; }
}
