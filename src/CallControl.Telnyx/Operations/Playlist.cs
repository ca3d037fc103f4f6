using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Follows the pieces of one playback, each of which the vendor queues and reports apart.</summary>
/// <remarks>The first that is not played to its end ends the playback; what the vendor plays of the others is still its own.</remarks>
internal sealed class Playlist(IReadOnlyList<ExpectedMedia> pieces)
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first piece is heard.</summary>
    public Task Started => _started.Task;

    /// <summary>How many pieces have not ended.</summary>
    public int Remaining => pieces.Count(piece => !piece.HasEnded);

    public OperationStep<PlaybackResult> Observe(PendingOperation<PlaybackResult> pending, CallEvent callEvent)
    {
        if (MediaSign.Of(callEvent.NativeEvent) is not { } sign)
            return default;

        var piece = pieces.FirstOrDefault(each => each.TryTake(sign, callEvent.OccurredAt, pending.HasEnded));
        if (piece is null)
            return default;

        if (pending.HasEnded)
            return IsExpectingMore() ? OperationStep.GoesOn<PlaybackResult>() : OperationStep.WasLast<PlaybackResult>();

        if (callEvent is PlaybackEnded ended)
            return OutcomeOf(ended, pending.IsCutShort) is { } outcome ? OperationStep.Ends(outcome, IsExpectingMore()) : OperationStep.GoesOn<PlaybackResult>();

        _started.TrySetResult();
        return OperationStep.GoesOn(new PlaybackResult());
    }

    private bool IsExpectingMore() => pieces.Any(piece => piece.IsHalfSeen);

    private OperationOutcome<PlaybackResult>? OutcomeOf(PlaybackEnded ended, bool isCutShort)
    {
        var result = new PlaybackResult { Duration = pieces.Count == 1 ? ended.OccurredAt - pieces[0].StartedAt : null };
        return ended.Reason switch
        {
            PlaybackReason.Failed => OperationOutcome.Failed(ended.Failure!, result),
            PlaybackReason.CallEnded => OperationOutcome.CallEnded(result),
            PlaybackReason.Stopped => OperationOutcome.Stopped(result),
            PlaybackReason.Unknown when isCutShort => OperationOutcome.Stopped(result),
            _ when Remaining == 0 => OperationOutcome.Completed(result),

            // The stop came between two pieces, of which the vendor has dropped those that wait.
            _ when isCutShort => OperationOutcome.Stopped(result),
            _ => null,
        };
    }
}
