using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.recording.saved</c> or <c>call.recording.error</c>.</summary>
/// <remarks>The answer to the start does not name the recording: with several at a time, the commands below concern the one that the vendor chooses, and reports are taken in order.</remarks>
internal sealed class TelnyxRecording(
    CallId call, PendingOperation<RecordingResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : RecordingOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<RecordingResult> Observe(PendingOperation<RecordingResult> pending, CallEvent callEvent)
    {
        if (pending.IsDoubtful)
            return default;

        return callEvent switch
        {
            RecordingCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
            RecordingFailed failed => OperationStep.Ends(OperationOutcome.Failed<RecordingResult>(failed.Failure)),
            _ => default,
        };
    }

    // To be stopped is how a recording normally ends: nothing is cut short.
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        try
        {
            await client.StopRecordingAsync(Call, new StopRecordingCommand(), cancellationToken).ConfigureAwait(false);
            pending.ExpectEndWithin(deadlines.Margin);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the recording as well.
        }
    }

    public override Task PauseAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : client.PauseRecordingAsync(Call, new PauseRecordingCommand(), cancellationToken);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) =>
        pending.HasEnded ? Task.CompletedTask : client.ResumeRecordingAsync(Call, new ResumeRecordingCommand(), cancellationToken);
}
