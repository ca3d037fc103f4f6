namespace CallControl.SessionGateway;

/// <summary>Mutes the session in its room.</summary>
/// <remarks>Group conference mute: 2 s a session, shared with unmuting. Unverified: path, fields, timing and events. Source: <c>/guides/rate-limits/</c>.</remarks>
public sealed record MuteConferenceCommand() : SessionCommand(SessionGatewayCommandNames.MuteConference, CooldownGroup.ConferenceMute);
