namespace CallControl;

/// <summary>No report came of an operation that was waited for. What happened on the call is not known.</summary>
public sealed class OperationTimedOutException : CallControlException
{
    /// <summary>Reports an operation without an end.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public OperationTimedOutException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
