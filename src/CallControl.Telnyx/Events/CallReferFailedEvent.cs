using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg could not be referred to another destination.</summary>
/// <remarks>Name on the wire: <c>call.refer.failed</c>.</remarks>
public sealed record CallReferFailedEvent : TelnyxEvent
{
    /// <summary>The SIP status that the far side reported by <c>NOTIFY</c>, such as 486.</summary>
    [JsonPropertyName("sip_notify_response")]
    public int? SipNotifyResponse { get; init; }
}
