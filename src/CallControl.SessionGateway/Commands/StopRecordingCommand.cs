namespace CallControl.SessionGateway;

/// <summary>Stops the recording; <c>recording.completed</c> carries the <c>command_uid</c> of the start.</summary>
/// <remarks>Immediate. Paced in group heavy, 2 s a session, as <c>/endpoints/recording/</c> has it; <c>/guides/rate-limits/</c> lists it under seek, 100 ms. Sources: <c>/endpoints/recording/</c>, <c>/webhooks/recording-events/</c>.</remarks>
public sealed record StopRecordingCommand() : SessionCommand(SessionGatewayCommandNames.StopRecording, CooldownGroup.Heavy);
