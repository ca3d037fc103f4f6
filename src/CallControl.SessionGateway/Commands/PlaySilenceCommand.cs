namespace CallControl.SessionGateway;

/// <summary>Stops what is being played and plays silence until the call ends, which keeps the channel alive.</summary>
/// <remarks>Deferred, and it never completes: a <c>command.result</c> with <c>success</c> false after 2 s may be the timer only. Unverified: whether a new playback ends the silence before the hang-up. Group playback: 500 ms a session, shared with the start of a playback. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record PlaySilenceCommand() : SessionCommand(SessionGatewayCommandNames.PlaySilence, CooldownGroup.Playback);
