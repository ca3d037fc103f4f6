namespace CallControl.SessionGateway;

/// <summary>Lets the session be heard in its room again.</summary>
/// <remarks>Group conference mute: 2 s a session, shared with muting. Unverified: path, fields, timing and events. Source: <c>/guides/rate-limits/</c>.</remarks>
public sealed record UnmuteConferenceCommand() : SessionCommand(SessionGatewayCommandNames.UnmuteConference, CooldownGroup.ConferenceMute);
