namespace CallControl.SessionGateway;

/// <summary>Takes the session out of its room; <c>conference.member.left</c> follows.</summary>
/// <remarks>Group conference: 2 s a session, shared with joining. Unverified: path, fields and timing. Sources: <c>/guides/rate-limits/</c>, <c>/webhooks/conference-events/</c>.</remarks>
public sealed record LeaveConferenceCommand() : SessionCommand(SessionGatewayCommandNames.LeaveConference, CooldownGroup.Conference);
