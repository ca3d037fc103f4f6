using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends with the result of its last command, or of the first that fails. Nothing steers it.</summary>
internal sealed class CallrPlayback(CallId call, PendingOperation<PlaybackResult> pending, ProviderDescriptor provider)
    : PlaybackOperation(call, pending.Id, pending.Completion)
{
    public static OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent) => callEvent switch
    {
        { Operation: null } => default,
        PlaybackEnded { NativeEvent: RealTimeRequest { IsTerminal: true } } => OperationStep.GoesOn(new PlaybackResult()),
        CommandRejected rejected => OperationStep.Ends(OperationOutcome.Failed<PlaybackResult>(rejected.Failure)),
        PlaybackEnded { Failure: { } failure } => OperationStep.Ends(OperationOutcome.Failed<PlaybackResult>(failure)),
        PlaybackEnded ended => OperationStep.Ends(OperationOutcome.Completed(ended.Result)),
        _ => default,
    };

    public override Task StopAsync(CancellationToken cancellationToken = default) => RefuseUnlessEnded(CallFeature.PlaybackStop);

    public override Task PauseAsync(CancellationToken cancellationToken = default) => Refuse(CallFeature.PlaybackPause);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => Refuse(CallFeature.PlaybackPause);

    public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default) => Refuse(CallFeature.PlaybackSeek);

    public override Task RestartAsync(CancellationToken cancellationToken = default) => Refuse(CallFeature.PlaybackRestart);

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) => Refuse(CallFeature.PlaybackVolume);

    private Task RefuseUnlessEnded(CallFeature feature) => pending.HasEnded ? Task.CompletedTask : Refuse(feature);

    private Task Refuse(CallFeature feature) => Task.FromException(provider.Refusal(feature, Call));
}
