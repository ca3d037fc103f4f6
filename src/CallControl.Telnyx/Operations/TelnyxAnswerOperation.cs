using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.answered</c>.</summary>
internal sealed class TelnyxAnswerOperation(CallId call, PendingOperation<AnswerResult> pending, TelnyxCallControl control)
    : AnswerOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<AnswerResult> Observe(PendingOperation<AnswerResult> pending, CallEvent callEvent) =>
        callEvent is CallAnswered
            ? OperationStep.Ends(OperationOutcome.Completed(new AnswerResult { AnsweredAt = callEvent.OccurredAt }))
            : default;

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : control.HangupAsync(Call, new HangupRequest(), cancellationToken);
}
