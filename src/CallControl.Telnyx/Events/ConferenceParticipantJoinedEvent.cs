namespace CallControl.Telnyx;

/// <summary>A leg joined a conference.</summary>
/// <remarks>Name on the wire: <c>conference.participant.joined</c>.</remarks>
public sealed record ConferenceParticipantJoinedEvent : TelnyxConferenceEvent;
