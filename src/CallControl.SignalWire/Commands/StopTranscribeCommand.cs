namespace CallControl.SignalWire;

/// <summary>Ends a transcription.</summary>
public sealed record StopTranscribeCommand() : SignalWireFollowUpCommand("calling.transcribe.stop");
