namespace CallControl.Telnyx;

/// <summary>A conference came to be.</summary>
/// <remarks>Name on the wire: <c>conference.created</c>.</remarks>
public sealed record ConferenceCreatedEvent : TelnyxConferenceEvent;
