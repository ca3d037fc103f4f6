namespace CallControl.SessionGateway;

/// <summary>Stops what is being played; its <c>playback.stopped</c> carries the <c>command_uid</c> of the start.</summary>
/// <remarks>Immediate. Group seek: 100 ms a session, shared with pause, resume, seek and restart. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record StopPlaybackCommand() : SessionCommand(SessionGatewayCommandNames.StopPlayback, CooldownGroup.Seek);
