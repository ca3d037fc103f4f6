namespace CallControl.Telnyx;

/// <summary>Ends live transcription.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record StopTranscriptionCommand() : TelnyxCallCommand("transcription_stop");
