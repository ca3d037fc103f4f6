namespace CallControl.Telnyx;

/// <summary>Live transcription by Telnyx.</summary>
public sealed record TelnyxTranscriptionConfig() : TelnyxTranscriptionSettings("Telnyx");
