using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends when the vendor says that nobody has answered, and else with the call: that somebody has, it does not tell.</summary>
internal sealed class CallrTransfer(CallId call, PendingOperation<TransferResult> pending, ProviderDescriptor provider)
    : TransferOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<TransferResult> Observe(PendingOperation<TransferResult> pending, CallEvent callEvent) => callEvent switch
    {
        { Operation: null } => default,
        { NativeEvent: RealTimeRequest { IsTerminal: true } } => OperationStep.GoesOn<TransferResult>(),
        CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed<TransferResult>(rejected.Failure)),
        TransferFailed failed => OperationStep.Ends(OperationOutcome.Failed<TransferResult>(failed.Failure)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) => pending.HasEnded
        ? Task.CompletedTask
        : Task.FromException(new CapabilityNotSupportedException(CallFeature.Transfer, provider.Name, CallrCapabilities.NoInterruption, Call));
}
