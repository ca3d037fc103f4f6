namespace CallControl;

/// <summary>The provider takes no more commands for now.</summary>
public sealed class RateLimitedException : CallControlException
{
    /// <summary>Reports a refusal for excess of commands.</summary>
    /// <param name="message">What happened, without secrets and numbers.</param>
    /// <param name="context">The circumstances; null when there is nothing to say.</param>
    /// <param name="innerException">What caused it.</param>
    public RateLimitedException(string message, ErrorContext? context = null, Exception? innerException = null)
        : base(message, context, innerException)
    {
    }

    /// <summary>How long to wait, as the provider asks; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
