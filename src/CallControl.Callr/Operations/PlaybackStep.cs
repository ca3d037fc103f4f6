namespace CallControl.Callr;

/// <summary>A part of what is played: a command, or audio that is to be fetched first.</summary>
internal readonly record struct PlaybackStep(RealTimeCommand? Command, Uri? Url);
