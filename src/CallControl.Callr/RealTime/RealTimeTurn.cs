namespace CallControl.Callr;

/// <summary>What somebody does on a call: commands one after the other, with nobody else's in between.</summary>
/// <remarks>A call carries out one command at a time. Turns wait for each other, in the order in which they came. Guarded by the call's lock, but for its tasks.</remarks>
/// <param name="operation">The operation that it carries out; null for none.</param>
internal abstract class RealTimeTurn(OperationId? operation)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OperationId? Operation { get; } = operation;

    /// <summary>Puts the report on the last command into neutral words; null, the default, goes by the command's name.</summary>
    public Func<RealTimeRequest, CallEvent>? Describe { get; init; }

    /// <summary>Asked before its first command: whether it is to be done still.</summary>
    public Func<bool> IsWanted { get; init; } = static () => true;

    /// <summary>Asked before each further command: whether it is to go on.</summary>
    public Func<bool> GoesOn { get; init; } = static () => true;

    /// <summary>Ends when the vendor is given its first command, or when that is not wanted any more; fails when the call ends before.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Ends when nothing more is to come of it, for whatever reason; never fails.</summary>
    public Task Over => _over.Task;

    /// <summary>Whether it was not wanted any more when its turn came.</summary>
    public bool IsSkipped { get; private set; }

    /// <summary>Tells the next command. Called once for each, under the call's lock: it must be quick.</summary>
    /// <param name="report">On the last command; null for the first one.</param>
    /// <returns>Null when there is none.</returns>
    public abstract RealTimeCommand? Next(RealTimeRequest? report);

    /// <summary>Takes note that the vendor is given its first command.</summary>
    public void Begin() => _begun.TrySetResult();

    /// <summary>Takes note that it is not wanted any more.</summary>
    public void Skip()
    {
        IsSkipped = true;
        _over.TrySetResult();
        _begun.TrySetResult();
    }

    /// <summary>Takes note of the report on its last command.</summary>
    public void Finish() => _over.TrySetResult();

    /// <summary>Takes note that nothing more will come of it.</summary>
    public virtual void Lose(CallControlException reason)
    {
        _over.TrySetResult();
        _begun.TrySetException(reason);

        // Seen here: not everybody waits for it.
        _ = _begun.Task.Exception;
    }
}
