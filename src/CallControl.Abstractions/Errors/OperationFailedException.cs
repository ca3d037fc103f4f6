namespace CallControl;

/// <summary>An operation that was waited for failed at the provider.</summary>
public sealed class OperationFailedException : CallControlException
{
    /// <summary>Reports a failed operation.</summary>
    /// <param name="failure">Why it failed.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    public OperationFailedException(OperationFailure failure, ErrorContext? context = null)
        : base($"The operation failed: {failure}.", context)
    {
        Failure = failure;
    }

    /// <summary>Why it failed.</summary>
    public OperationFailure Failure { get; }
}
