using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends when the vendor says that the destination has the call, or that it has not: by the states of <c>connect</c>, or of <c>refer</c>.</summary>
internal sealed class SignalWireTransfer(
    CallId call, PendingOperation<TransferResult> pending, bool isRefer, ISignalWireCallingClient client, ProviderDescriptor provider, OperationDeadlines deadlines)
    : TransferOperation(call, pending.Id, pending.Completion)
{
    private const string ReferGoesOn = "Once the far end was asked by REFER, it cannot be told to stay: hang up, or wait for the end of the transfer.";

    private readonly OperationStop _stop = new(pending, deadlines.Margin);

    public static OperationStep<TransferResult> Observe(PendingOperation<TransferResult> pending, CallEvent callEvent) => callEvent switch
    {
        CallBridged bridged => OperationStep.Ends(OperationOutcome.Completed(new TransferResult { NewCall = bridged.With })),
        TransferCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
        TransferFailed failed => OperationStep.Ends(
            pending.IsCutShort ? OperationOutcome.Stopped<TransferResult>() : OperationOutcome.Failed<TransferResult>(failed.Failure)),
        _ => default,
    };

    /// <remarks>Has the call run another document. Unverified: whether the vendor reports that the connect has failed then.</remarks>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        if (isRefer)
            throw new CapabilityNotSupportedException(CallFeature.TransferRefer, provider.Name, ReferGoesOn, Call);

        await _stop.SendAsync(ComeBackAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        await client.TransferAsync(Call, new TransferCommand { Dest = SignalWireDocuments.KeepAlive }, cancellationToken).ConfigureAwait(false);
        pending.TryEnd(OperationOutcome.Stopped<TransferResult>());
    }
}
