using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg was referred to another destination.</summary>
/// <remarks>Name on the wire: <c>call.refer.completed</c>.</remarks>
public sealed record CallReferCompletedEvent : TelnyxEvent
{
    /// <summary>The SIP status that the far side reported by <c>NOTIFY</c>, such as 200.</summary>
    [JsonPropertyName("sip_notify_response")]
    public int? SipNotifyResponse { get; init; }
}
