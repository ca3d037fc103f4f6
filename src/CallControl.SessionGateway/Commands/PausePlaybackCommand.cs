namespace CallControl.SessionGateway;

/// <summary>Pauses what is being played.</summary>
/// <remarks>Immediate; <c>command.result</c> is its only event. Group seek: 100 ms a session. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record PausePlaybackCommand() : SessionCommand(SessionGatewayCommandNames.PausePlayback, CooldownGroup.Seek);
