namespace CallControl.Telnyx;

/// <summary>A SIPREC session began.</summary>
/// <remarks>Name on the wire: <c>siprec.started</c>.</remarks>
public sealed record SiprecStartedEvent : TelnyxEvent;
