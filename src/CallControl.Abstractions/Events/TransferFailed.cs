namespace CallControl;

/// <summary>The call could not be sent on.</summary>
public sealed record TransferFailed : CallEvent
{
    /// <summary>Why.</summary>
    public required OperationFailure Failure { get; init; }
}
