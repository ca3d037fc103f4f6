namespace CallControl.Telnyx;

/// <summary>A leg left a conference.</summary>
/// <remarks>Name on the wire: <c>conference.participant.left</c>.</remarks>
public sealed record ConferenceParticipantLeftEvent : TelnyxConferenceEvent;
