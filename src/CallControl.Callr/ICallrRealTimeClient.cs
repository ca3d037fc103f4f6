using System.Text.Json.Nodes;

namespace CallControl.Callr;

/// <summary>Every command of CALLR Real-Time, on the calls of this process.</summary>
/// <remarks>
/// The vendor asks what happens next, and is given one command at a time: each is an answer to a request of the vendor's, and its result comes with the next request.
/// Commands on one call, these and the neutral ones, therefore wait for each other, in the order in which they came. Thread-safe.
/// </remarks>
public interface ICallrRealTimeClient
{
    /// <summary>Has a command carried out, once the call has carried out those that came before, and waits for its result.</summary>
    /// <typeparam name="TResult">What the command yields.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="command">The command: <c>new ReadCommand { ... }</c>.</param>
    /// <param name="cancellationToken">Gives the command up while it waits; afterwards gives up waiting for its result only, since nothing stops a command.</param>
    /// <returns>The result, also when the command has failed (<see cref="RealTimeResult.Error"/>) or the call ended meanwhile (<see cref="RealTimeResult.IsCallOver"/>).</returns>
    /// <exception cref="RequestValidationException">Parameters break the vendor's rules.</exception>
    /// <exception cref="CallEndedException">The call is over, is not known here, or ended without a word on the command.</exception>
    /// <exception cref="CommandRejectedException">Too many commands wait.</exception>
    /// <exception cref="ProviderProtocolException">The vendor has gone on without a report; the command may have been carried out.</exception>
    Task<TResult> ExecuteAsync<TResult>(CallId call, RealTimeCommand<TResult> command, CancellationToken cancellationToken = default)
        where TResult : RealTimeResult;

    /// <summary>The vendor's id of a call (`callid`), as in its call detail records.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Null while the vendor has not asked about the call: an outbound one that was not answered yet.</returns>
    /// <exception cref="CallEndedException">The call is over, or is not known here.</exception>
    ulong? GetVendorCallId(CallId call);

    /// <summary>What travels with a call: the vendor sends it back with each request, to whichever process takes that.</summary>
    /// <param name="call">The call.</param>
    /// <returns>A copy.</returns>
    /// <exception cref="CallEndedException">The call is over, or is not known here.</exception>
    JsonObject GetVariables(CallId call);

    /// <summary>Replaces what travels with a call, from its next command on.</summary>
    /// <param name="call">The call.</param>
    /// <param name="variables">What travels. Copied. The vendor's limit of its size is not known.</param>
    /// <exception cref="CallEndedException">The call is over, or is not known here.</exception>
    /// <exception cref="RequestValidationException">There is a member named <c>callcontrol</c>, which is ours.</exception>
    void SetVariables(CallId call, JsonObject variables);
}
