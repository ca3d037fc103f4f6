namespace CallControl;

/// <summary>A stream could not be opened, or broke.</summary>
public sealed record StreamFailed : CallEvent
{
    /// <summary>Why.</summary>
    public required OperationFailure Failure { get; init; }
}
