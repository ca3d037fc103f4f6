namespace CallControl.Telnyx;

/// <summary>A leg was taken off hold by its party.</summary>
/// <remarks>Name on the wire: <c>call.unhold</c>.</remarks>
public sealed record CallUnholdEvent : TelnyxEvent;
