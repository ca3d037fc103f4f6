namespace CallControl;

/// <summary>A recording is finished and can be fetched.</summary>
public sealed record RecordingCompleted : CallEvent
{
    /// <summary>The recording.</summary>
    public required RecordingResult Result { get; init; }
}
