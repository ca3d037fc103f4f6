using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Follows a stream or a fork, of which a call has one at a time.</summary>
internal static class LiveMedia
{
    /// <summary>An observer of one stream or fork.</summary>
    /// <typeparam name="TResult">What it yields.</typeparam>
    /// <param name="expected">What to follow.</param>
    /// <param name="resultOf">Makes the result, given how long it lasted.</param>
    public static Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> Follow<TResult>(
        ExpectedMedia expected, Func<TimeSpan?, TResult> resultOf)
        where TResult : class =>
        (pending, callEvent) =>
        {
            if (MediaSign.Of(callEvent.NativeEvent) is not { } sign || !expected.TryTake(sign, callEvent.OccurredAt, pending.HasEnded))
                return default;

            if (pending.HasEnded)
                return expected.IsHalfSeen ? OperationStep.GoesOn<TResult>() : OperationStep.WasLast<TResult>();

            if (!sign.IsEnd)
                return OperationStep.GoesOn<TResult>();

            var result = resultOf(expected.LengthUntil(callEvent.OccurredAt));
            var outcome = callEvent is StreamFailed failed ? OperationOutcome.Failed(failed.Failure, result)
                : pending.IsCutShort ? OperationOutcome.Stopped(result)
                : OperationOutcome.Completed(result);
            return OperationStep.Ends(outcome, expectsMore: expected.IsHalfSeen);
        };
}
