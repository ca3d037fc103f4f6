namespace CallControl;

/// <summary>The provider does not accept the credentials, or does not let this account do that.</summary>
public sealed class AuthenticationFailedException : CallControlException
{
    /// <summary>Reports refused credentials.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public AuthenticationFailedException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
