using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Two calls in a conference of their own. Ends when both have joined it, or when one of them ends before.</summary>
internal sealed class SignalWireBridge(
    PendingOperation<BridgeResult> near, PendingOperation<BridgeResult> far, ISignalWireCallingClient client)
    : BridgeOperation(near.Call, near.Id, JoinAsync(near, far))
{
    private readonly Lock _gate = new();
    private Task? _stopping;

    /// <summary>Follows one of the two calls.</summary>
    /// <param name="with">The other one.</param>
    public static Func<PendingOperation<BridgeResult>, CallEvent, OperationStep<BridgeResult>> Follow(CallId with) =>
        (_, callEvent) => callEvent is CallBridged
            ? OperationStep.Ends(OperationOutcome.Completed(new BridgeResult { With = with }))
            : default;

    /// <remarks>Takes both calls out of the conference, whether they have joined it already or not.</remarks>
    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        Task stopping;
        lock (_gate)
            stopping = _stopping is null or { IsFaulted: true } or { IsCanceled: true } ? _stopping = StopBothAsync() : _stopping;

        return stopping.WaitAsync(cancellationToken);
    }

    private async Task StopBothAsync()
    {
        await Task.WhenAll(TakeOutAsync(near.Call), TakeOutAsync(far.Call)).ConfigureAwait(false);
        near.TryEnd(OperationOutcome.Stopped<BridgeResult>());
        far.TryEnd(OperationOutcome.Stopped<BridgeResult>());
    }

    private async Task TakeOutAsync(CallId call)
    {
        try
        {
            await client.TransferAsync(call, new TransferCommand { Dest = SignalWireDocuments.KeepAlive }).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // A call that is over is in no conference.
        }
    }

    private static async Task<OperationOutcome<BridgeResult>> JoinAsync(PendingOperation<BridgeResult> near, PendingOperation<BridgeResult> far)
    {
        var first = await Task.WhenAny(near.Completion, far.Completion).ConfigureAwait(false);
        if (first.Result.IsCompleted)
            await Task.WhenAll(near.Completion, far.Completion).ConfigureAwait(false);

        var outcome = !near.Completion.IsCompleted ? OutcomeOf(far)
            : near.Completion.Result.IsCompleted && far.Completion.IsCompleted ? OutcomeOf(far)
            : near.Completion.Result;
        if (outcome.IsCompleted)
            return near.Completion.Result;

        // Nothing more is expected of the other one.
        near.TryEnd(outcome);
        far.TryEnd(outcome);
        return outcome;
    }

    // The end of the other call is no end of this one.
    private static OperationOutcome<BridgeResult> OutcomeOf(PendingOperation<BridgeResult> far) => far.Completion.Result.End == OperationEnd.CallEnded
        ? OperationOutcome.Failed<BridgeResult>(new OperationFailure { Message = "The other call ended before the two were joined." })
        : far.Completion.Result;
}
