namespace CallControl.Telnyx;

/// <summary>Live transcription by Google, under its old name; <see cref="GoogleTranscriptionConfig"/> is the same.</summary>
public sealed record LegacyGoogleTranscriptionConfig() : GoogleTranscriptionSettings("A");
