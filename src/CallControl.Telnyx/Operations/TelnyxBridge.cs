using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.bridged</c> of either leg, or when the other leg ends before it.</summary>
internal sealed class TelnyxBridge(CallId call, PendingOperation<BridgeResult> pending, ProviderDescriptor provider)
    : BridgeOperation(call, pending.Id, pending.Completion)
{
    /// <summary>Follows one of the two legs.</summary>
    /// <param name="with">The other one.</param>
    /// <remarks>Each leg reports; the one whose report comes second has ended by then, and lingers for it.</remarks>
    public static Func<PendingOperation<BridgeResult>, CallEvent, OperationStep<BridgeResult>> Follow(CallId with) =>
        (pending, callEvent) => callEvent switch
        {
            CallBridged when !pending.HasEnded => OperationStep.Ends(OperationOutcome.Completed(new BridgeResult { With = with })),
            CallBridged when pending.Completion is { IsCompletedSuccessfully: true, Result.IsCompleted: true } && callEvent.IsOfItsTime(pending) =>
                OperationStep.WasLast<BridgeResult>(),
            _ => default,
        };

    // The vendor has no command for it, neither before nor after.
    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.Unbridge, Call));

    /// <summary>Lets the end of the far leg's watch count for the bridge, whichever comes first.</summary>
    /// <param name="pending">The bridge.</param>
    /// <param name="far">What is watched on the other leg.</param>
    public static async Task JoinAsync(PendingOperation<BridgeResult> pending, PendingOperation<BridgeResult> far)
    {
        var first = await Task.WhenAny(pending.Completion, far.Completion).ConfigureAwait(false);
        var outcome = await first.ConfigureAwait(false);
        if (first == pending.Completion)
        {
            if (outcome.IsCompleted)
                far.TryEnd(outcome);
            else
                far.Abandon();

            return;
        }

        pending.TryEnd(outcome.End switch
        {
            OperationEnd.Completed => OperationOutcome.Completed(new BridgeResult { With = far.Call }),
            OperationEnd.CallEnded => OperationOutcome.Failed<BridgeResult>(new OperationFailure { Message = "The other call ended before the two were joined." }),
            _ => outcome,
        });
    }
}
