using CallControl.Providers;

namespace CallControl.Benchmarks;

/// <summary>Remembers the operation that was registered last, so that it can be ended at no cost.</summary>
internal sealed class LastOperation(IOperationRegistry operations) : IOperationRegistry
{
    private static readonly OperationOutcome<PlaybackResult> Over = OperationOutcome.Completed(new PlaybackResult());

    private PendingOperation? _last;

    public PendingOperation<TResult> Register<TResult>(
        string provider, CallId call, OperationId id, TimeSpan deadline, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe,
        bool lingers = false)
        where TResult : class
    {
        var operation = operations.Register(provider, call, id, deadline, observe, lingers);
        _last = operation;
        return operation;
    }

    public IReadOnlyList<PendingOperation> Pending(string provider, CallId call) => operations.Pending(provider, call);

    /// <summary>Ends the playback that was registered last.</summary>
    public void EndLast() => ((PendingOperation<PlaybackResult>)_last!).TryEnd(Over);
}
