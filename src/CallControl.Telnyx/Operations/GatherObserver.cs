using System.Text;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Follows one gather: its end, its prompt, and the keys on the way.</summary>
/// <param name="gatherId">The id that the vendor repeats, for a gather that has one; null otherwise.</param>
/// <param name="prompts">The addresses and names of its prompts, which the vendor reports like playbacks; empty for none.</param>
/// <param name="tries">How often each of them is played at most: what plays the same file afterwards is another.</param>
/// <param name="terminators">The keys that end the input; null for the one by default.</param>
internal sealed class GatherObserver(string? gatherId, IReadOnlyList<MediaSign> prompts, int tries, string? terminators)
{
    private const string DefaultTerminator = "#";

    private readonly string _terminators = terminators ?? DefaultTerminator;
    private readonly StringBuilder _keys = new();
    private ExpectedMedia? _prompt;
    private int _prompts;
    private bool _hasReported;

    private bool IsExpectingMore => !_hasReported || _prompt is { IsHalfSeen: true };

    public OperationStep<GatherResult> Observe(PendingOperation<GatherResult> pending, CallEvent callEvent)
    {
        switch (callEvent)
        {
            case GatherEnded ended when IsMine(pending, ended):
                _hasReported = true;
                return pending.HasEnded ? Over() : OperationStep.Ends(OutcomeOf(ended), IsExpectingMore);
            case PlaybackStarted or PlaybackEnded when MediaSign.Of(callEvent.NativeEvent) is { } sign && TryTakePrompt(pending, sign, callEvent.OccurredAt):
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

    // Most gathers have no id: then the oldest that goes on is meant. One that was replaced, or given up, was cut off by the vendor; any other end
    // is the next one's.
    private bool IsMine(PendingOperation<GatherResult> pending, GatherEnded ended)
    {
        if (_hasReported)
            return false;

        if (ended.NativeEvent is CallGatherEndedEvent { GatherId: { Length: > 0 } reported })
        {
            if (gatherId is not null || reported == pending.Successor?.Id.Value)
                return reported == gatherId;
        }

        if (pending.IsDoubtful)
            return false;

        return pending is { HasEnded: false, Successor: null }
            || (ended.Result.Reason is GatherReason.Stopped or GatherReason.CallEnded && ended.IsOfItsTime(pending));
    }

    // The prompt is played once for each try; what was entered before is forgotten then.
    private bool TryTakePrompt(PendingOperation<GatherResult> pending, MediaSign sign, DateTimeOffset? occurredAt)
    {
        if (_prompt?.TryTake(sign, occurredAt, pending.HasEnded) == true)
            return true;

        if (pending.HasEnded || _prompts >= tries * prompts.Count)
            return false;

        var isAgain = _prompt is not null;
        var next = prompts.Select(prompt => new ExpectedMedia(prompt.Kind, prompt.Url, prompt.Name))
            .FirstOrDefault(each => each.TryTake(sign, occurredAt, isOver: false));
        if (next is null)
            return false;

        _prompt = next;
        _prompts++;
        if (isAgain && !sign.IsEnd)
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
