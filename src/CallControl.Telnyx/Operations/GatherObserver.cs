using System.Text;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Follows one gather: its end, its prompt, and the keys on the way.</summary>
/// <param name="gatherId">The id that the vendor repeats, for a gather that has one; null otherwise.</param>
/// <param name="prompts">The addresses and names of its prompts, which the vendor reports like playbacks; empty for none.</param>
/// <param name="terminators">The keys that end the input; null for the one by default.</param>
/// <param name="time">Tells when an end that has not come is not to be expected any more.</param>
/// <param name="longest">How long the gather can last at the vendor.</param>
internal sealed class GatherObserver(string? gatherId, IReadOnlyList<MediaSign> prompts, string? terminators, TimeProvider time, TimeSpan longest)
{
    private const string DefaultTerminator = "#";

    private readonly string _terminators = terminators ?? DefaultTerminator;
    private readonly StringBuilder _keys = new();
    private readonly long _start = time.GetTimestamp();
    private bool _hasReported;
    private int _promptStarts;
    private int _promptEnds;

    // The vendor reports a start and an end for each time that the prompt is played; a key that comes at once may keep it from being played at all.
    private bool IsExpectingMore => !_hasReported || _promptStarts != _promptEnds;

    public OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent)
    {
        switch (callEvent)
        {
            case GatherEnded ended when IsMine(pending, ended):
                _hasReported = true;
                return pending.HasEnded ? Over() : OperationStep.Ends(OutcomeOf(ended), IsExpectingMore);
            case PlaybackStarted or PlaybackEnded when MediaSign.Of(callEvent.NativeEvent) is { } sign && TryTakePrompt(pending, sign):
                return pending.HasEnded ? Over() : OperationStep.GoesOn<GatherResult>();
            case DtmfReceived { Operation: null } dtmf when !pending.HasEnded && !pending.IsCutShort:
                if (!_terminators.Contains(dtmf.Digit, StringComparison.Ordinal))
                    _keys.Append(dtmf.Digit);

                return OperationStep.GoesOn(new GatherResult { Digits = _keys.ToString() });
            default:
                return default;
        }
    }

    private OperationStep<GatherResult> Over() =>
        IsExpectingMore ? OperationStep.GoesOn<GatherResult>() : OperationStep.WasLast<GatherResult>();

    // Most gathers have no id: then the oldest that goes on is meant. One that was replaced is told from its successor by how it ended.
    private bool IsMine(PendingOperation<GatherResult> pending, GatherEnded ended)
    {
        if (_hasReported || pending.IsDoubtful)
            return false;

        if (gatherId is not null && ended.NativeEvent is CallGatherEndedEvent { GatherId: { Length: > 0 } reported })
            return reported == gatherId;

        if (pending.Successor is { HasEnded: false })
            return ended.Result.Reason is GatherReason.Stopped or GatherReason.CallEnded;

        return !pending.HasEnded || time.GetElapsedTime(_start) < longest;
    }

    private bool TryTakePrompt(PendingOperation<GatherResult> pending, MediaSign sign)
    {
        var isPrompt = prompts.Any(prompt => prompt.Kind == sign.Kind && sign.IsOf(prompt.Url, prompt.Name));
        if (!isPrompt || (pending.HasEnded && (sign.IsEnd ? _promptEnds >= _promptStarts : _promptStarts >= _promptEnds)))
            return false;

        if (sign.IsEnd)
            _promptEnds++;
        else if (++_promptStarts > 1)
            _keys.Clear();

        return true;
    }

    private static OperationOutcome<GatherResult> OutcomeOf(GatherEnded ended) => ended.Result.Reason switch
    {
        GatherReason.Stopped => OperationOutcome.Stopped(ended.Result),
        GatherReason.CallEnded => OperationOutcome.CallEnded(ended.Result),
        _ => OperationOutcome.Completed(ended.Result),
    };
}
