using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Follows the reports of one <c>collect</c>.</summary>
/// <param name="fewestDigits">How many digits make an answer.</param>
internal sealed class GatherObserver(int fewestDigits)
{
    private readonly TaskCompletionSource _inputBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the caller has pressed a key or begun to speak.</summary>
    public Task InputBegan => _inputBegan.Task;

    public OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent)
    {
        if (callEvent is GatherEnded ended)
            return OperationStep.Ends(OutcomeOf(pending, ended.Result));

        if (callEvent.NativeEvent is not CallCollectEvent native)
            return default;

        if (native.Result?.Type == CallCollectResultType.Error)
            return OperationStep.Ends(OperationOutcome.Failed<GatherResult>(new OperationFailure { Code = "error", Message = "The input could not be collected." }));

        // Whatever else it reports, it reports because the caller does something.
        _inputBegan.TrySetResult();
        return OperationStep.GoesOn<GatherResult>();
    }

    // Nobody but we stops a collect: where it finishes without a result all the same, the caller has hung up.
    private OperationOutcome<GatherResult> OutcomeOf(PendingOperation pending, GatherResult result) => result.Reason switch
    {
        GatherReason.Stopped when !pending.IsCutShort => OperationOutcome.CallEnded(result with { Reason = GatherReason.CallEnded }),
        GatherReason.Stopped => OperationOutcome.Stopped(result),
        GatherReason.InputComplete or GatherReason.Terminator when result.Transcript is null && result.Digits.Length < fewestDigits =>
            OperationOutcome.Completed(result with { Reason = GatherReason.Incomplete }),
        _ => OperationOutcome.Completed(result),
    };
}
