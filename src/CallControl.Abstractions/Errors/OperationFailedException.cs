namespace CallControl;

/// <summary>An operation that was waited for failed at the provider.</summary>
public sealed class OperationFailedException : CallControlException
{
    /// <summary>Reports a failed operation.</summary>
    /// <param name="failure">Why it failed.</param>
    public OperationFailedException(OperationFailure failure)
        : base($"The operation failed: {failure}.")
    {
        Failure = failure;
        Effect = CommandEffect.NotApplied;
    }

    /// <summary>Why it failed.</summary>
    public OperationFailure Failure { get; }
}
