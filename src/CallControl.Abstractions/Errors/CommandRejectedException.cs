namespace CallControl;

/// <summary>The provider refused a command: it does not fit, or not at this time. See <see cref="CallControlException.Error"/>.</summary>
public sealed class CommandRejectedException : CallControlException
{
    /// <summary>Reports a refusal.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public CommandRejectedException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
