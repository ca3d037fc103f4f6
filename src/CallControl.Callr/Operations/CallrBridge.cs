using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends when both calls were given the command that puts them into the conference.</summary>
internal sealed class CallrBridge(CallId call, PendingOperation<BridgeResult> pending, ProviderDescriptor provider)
    : BridgeOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<BridgeResult> Observe(PendingOperation<BridgeResult> pending, CallEvent callEvent) => callEvent switch
    {
        { Operation: null } => default,
        CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed<BridgeResult>(rejected.Failure)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) => Task.FromException(provider.Refusal(CallFeature.Unbridge, Call));
}
