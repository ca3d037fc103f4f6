using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends with the result of its last <c>read</c>, or with a prompt that fails. Nothing stops it.</summary>
internal sealed class CallrGather(CallId call, PendingOperation<GatherResult> pending, ProviderDescriptor provider)
    : GatherOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent) => callEvent switch
    {
        { Operation: null } => default,
        GatherEnded { Result: { Reason: GatherReason.CallEnded } partial } => OperationStep.GoesOn(partial),
        { NativeEvent: RealTimeRequest { IsTerminal: true } } => OperationStep.GoesOn<GatherResult>(),
        GatherEnded ended => OperationStep.Ends(OperationOutcome.Completed(ended.Result)),
        CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed<GatherResult>(rejected.Failure)),
        PlaybackEnded { Failure: { } failure } => OperationStep.Ends(OperationOutcome.Failed<GatherResult>(failure)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : Task.FromException(provider.Refusal(CallFeature.GatherStop, Call));
}
