using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Ends with <c>playback.stopped</c>, which carries the start's <c>command_uid</c> but no reason: whether it was cut short we must know ourselves.</summary>
internal sealed class SessionGatewayPlayback(
    CallId call, PendingOperation<PlaybackResult> pending, bool isSilence, ISessionGatewayClient client, ProviderDescriptor provider)
    : PlaybackOperation(call, pending.Id, pending.Completion)
{
    private const string SilenceStays = "The gateway's silence ends with the call or with the next playback: play something else instead.";

    public static OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent) => callEvent switch
    {
        PlaybackStarted started when started.Operation == pending.Id => OperationStep.GoesOn<PlaybackResult>(),
        PlaybackEnded { Failure: { } failure } ended when ended.IsOf(pending) =>
            OperationStep.Ends(OperationOutcome.Failed(failure, ended.Result)),
        PlaybackEnded ended when ended.Operation == pending.Id => OperationStep.Ends(
            pending.IsCutShort ? OperationOutcome.Stopped(ended.Result) : OperationOutcome.Completed(ended.Result)),
        _ => default,
    };

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        DemandFiles();
        pending.IsCutShort = true;
        try
        {
            await client.StopPlaybackAsync(Call, new StopPlaybackCommand(), cancellationToken).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the playback as well.
        }
        catch
        {
            pending.IsCutShort = false;
            throw;
        }
    }

    public override async Task PauseAsync(CancellationToken cancellationToken = default)
    {
        DemandFiles();
        await client.PausePlaybackAsync(Call, new PausePlaybackCommand(), cancellationToken).ConfigureAwait(false);
    }

    public override async Task ResumeAsync(CancellationToken cancellationToken = default)
    {
        DemandFiles();
        await client.ResumePlaybackAsync(Call, new ResumePlaybackCommand(), cancellationToken).ConfigureAwait(false);
    }

    public override async Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default)
    {
        var milliseconds = offset.Ticks / TimeSpan.TicksPerMillisecond;
        var violations = new ViolationList();
        if (milliseconds is 0 or < int.MinValue or > int.MaxValue)
            violations.Add(nameof(offset), "must be at least a millisecond forward or backward, and no more than 24 days", offset.ToString());

        violations.ThrowIfAny(provider.Name, Call);
        DemandFiles();
        await client.SeekPlaybackAsync(Call, new SeekPlaybackCommand { PositionMs = (int)milliseconds }, cancellationToken).ConfigureAwait(false);
    }

    public override async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        DemandFiles();
        await client.RestartPlaybackAsync(Call, new RestartPlaybackCommand(), cancellationToken).ConfigureAwait(false);
    }

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) =>
        Task.FromException(provider.Refusal(CallFeature.PlaybackVolume, Call));

    // The transport controls steer files only.
    private void DemandFiles()
    {
        if (isSilence)
            throw new CapabilityNotSupportedException(CallFeature.PlaybackStop, provider.Name, SilenceStays, Call);
    }
}
