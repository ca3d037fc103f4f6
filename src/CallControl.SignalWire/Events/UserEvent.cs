namespace CallControl.SignalWire;

/// <summary>The application sent an event of its own.</summary>
/// <remarks>
/// Name on the wire: <c>calling.user_event</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.
/// What it sent is in the extension data.
/// </remarks>
public sealed record UserEvent : SignalWireEvent;
