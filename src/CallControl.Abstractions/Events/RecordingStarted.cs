namespace CallControl;

/// <summary>Recording began.</summary>
public sealed record RecordingStarted : CallEvent;
