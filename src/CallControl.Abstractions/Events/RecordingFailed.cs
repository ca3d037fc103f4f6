namespace CallControl;

/// <summary>A recording could not be made or kept.</summary>
public sealed record RecordingFailed : CallEvent
{
    /// <summary>Why.</summary>
    public required OperationFailure Failure { get; init; }
}
