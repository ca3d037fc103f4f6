namespace CallControl;

/// <summary>The provider does not accept the credentials, or does not let this account do that.</summary>
public sealed class AuthenticationFailedException : CallControlException
{
    /// <summary>Reports refused credentials.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="innerException">What caused it.</param>
    public AuthenticationFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
