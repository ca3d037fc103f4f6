using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>The far end was asked to call somebody else, and does, or did.</summary>
/// <remarks>
/// Name on the wire: <c>calling.call.refer</c>.
/// Has no control id.
/// </remarks>
public sealed record CallReferEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallReferState State { get; init; }

    /// <summary>Whom it was asked to call, a SIP URI.</summary>
    [JsonPropertyName("sip_refer_to")]
    public string? SipReferTo { get; init; }

    /// <summary>The SIP status by which it took the request, as text.</summary>
    [JsonPropertyName("sip_refer_response_code")]
    public string? SipReferResponseCode { get; init; }

    /// <summary>The SIP status that it got from there, as text.</summary>
    [JsonPropertyName("sip_notify_response_code")]
    public string? SipNotifyResponseCode { get; init; }
}
