namespace CallControl.Telnyx;

/// <summary>Live transcription by Telnyx, under its old name; <see cref="TelnyxTranscriptionConfig"/> is the same.</summary>
public sealed record LegacyTelnyxTranscriptionConfig() : TelnyxTranscriptionSettings("B");
