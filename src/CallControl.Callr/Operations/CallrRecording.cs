using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Of the whole call: ends with the result of the command that stops it. A message: ends with its own result, and nothing stops it.</summary>
/// <param name="call">The call.</param>
/// <param name="pending">The operation.</param>
/// <param name="stop">Gives the vendor the command that stops it; null for a message.</param>
/// <param name="provider">The account.</param>
/// <param name="patience">How long to wait for the end, once the vendor was told to stop.</param>
internal sealed class CallrRecording(
    CallId call, PendingOperation<RecordingResult> pending, Func<CancellationToken, Task>? stop, ProviderDescriptor provider, TimeSpan patience)
    : RecordingOperation(call, pending.Id, pending.Completion)
{
    private const string MessageEndsByItself =
        "A message that is recorded with limits holds the call: it ends by the key #, by silence or by its length. Record without limits to be able to stop.";

    private readonly OperationStop _stop = new(pending, patience);

    // To be stopped is how a recording normally ends: nothing is cut short.
    public static OperationStep<RecordingResult> Observe(PendingOperation<RecordingResult> pending, CallEvent callEvent) => callEvent switch
    {
        { Operation: null } => default,
        RecordingStarted { NativeEvent: RealTimeRequest report } => OperationStep.GoesOn(CallrEventMapper.RecordingOf(report)),
        RecordingCompleted { NativeEvent: RealTimeRequest { IsTerminal: true } } completed => OperationStep.GoesOn(Named(completed, pending)),
        { NativeEvent: RealTimeRequest { IsTerminal: true } } => OperationStep.GoesOn<RecordingResult>(),
        CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed(rejected.Failure, pending.Partial)),
        RecordingFailed failed => OperationStep.Ends(OperationOutcome.Failed(failed.Failure, pending.Partial)),
        RecordingCompleted completed => OperationStep.Ends(OperationOutcome.Completed(Named(completed, pending))),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return Task.CompletedTask;

        return stop is null
            ? Task.FromException(new CapabilityNotSupportedException(CallFeature.RecordingStop, provider.Name, MessageEndsByItself, Call))
            : _stop.SendAsync(stop, cancellationToken);
    }

    public override Task PauseAsync(CancellationToken cancellationToken = default) => Task.FromException(provider.Refusal(CallFeature.RecordingPause, Call));

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => Task.FromException(provider.Refusal(CallFeature.RecordingPause, Call));

    // The hash is told when it begins and when it is stopped.
    private static RecordingResult Named(RecordingCompleted completed, PendingOperation<RecordingResult> pending) =>
        completed.Result.Recording is null && pending.Partial is { } known ? known : completed.Result;
}
