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

    private readonly OperationStop _stop = new(pending, deadlines.Margin);
    private StopPlaybackCommand? _command;

    /// <remarks>
    /// The vendor cuts what is playing, or all that is queued. While other playbacks are queued before it, one that waits is cut as soon as it
    /// starts: until then this waits.
    /// </remarks>
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (pending.HasEnded)
            return;

        var queue = operations.Pending(provider.Name, Call).OfType<PendingOperation<PlaybackResult>>().ToList();
        var place = queue.IndexOf(pending);
        if (queue.Count > 1 && playlist.Remaining > 1)
            throw new CapabilityNotSupportedException(CallFeature.PlaybackStop, provider.Name, Queued, Call);

        if (place > 0)
        {
            var before = Task.WhenAll(queue[..place].Select(each => each.Completion));
            await Task.WhenAny(playlist.LastStarted, pending.Completion, before).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        // Where a later one is heard, this one is over, and its end on its way: a stop would reach the later one.
        if (queue.Skip(place + 1).Any(later => later is { HasEnded: false, Partial: not null }))
            pending.ExpectEndWithin(deadlines.Margin);
        else
            await _stop.SendAsync(token => SendAsync(queue.Count == 1, token), cancellationToken).ConfigureAwait(false);
    }

    public override Task PauseAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackPause);

    public override Task ResumeAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackPause);

    public override Task SeekAsync(TimeSpan offset, CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackSeek);

    public override Task RestartAsync(CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackRestart);

    public override Task SetVolumeAsync(double decibels, CancellationToken cancellationToken = default) => RefuseAsync(CallFeature.PlaybackVolume);

    // What is queued in the meantime shall be spared.
    private Task<CommandResult> SendAsync(bool isAlone, CancellationToken cancellationToken)
    {
        _command ??= new() { Stop = isAlone && !playlist.LastStarted.IsCompleted ? PlaybackStop.All : PlaybackStop.Current };
        return client.StopPlaybackAsync(Call, _command, cancellationToken);
    }

    private Task RefuseAsync(CallFeature feature) => Task.FromException(provider.Refusal(feature, Call));
}
