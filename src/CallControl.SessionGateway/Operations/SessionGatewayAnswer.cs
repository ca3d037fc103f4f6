using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends with the first <c>call.answered</c>: the gateway may report the answer once for the call and once for the command.</summary>
internal sealed class SessionGatewayAnswer(CallId call, PendingOperation<AnswerResult> pending, SessionGatewayCallControl control)
    : AnswerOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<AnswerResult> Observe(PendingOperation<AnswerResult> pending, CallEvent callEvent) => callEvent switch
    {
        CallAnswered => OperationStep.Ends(OperationOutcome.Completed(new AnswerResult { AnsweredAt = callEvent.OccurredAt })),
        CommandRejected rejected when rejected.Operation == pending.Id => OperationStep.Ends(OperationOutcome.Failed<AnswerResult>(rejected.Failure)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : control.HangupAsync(Call, new HangupRequest(), cancellationToken);
}
