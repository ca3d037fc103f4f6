namespace CallControl;

/// <summary>The provider answered something that this library cannot read.</summary>
public sealed class ProviderProtocolException : CallControlException
{
    /// <summary>Reports an unreadable answer.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public ProviderProtocolException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
