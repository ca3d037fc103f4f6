namespace CallControl.Telnyx;

/// <summary>A leg was put on hold by its party.</summary>
/// <remarks>Name on the wire: <c>call.hold</c>.</remarks>
public sealed record CallHoldEvent : TelnyxEvent;
