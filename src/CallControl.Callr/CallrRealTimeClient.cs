using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <inheritdoc cref="ICallrRealTimeClient"/>
/// <param name="provider">The registered name of the account.</param>
/// <param name="calls">The account's live calls.</param>
internal sealed class CallrRealTimeClient(string provider, RealTimeCalls calls) : ICallrRealTimeClient
{
    public async Task<TResult> ExecuteAsync<TResult>(CallId call, RealTimeCommand<TResult> command, CancellationToken cancellationToken = default)
        where TResult : RealTimeResult
    {
        ArgumentNullException.ThrowIfNull(command);
        var violations = new ViolationList();
        command.Validate(violations);
        violations.ThrowIfAny(provider, call);
        var turn = new ResultTurn<TResult>(command);
        await Find(call).RunAsync(turn, cancellationToken).ConfigureAwait(false);
        return await turn.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public ulong? GetVendorCallId(CallId call) => Find(call).Number is var number and not 0 ? number : null;

    public JsonObject GetVariables(CallId call) => Find(call).Variables;

    public void SetVariables(CallId call, JsonObject variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var violations = new ViolationList();
        if (variables.ContainsKey(RealTimeCall.PrivateVariable))
            violations.Add(RealTimeCall.PrivateVariable, "must be left out: this library keeps a note of its own there");

        violations.ThrowIfAny(provider, call);
        Find(call).Variables = variables;
    }

    /// <summary>A live call.</summary>
    /// <exception cref="CallEndedException">There is none of that name.</exception>
    public RealTimeCall Find(CallId call) => calls.TryFind(call, out var found)
        ? found
        : throw new CallEndedException(
            $"The vendor has not asked this process about the call {call}, or the call is over.",
            new ErrorContext { Provider = provider, Call = call, Effect = CommandEffect.NotSent });
}
