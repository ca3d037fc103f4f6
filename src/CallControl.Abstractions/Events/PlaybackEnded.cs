namespace CallControl;

/// <summary>Audio stopped playing: at its end, on demand, or replaced.</summary>
public sealed record PlaybackEnded : CallEvent
{
    /// <summary>What ended it.</summary>
    public PlaybackReason Reason { get; init; }

    /// <summary>What is known of it.</summary>
    public PlaybackResult Result { get; init; } = new();

    /// <summary>Why it could not be played; null when it was played.</summary>
    public OperationFailure? Failure { get; init; }
}
