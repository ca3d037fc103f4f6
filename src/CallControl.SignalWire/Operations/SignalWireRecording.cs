using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends with the state <c>finished</c>, <c>no_input</c> or <c>error</c>.</summary>
internal sealed class SignalWireRecording(
    CallId call, PendingOperation<RecordingResult> pending, ISignalWireCallingClient client, OperationDeadlines deadlines)
    : RecordingOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);

    // To be stopped is how a recording normally ends: nothing is cut short.
    public static OperationStep<RecordingResult> Observe(PendingOperation<RecordingResult> pending, CallEvent callEvent) => callEvent switch
    {
        RecordingCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
        RecordingFailed failed => OperationStep.Ends(OperationOutcome.Failed<RecordingResult>(failed.Failure)),
        RecordingStarted => OperationStep.GoesOn<RecordingResult>(),
        _ => BareReport.Read(callEvent, () => OperationOutcome.Completed(new RecordingResult())),
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopRecordAsync(Call, new StopRecordCommand { ControlId = Id }, token), cancellationToken);

    // A pause lasts as long as one lets it.
    public override Task PauseAsync(CancellationToken cancellationToken = default) => pending.SteerAsync(
        token => client.PauseRecordAsync(Call, new PauseRecordCommand { ControlId = Id }, token), deadlines.OpenEnded, deadlines.Margin, cancellationToken);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => pending.SteerAsync(
        token => client.ResumeRecordAsync(Call, new ResumeRecordCommand { ControlId = Id }, token), patience: null, deadlines.Margin, cancellationToken);
}
