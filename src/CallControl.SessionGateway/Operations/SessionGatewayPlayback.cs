using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends with <c>playback.stopped</c>, which carries the start's <c>command_uid</c> but no reason: whether it was cut short we must know ourselves.</summary>
internal sealed class SessionGatewayPlayback(
    CallId call,
    PendingOperation<PlaybackResult> pending,
    bool isSilence,
    ISessionGatewayClient client,
    ProviderDescriptor provider,
    OperationDeadlines deadlines)
    : PlaybackOperation(call, pending.Id, pending.Completion)
{
    private const string SilenceStays = "The gateway's silence ends with the call or with the next playback: play something else instead.";

    // The gateway's controls name no playback: once this one is over or being replaced, they would reach its successor.
    private bool IsOver => pending.HasEnded || pending.IsCutShort;

    // A playback that has a partial result has been heard to start.
    public static OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent) => callEvent switch
    {
        PlaybackStarted when callEvent.IsOf(pending) => OperationStep.GoesOn(new PlaybackResult()),
        PlaybackEnded { Failure: { } failure } ended when ended.IsOf(pending) => OperationStep.Ends(OperationOutcome.Failed(failure, ended.Result)),
        PlaybackEnded ended when ended.IsOf(pending) => OperationStep.Ends(
            pending.IsCutShort ? OperationOutcome.Stopped(ended.Result) : OperationOutcome.Completed(ended.Result)),

        // Cut short before a sound was heard: the gateway may have nothing to report as stopped.
        { NativeEvent: CommandResultEvent { Success: false } } when callEvent.Operation == pending.Id && pending is { IsCutShort: true, Partial: null } =>
            OperationStep.Ends(OperationOutcome.Stopped<PlaybackResult>()),
        _ => default,
    };

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (IsOver)
            return;

        DemandFiles();
        var stop = new StopPlaybackCommand { BeforeSending = new Mark(pending) };
        try
        {
            await client.StopPlaybackAsync(Call, stop, cancellationToken).ConfigureAwait(false);
            pending.ExpectEndWithin(deadlines.Margin);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the playback as well.
        }
        catch (CallControlException exception) when (exception.Effect != CommandEffect.Unknown)
        {
            pending.IsCutShort = false;
            throw;
        }
    }

    public override Task PauseAsync(CancellationToken cancellationToken = default) =>
        SteerAsync(() => client.PausePlaybackAsync(Call, new PausePlaybackCommand(), cancellationToken));

    public override Task ResumeAsync(CancellationToken cancellationToken = default) =>
        SteerAsync(() => client.ResumePlaybackAsync(Call, new ResumePlaybackCommand(), cancellationToken));

    public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default)
    {
        var milliseconds = offset.Ticks / TimeSpan.TicksPerMillisecond;
        var violations = new ViolationList();
        if (milliseconds is 0 or < int.MinValue or > int.MaxValue)
            violations.Add(nameof(offset), "must be at least a millisecond forward or backward, and no more than 24 days", offset.ToString());

        violations.ThrowIfAny(provider.Name, Call);
        return SteerAsync(() => client.SeekPlaybackAsync(Call, new SeekPlaybackCommand { PositionMs = (int)milliseconds }, cancellationToken));
    }

    public override Task RestartAsync(CancellationToken cancellationToken = default) =>
        SteerAsync(() => client.RestartPlaybackAsync(Call, new RestartPlaybackCommand(), cancellationToken));

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.PlaybackVolume, Call));

    private async Task SteerAsync(Func<Task> send)
    {
        DemandFiles();
        if (!IsOver)
            await send().ConfigureAwait(false);
    }

    // The transport controls steer files only.
    private void DemandFiles()
    {
        if (isSilence)
            throw new CapabilityNotSupportedException(CallFeature.PlaybackStop, provider.Name, SilenceStays, Call);
    }

    private sealed class Mark(PendingOperation operation) : IBeforeSending
    {
        public void OnSending() => operation.IsCutShort = true;
    }
}
