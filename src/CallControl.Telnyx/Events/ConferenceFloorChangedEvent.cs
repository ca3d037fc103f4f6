namespace CallControl.Telnyx;

/// <summary>Another participant speaks.</summary>
/// <remarks>Name on the wire: <c>conference.floor.changed</c>. Described without the <c>data</c> around it.</remarks>
public sealed record ConferenceFloorChangedEvent : TelnyxConferenceEvent;
