namespace CallControl;

/// <summary>What all requests share that start an operation: something that goes on and completes later.</summary>
public abstract record OperationRequest : CallRequest
{
    private protected OperationRequest()
    {
    }

    /// <summary>How long to wait for the operation's completion before it ends as <see cref="OperationEnd.TimedOut"/>.</summary>
    /// <value>Null, the default: what the request and the vendor's limits imply, plus a margin. Must be positive.</value>
    /// <remarks>A safety net for a lost webhook, not a way to stop: what goes on at the provider goes on. It runs from when the provider has accepted.</remarks>
    public TimeSpan? Deadline { get; init; }
}
