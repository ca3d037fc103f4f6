using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Follows a stream or a tap.</summary>
internal static class LiveMedia
{
    /// <summary>An observer of one stream or tap.</summary>
    /// <typeparam name="TResult">What it yields.</typeparam>
    /// <param name="resultOf">Makes the result, given how long it lasted.</param>
    public static Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> Follow<TResult>(Func<TimeSpan?, TResult> resultOf)
        where TResult : class
    {
        DateTimeOffset? began = null;
        return (pending, callEvent) =>
        {
            if (callEvent is StreamStarted or ForkStarted)
            {
                began ??= callEvent.OccurredAt;
                return OperationStep.GoesOn<TResult>();
            }

            if (callEvent is not (StreamStopped or StreamFailed or ForkStopped))
                return default;

            // An end that overtook its beginning tells no length.
            var length = callEvent.OccurredAt - began;
            var result = resultOf(length >= TimeSpan.Zero ? length : null);
            return OperationStep.Ends(callEvent is StreamFailed failed ? OperationOutcome.Failed(failed.Failure, result)
                : pending.IsCutShort ? OperationOutcome.Stopped(result)
                : OperationOutcome.Completed(result));
        };
    }
}
