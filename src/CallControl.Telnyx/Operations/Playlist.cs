using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Follows the pieces of one playback, each of which the vendor queues and reports apart.</summary>
/// <remarks>
/// A piece that cannot be played does not keep the vendor from playing the others: the playback then fails when all are over. One that was cut
/// off ends it at once, for the vendor may drop what waits without a word.
/// </remarks>
/// <param name="pieces">In the order of their commands.</param>
/// <param name="patience">How long to wait for the ends of the others, once that of the last has come.</param>
internal sealed class Playlist(IReadOnlyList<ExpectedMedia> pieces, TimeSpan patience)
{
    private readonly TaskCompletionSource _lastStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private List<ExpectedMedia> _queued = [.. pieces];
    private OperationFailure? _failure;
    private volatile int _remaining = pieces.Count;

    /// <summary>Ends when the last of the pieces that are left is heard.</summary>
    public Task LastStarted => _lastStarted.Task;

    /// <summary>How many pieces have not ended.</summary>
    public int Remaining => _remaining;

    public OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent)
    {
        if (MediaSign.Of(callEvent.NativeEvent) is not { } sign)
            return default;

        lock (_gate)
            return Observe(pending, callEvent, sign);
    }

    /// <summary>The vendor has refused a piece and what would have followed it; what was queued before is played all the same.</summary>
    /// <param name="count">How many pieces the vendor has taken.</param>
    /// <param name="failure">Why it took no more.</param>
    /// <returns>How the playback has ended by that, where all that was taken is over already; null while it goes on.</returns>
    public OperationOutcome<PlaybackResult>? CutAfter(int count, OperationFailure failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            _queued = [.. pieces.Take(count)];
            _remaining = _queued.Count(each => !each.HasEnded);
            return _remaining == 0 ? OperationOutcome.Failed(_failure, new PlaybackResult()) : null;
        }
    }

    private OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent, MediaSign sign)
    {
        var piece = _queued.Find(each => each.TryTake(sign, callEvent.OccurredAt, pending.HasEnded));
        if (piece is null)
            return default;

        _remaining = _queued.Count(each => !each.HasEnded);
        if (_remaining == 1 && _queued.Exists(each => each is { HasEnded: false, HasStarted: true }))
            _lastStarted.TrySetResult();

        if (pending.HasEnded)
            return IsExpectingMore() ? OperationStep.GoesOn<PlaybackResult>() : OperationStep.WasLast<PlaybackResult>();

        if (callEvent is not PlaybackEnded ended)
            return OperationStep.GoesOn(new PlaybackResult());

        if (OutcomeOf(ended, sign.Kind, pending.IsCutShort) is { } outcome)
            return OperationStep.Ends(outcome, IsExpectingMore());

        // The vendor plays them in order: the others are over, too, and their ends late or lost.
        if (_queued[^1].HasEnded)
            pending.ExpectEndWithin(patience);

        return OperationStep.GoesOn<PlaybackResult>();
    }

    private bool IsExpectingMore() => _queued.Exists(piece => piece.IsHalfSeen);

    private OperationOutcome<PlaybackResult>? OutcomeOf(PlaybackEnded ended, MediaKind kind, bool isCutShort)
    {
        _failure ??= ended.Failure;
        var result = new PlaybackResult { Duration = pieces.Count == 1 ? pieces[0].LengthUntil(ended.OccurredAt) : null };
        switch (ended.Reason)
        {
            case PlaybackReason.CallEnded:
                return OperationOutcome.CallEnded(result);
            case PlaybackReason.Stopped:
            case PlaybackReason.Unknown when isCutShort:

            // The vendor has no word for speech that was cut off.
            case PlaybackReason.Finished when isCutShort && kind == MediaKind.Speech:
                return OperationOutcome.Stopped(result);
            case var _ when _remaining > 0:
                // A stop came between two pieces: the vendor has dropped those that wait.
                return isCutShort ? OperationOutcome.Stopped(result) : null;
            default:
                return _failure is null ? OperationOutcome.Completed(result) : OperationOutcome.Failed(_failure, result);
        }
    }
}
