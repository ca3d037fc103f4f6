namespace CallControl;

/// <summary>The calls that this process knows.</summary>
/// <remarks>Inbound calls come by themselves, to their flows. Thread-safe; registered as a singleton.</remarks>
public interface ICalls
{
    /// <summary>How many calls are known, those included that ended a short while ago.</summary>
    int Count { get; }

    /// <summary>Places a call with the only provider that is registered.</summary>
    /// <param name="request">Whom to call, and how.</param>
    /// <param name="cancellationToken">Gives up waiting; the phone may ring all the same.</param>
    /// <exception cref="InvalidOperationException">None or several providers are registered.</exception>
    /// <exception cref="CallControlException">As <see cref="ICallControl.DialAsync"/>.</exception>
    Task<Call> DialAsync(DialRequest request, CancellationToken cancellationToken = default);

    /// <summary>Places a call.</summary>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="request">Whom to call, and how.</param>
    /// <param name="cancellationToken">Gives up waiting; the phone may ring all the same.</param>
    /// <exception cref="InvalidOperationException">No provider has that name.</exception>
    /// <exception cref="CallControlException">As <see cref="ICallControl.DialAsync"/>.</exception>
    Task<Call> DialAsync(string provider, DialRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes hold of a call by its id, also of one that this process has not heard of yet.</summary>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="call">The call's id.</param>
    /// <exception cref="InvalidOperationException">No provider has that name.</exception>
    Call Get(string provider, CallId call);

    /// <summary>Whether this process has heard of a call.</summary>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="call">The call's id.</param>
    bool Knows(string provider, CallId call);
}
