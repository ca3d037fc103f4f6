namespace CallControl.SessionGateway;

/// <summary>Plays from the beginning again.</summary>
/// <remarks>Immediate; <c>command.result</c> is its only event. Group seek: 100 ms a session. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record RestartPlaybackCommand() : SessionCommand(SessionGatewayCommandNames.RestartPlayback, CooldownGroup.Seek);
