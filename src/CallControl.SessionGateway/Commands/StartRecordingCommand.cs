namespace CallControl.SessionGateway;

/// <summary>Starts recording the call; where to and in which format is the gateway's configuration.</summary>
/// <remarks>Immediate; no event tells that the recording runs. It takes no field but <c>command_uid</c>, and also plays an endless silence. Unverified: what that does to a running playback. Group heavy: 2 s a session, shared with the digits and the stop. Source: <c>/endpoints/recording/</c>.</remarks>
public sealed record StartRecordingCommand() : SessionCommand(SessionGatewayCommandNames.StartRecording, CooldownGroup.Heavy);
