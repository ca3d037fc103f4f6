using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.recording.saved</c> or <c>call.recording.error</c>.</summary>
/// <remarks>
/// The answer to the start does not name the recording: with several at a time, the commands below concern the one that the vendor chooses, and
/// reports are taken in order. A report of a recording that began before this one is another's.
/// </remarks>
internal sealed class TelnyxRecording(
    CallId call, PendingOperation<RecordingResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : RecordingOperation(call, pending.Id, pending.Completion)
{
    /// <summary>How long storing a recording may take before its report is taken for lost.</summary>
    public static readonly TimeSpan StoringAllowance = TimeSpan.FromMinutes(5);

    private readonly OperationStop _stop = new(pending, deadlines.Margin + StoringAllowance);
    private StopRecordingCommand? _command;

    // To be stopped is how a recording normally ends: nothing is cut short.
    public static OperationStep<RecordingResult> Observe(PendingOperation<RecordingResult> pending, CallEvent callEvent) => callEvent switch
    {
        RecordingCompleted { NativeEvent: CallRecordingSavedEvent saved } when saved.RecordingStartedAt < pending.NotBefore => default,
        RecordingCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
        RecordingFailed failed => OperationStep.Ends(OperationOutcome.Failed<RecordingResult>(failed.Failure)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopRecordingAsync(Call, _command ??= new(), token), cancellationToken);

    // A pause lasts as long as one lets it.
    public override async Task PauseAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        await client.PauseRecordingAsync(Call, new PauseRecordingCommand(), cancellationToken).ConfigureAwait(false);
        pending.ExpectEndWithin(deadlines.OpenEnded);
    }

    public override Task ResumeAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : client.ResumeRecordingAsync(Call, new ResumeRecordingCommand(), cancellationToken);
}
