namespace CallControl;

/// <summary>Something that goes on at the provider: accepted, then ended exactly once.</summary>
/// <remarks>Thread-safe. Nothing has to be disposed: an operation lets go of everything when it ends, at the latest with its call or at its deadline.</remarks>
public abstract class CallOperation
{
    private protected CallOperation(CallId call, OperationId id)
    {
        Call = call;
        Id = id;
    }

    /// <summary>The call it goes on at.</summary>
    public CallId Call { get; }

    /// <summary>Its name; the events that concern it carry the same in <see cref="CallEvent.Operation"/>.</summary>
    public OperationId Id { get; }

    /// <summary>Asks the provider to end it. Returns when the provider has taken the command; the end itself comes with the completion.</summary>
    /// <param name="cancellationToken">Gives up waiting for the provider's answer; the command may have been carried out.</param>
    /// <remarks>Does nothing when the operation or its call has ended already.</remarks>
    /// <exception cref="CapabilityNotSupportedException">The provider cannot stop this kind; nothing was sent.</exception>
    /// <exception cref="CallControlException">The provider refused, or could not be reached.</exception>
    public abstract Task StopAsync(CancellationToken cancellationToken = default);

    /// <summary>Kind and name.</summary>
    public override string ToString() => $"{GetType().Name} {Id}";
}

/// <summary>An operation that yields something.</summary>
/// <typeparam name="TResult">What it yields.</typeparam>
public abstract class CallOperation<TResult> : CallOperation
    where TResult : class
{
    /// <summary>For providers: an operation whose completion is already being watched.</summary>
    /// <param name="call">The call it goes on at.</param>
    /// <param name="id">Its name.</param>
    /// <param name="completion">Ends exactly once, never faults and is never cancelled.</param>
    protected CallOperation(CallId call, OperationId id, Task<OperationOutcome<TResult>> completion)
        : base(call, id)
    {
        ArgumentNullException.ThrowIfNull(completion);
        Completion = completion;
    }

    /// <summary>Ends when the operation does, with how and with what it yielded. Never faults, is never cancelled, and always ends:
    /// a hang-up ends every operation of the call, a lost report ends it at its deadline.</summary>
    public Task<OperationOutcome<TResult>> Completion { get; }
}
