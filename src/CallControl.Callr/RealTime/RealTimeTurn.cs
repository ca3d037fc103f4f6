namespace CallControl.Callr;

/// <summary>What somebody does on a call: commands one after the other, with nobody else's in between.</summary>
/// <remarks>A call carries out one command at a time. Turns wait for each other, in the order in which they came.</remarks>
/// <param name="operation">The operation that it carries out; null for none.</param>
/// <param name="next">
/// Tells the next command: the first one when it is given null, else the one after the command that is reported on; null when there is none. Called once for each, under
/// the call's lock: it must be quick.
/// </param>
internal class RealTimeTurn(OperationId? operation, Func<RealTimeRequest?, RealTimeCommand?> next)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOver;

    public OperationId? Operation { get; } = operation;

    /// <summary>Puts the report on the last command into neutral words; null, the default, goes by the command's name.</summary>
    public Func<RealTimeRequest, CallEvent>? Describe { get; init; }

    /// <summary>Asked when its turn has come: whether it is still to be done.</summary>
    public Func<bool> IsWanted { get; init; } = static () => true;

    /// <summary>Ends when the vendor is given its first command, or when that is not wanted any more; fails when the call ends before.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Whether its last command was reported on, or nothing more will come of it.</summary>
    public bool IsOver => _isOver;

    /// <summary>A turn of one command.</summary>
    public static RealTimeTurn Of(OperationId? operation, RealTimeCommand command) => Of(operation, [command]);

    /// <summary>A turn of several commands, up to the first that fails.</summary>
    public static RealTimeTurn Of(OperationId? operation, IEnumerable<RealTimeCommand> commands, Func<RealTimeRequest, CallEvent>? describe = null, Func<bool>? isWanted = null)
    {
        var rest = commands.GetEnumerator();
        return new RealTimeTurn(operation, report => report?.HasFailed() != true && rest.MoveNext() ? rest.Current : null)
        {
            Describe = describe,
            IsWanted = isWanted ?? (static () => true),
        };
    }

    /// <inheritdoc cref="RealTimeTurn(OperationId?, Func{RealTimeRequest?, RealTimeCommand?})" path="/param[@name='next']"/>
    public virtual RealTimeCommand? Next(RealTimeRequest? report) => next(report);

    /// <summary>Takes note that the vendor is given its first command, or that it is not wanted any more.</summary>
    public void Begin() => _begun.TrySetResult();

    /// <summary>Takes note that its last command was reported on.</summary>
    public void End() => _isOver = true;

    /// <summary>Takes note that nothing more will come of it.</summary>
    public virtual void Lose(CallControlException reason)
    {
        _isOver = true;
        _begun.TrySetException(reason);
    }
}
