namespace CallControl;

/// <summary>An operation was cut short that yields nothing unless it completes: an answer, a bridge, a transfer.</summary>
public sealed class OperationStoppedException : CallControlException
{
    /// <summary>Reports an operation that was cut short.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public OperationStoppedException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
