using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends when the vendor fetches the document of the answered call, or reports the state <c>answered</c>.</summary>
internal sealed class SignalWireAnswerOperation(CallId call, PendingOperation<AnswerResult> pending, SignalWireCallControl control)
    : AnswerOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<AnswerResult> Observe(PendingOperation<AnswerResult> pending, CallEvent callEvent) =>
        callEvent is CallAnswered
            ? OperationStep.Ends(OperationOutcome.Completed(new AnswerResult { AnsweredAt = callEvent.OccurredAt }))
            : default;

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : control.HangupAsync(Call, new HangupRequest(), cancellationToken);
}
