namespace CallControl.Telnyx;

/// <summary>A SIP INFO came on a leg.</summary>
/// <remarks>Name on the wire: <c>call.sip_info.received</c>. Named by a command; neither the vendor's pages nor its SDKs describe the payload. What is in it beside the shared members is in the extension data.</remarks>
public sealed record CallSipInfoReceivedEvent : TelnyxEvent;
