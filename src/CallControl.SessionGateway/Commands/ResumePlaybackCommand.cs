namespace CallControl.SessionGateway;

/// <summary>Goes on with a paused playback.</summary>
/// <remarks>Immediate; <c>command.result</c> is its only event. Group seek: 100 ms a session. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record ResumePlaybackCommand() : SessionCommand(SessionGatewayCommandNames.ResumePlayback, CooldownGroup.Seek);
