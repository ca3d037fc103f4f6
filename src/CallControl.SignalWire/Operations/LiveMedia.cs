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

            return callEvent is StreamStopped or ForkStopped ? OperationStep.Ends(Finished()) : BareReport.Read(callEvent, Finished);

            OperationOutcome<TResult> Finished()
            {
                // An end that overtook its beginning tells no length.
                var length = callEvent.OccurredAt - began;
                var result = resultOf(length >= TimeSpan.Zero ? length : null);
                return pending.IsCutShort ? OperationOutcome.Stopped(result) : OperationOutcome.Completed(result);
            }
        };
    }
}
