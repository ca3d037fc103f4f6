using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Follows the reports of one <c>collect</c>.</summary>
/// <param name="fewestDigits">How many digits make an answer.</param>
internal sealed class GatherObserver(int fewestDigits)
{
    // How long the end of the call may be behind the end of what was collected.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _inputBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _wasStopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the caller has pressed a key or begun to speak.</summary>
    public Task InputBegan => _inputBegan.Task;

    public OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent)
    {
        if (callEvent is GatherEnded ended)
            return OnEnd(pending, ended.Result);

        if (callEvent.NativeEvent is not CallCollectEvent native)
            return default;

        if (native.Result?.Type == CallCollectResultType.Error || native.State == CallCollectState.Error)
            return OperationStep.Ends(OperationOutcome.Failed<GatherResult>(new OperationFailure { Code = "error", Message = "The input could not be collected." }));

        if (native.Result?.Type is { } type
            && (type == CallCollectResultType.StartOfInput || type == CallCollectResultType.Digit || type == CallCollectResultType.Speech))
        {
            _inputBegan.TrySetResult();
        }

        return OperationStep.GoesOn<GatherResult>();
    }

    /// <summary>Ends a gather that somebody else has stopped, unless the call's own end was why.</summary>
    /// <param name="pending">The gather.</param>
    /// <param name="time">Measures how long the end of the call is waited for.</param>
    public async Task SettleAsync(PendingOperation<GatherResult> pending, TimeProvider time)
    {
        await Task.WhenAny(_wasStopped.Task, pending.Completion).ConfigureAwait(false);
        if (pending.HasEnded)
            return;

        using var waiting = new CancellationTokenSource();
        await Task.WhenAny(Task.Delay(Grace, time, waiting.Token), pending.Completion).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        pending.TryEnd(OperationOutcome.Stopped(pending.Partial));
    }

    // Nobody but we stops a collect, as a rule: where it finishes without a result all the same, the caller has hung up.
    private OperationStep<GatherResult> OnEnd(PendingOperation pending, GatherResult result)
    {
        if (result.Reason == GatherReason.Stopped && !pending.IsCutShort)
        {
            _wasStopped.TrySetResult();
            return OperationStep.GoesOn(result);
        }

        return OperationStep.Ends(result.Reason switch
        {
            GatherReason.Stopped => OperationOutcome.Stopped(result),
            GatherReason.InputComplete or GatherReason.Terminator when result.Transcript is null && result.Digits.Length < fewestDigits =>
                OperationOutcome.Completed(result with { Reason = GatherReason.Incomplete }),
            _ => OperationOutcome.Completed(result),
        });
    }
}
