namespace CallControl;

/// <summary>The call is over, or the provider knows no such call.</summary>
public sealed class CallEndedException : CallControlException
{
    /// <summary>Reports a call that is over.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public CallEndedException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
