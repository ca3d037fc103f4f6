using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends with the state <c>finished</c>, which tells no reason, or <c>error</c>: whether it was cut short we must know ourselves.</summary>
internal sealed class SignalWirePlayback(
    CallId call, PendingOperation<PlaybackResult> pending, ISignalWireCallingClient client, ProviderDescriptor provider, OperationDeadlines deadlines)
    : PlaybackOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);

    public static OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent) => callEvent switch
    {
        PlaybackEnded { Failure: { } failure } => OperationStep.Ends(OperationOutcome.Failed<PlaybackResult>(failure)),
        PlaybackEnded ended => OperationStep.Ends(Finished(pending, ended.Result)),
        PlaybackStarted => OperationStep.GoesOn<PlaybackResult>(),
        _ => BareReport.Read(callEvent, () => Finished(pending, new PlaybackResult())),
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopPlayAsync(Call, new StopPlayCommand { ControlId = Id }, token), cancellationToken);

    // A pause lasts as long as one lets it.
    public override Task PauseAsync(CancellationToken cancellationToken = default) => pending.SteerAsync(
        token => client.PausePlayAsync(Call, new PausePlayCommand { ControlId = Id }, token), deadlines.OpenEnded, deadlines.Margin, cancellationToken);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => pending.SteerAsync(
        token => client.ResumePlayAsync(Call, new ResumePlayCommand { ControlId = Id }, token), patience: null, deadlines.Margin, cancellationToken);

    public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.PlaybackSeek, Call));

    public override Task RestartAsync(CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.PlaybackRestart, Call));

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default)
    {
        var command = SignalWireRequests.ToVolume(Id, decibels, provider, Call);
        return pending.SteerAsync(token => client.SetPlayVolumeAsync(Call, command, token), patience: null, deadlines.Margin, cancellationToken);
    }

    private static OperationOutcome<PlaybackResult> Finished(PendingOperation pending, PlaybackResult result) =>
        pending.IsCutShort ? OperationOutcome.Stopped(result) : OperationOutcome.Completed(result);
}
