namespace CallControl;

/// <summary>A command that had been taken was not carried out after all.</summary>
public sealed record CommandRejected : CallEvent
{
    /// <summary>Why.</summary>
    public required OperationFailure Failure { get; init; }
}
