namespace CallControl.Telnyx;

/// <summary>Live transcription by Google.</summary>
public sealed record GoogleTranscriptionConfig() : GoogleTranscriptionSettings("Google");
