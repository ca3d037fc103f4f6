namespace CallControl;

/// <summary>The provider could not be reached, did not answer in time, or failed. Look at <see cref="CallControlException.Effect"/> before trying again.</summary>
public sealed class ProviderUnavailableException : CallControlException
{
    /// <summary>Reports an outage.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public ProviderUnavailableException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }
}
