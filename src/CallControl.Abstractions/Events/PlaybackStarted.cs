namespace CallControl;

/// <summary>Audio began to play.</summary>
public sealed record PlaybackStarted : CallEvent;
