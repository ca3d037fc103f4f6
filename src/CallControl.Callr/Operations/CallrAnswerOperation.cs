using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends when the vendor first says that the call is live, or has carried out the command that was to answer it.</summary>
internal sealed class CallrAnswerOperation(CallId call, PendingOperation<AnswerResult> pending, CallrCallControl control)
    : AnswerOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<AnswerResult> Observe(PendingOperation<AnswerResult> pending, CallEvent callEvent) => callEvent switch
    {
        { NativeEvent: RealTimeRequest { IsTerminal: true } } => default,
        CommandRejected rejected when rejected.Operation is not null => OperationStep.Ends(OperationOutcome.Failed<AnswerResult>(rejected.Failure)),
        CallAnswered or { Operation: not null } => OperationStep.Ends(OperationOutcome.Completed(new AnswerResult())),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : control.HangupAsync(Call, new HangupRequest(), cancellationToken);
}
