using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with the last <c>call.playback.ended</c> or <c>call.speak.ended</c> of its pieces. Several playbacks of a call queue up at the vendor.</summary>
internal sealed class TelnyxPlayback(
    CallId call,
    PendingOperation<PlaybackResult> pending,
    Playlist playlist,
    ITelnyxCallsClient client,
    IOperationRegistry operations,
    ProviderDescriptor provider,
    OperationDeadlines deadlines)
    : PlaybackOperation(call, pending.Id, pending.Completion)
{
    private const string Queued =
        "Other playbacks of the call stand in the queue with this list, and the vendor can cut only what plays, or all of it: "
        + "stop the others first, or stop all with ITelnyxCallsClient.StopPlaybackAsync.";

    /// <remarks>
    /// The vendor cuts what is playing, or all that is queued. While other playbacks are queued, one that waits is cut as soon as it starts:
    /// until then this waits.
    /// </remarks>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded || pending.IsCutShort)
            return;

        var isAlone = !operations.Pending(provider.Name, Call)
            .Any(each => each.Id != Id && each is PendingOperation<PlaybackResult> or PendingOperation<GatherResult>);
        if (!isAlone)
        {
            if (playlist.Remaining > 1)
                throw new CapabilityNotSupportedException(CallFeature.PlaybackStop, provider.Name, Queued, Call);

            await Task.WhenAny(playlist.Started, pending.Completion).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        // What is queued in the meantime shall be spared.
        var isPlaying = playlist is { Remaining: 1, Started.IsCompleted: true };
        var stop = new StopPlaybackCommand { Stop = isPlaying ? PlaybackStop.Current : PlaybackStop.All };
        await pending.StopAsync(() => client.StopPlaybackAsync(Call, stop, cancellationToken), deadlines.Margin).ConfigureAwait(false);
    }

    public override Task PauseAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackPause);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackPause);

    public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackSeek);

    public override Task RestartAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackRestart);

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackVolume);

    private Task RefuseAsync(CallFeature feature) => Task.FromException(provider.Refusal(feature, Call));
}
