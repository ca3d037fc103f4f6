using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends with <c>recording.completed</c>, which carries the <c>command_uid</c> of <c>record/start</c>, not of <c>record/stop</c>.</summary>
internal sealed class SessionGatewayRecording(
    CallId call, PendingOperation<RecordingResult> pending, ISessionGatewayClient client, ProviderDescriptor provider, OperationDeadlines deadlines)
    : RecordingOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<RecordingResult> Observe(PendingOperation<RecordingResult> pending, CallEvent callEvent)
    {
        if (callEvent.Operation != pending.Id)
            return default;

        return callEvent switch
        {
            RecordingStarted => OperationStep.GoesOn<RecordingResult>(),
            RecordingCompleted completed => OperationStep.Ends(OperationOutcome.Completed(completed.Result)),
            CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed<RecordingResult>(rejected.Failure)),
            _ => default,
        };
    }

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
        Task.FromException(provider.Refusal(CallFeature.RecordingPause, Call));

    public override Task ResumeAsync(CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.RecordingPause, Call));
}
