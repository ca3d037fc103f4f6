namespace CallControl.Providers;

/// <summary>Where adapters register an operation before they send its command, so that no event can come too early.</summary>
/// <remarks>Thread-safe. An event finds its operation among those of its call only, however many calls there are.</remarks>
public interface IOperationRegistry
{
    /// <summary>Registers an operation. Whoever fails to send its command abandons it.</summary>
    /// <typeparam name="TResult">What the operation yields.</typeparam>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="call">The call it goes on at.</param>
    /// <param name="id">Its name.</param>
    /// <param name="deadline">How long to wait for its end; more than zero.</param>
    /// <param name="observe">
    /// Says what an event of the call means to it. It is shown the events that carry its name; events that carry none are shown to the
    /// call's operations one after the other, oldest first, until one takes it, except to those that began after it happened
    /// (<see cref="PendingOperation.NotBefore"/>). Called for one event at a time, under the call's lock: it
    /// must be quick and must not call back.
    /// </param>
    /// <param name="lingers">Whether it is shown events after its end as well: see <see cref="PendingOperation.Lingers"/>.</param>
    /// <exception cref="ArgumentException">An operation of that name is pending on the call.</exception>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CommandRejectedException">Too many operations are pending on the call.</exception>
    PendingOperation<TResult> Register<TResult>(
        string provider,
        CallId call,
        OperationId id,
        TimeSpan deadline,
        Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe,
        bool lingers = false)
        where TResult : class;

    /// <summary>The operations of a call that have not ended, oldest first.</summary>
    IReadOnlyList<PendingOperation> Pending(string provider, CallId call);
}
