namespace CallControl;

/// <summary>The provider could not be reached, did not answer in time, or failed. Look at <see cref="CallControlException.Effect"/> before trying again.</summary>
public sealed class ProviderUnavailableException : CallControlException
{
    /// <summary>Reports an outage.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="innerException">What caused it.</param>
    public ProviderUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
