using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends when the vendor says that the destination has the call, or that it has not.</summary>
/// <remarks>By dialling: <c>call.bridged</c> of this leg, or the end of the new one before that. By REFER: <c>call.refer.completed</c> or <c>call.refer.failed</c>.</remarks>
internal sealed class TelnyxTransfer(
    CallId call, PendingOperation<TransferResult> pending, TelnyxTransferLeg? leg, TelnyxCallControl control)
    : TransferOperation(call, pending.Id, pending.Completion)
{
    private const string UnknownLeg = "The new leg is not known, because the call began before this process did: hang up, or wait for the end of the transfer.";
    private const string ReferGoesOn = "Once the far end was asked by REFER, it cannot be told to stay: hang up, or wait for the end of the transfer.";

    private readonly OperationStop _stop = new(pending, control.Deadlines.Margin);

    public static Func<PendingOperation<TransferResult>, CallEvent, OperationStep<TransferResult>> FollowDial(TelnyxTransferLeg leg) =>
        (pending, callEvent) => callEvent switch
        {
            CallBridged => OperationStep.Ends(OperationOutcome.Completed(new TransferResult { NewCall = leg.Call })),
            TransferFailed failed when failed.Operation == pending.Id => OperationStep.Ends(
                pending.IsCutShort ? OperationOutcome.Stopped<TransferResult>() : OperationOutcome.Failed<TransferResult>(failed.Failure)),
            _ => default,
        };

    public static OperationStep<TransferResult> FollowRefer(PendingOperation<TransferResult> pending, CallEvent callEvent) => callEvent switch
    {
        TransferCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
        TransferFailed { Operation: null } failed => OperationStep.Ends(OperationOutcome.Failed<TransferResult>(failed.Failure)),
        _ => default,
    };

    /// <remarks>Hangs up the new leg, as soon as the vendor has named it.</remarks>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        if (leg is null)
            throw new CapabilityNotSupportedException(CallFeature.TransferRefer, control.Provider.Name, ReferGoesOn, Call);

        if (leg.Session is null)
            throw new CapabilityNotSupportedException(CallFeature.Transfer, control.Provider.Name, UnknownLeg, Call);

        leg.IsStopping = true;
        await Task.WhenAny(leg.Named, pending.Completion).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (leg.Call is { } newCall)
            await _stop.SendAsync(token => control.HangupAsync(newCall, new HangupRequest(), token), cancellationToken).ConfigureAwait(false);
    }
}
