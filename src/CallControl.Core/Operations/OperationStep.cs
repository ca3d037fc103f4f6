namespace CallControl.Providers;

/// <summary>What an event means to a pending operation; <c>default</c> is: nothing, the event concerns something else.</summary>
/// <typeparam name="TResult">What the operation yields.</typeparam>
public readonly struct OperationStep<TResult>
    where TResult : class
{
    internal OperationStep(TResult? partial, OperationOutcome<TResult>? outcome, bool expectsMore)
    {
        IsMine = true;
        Partial = partial;
        Outcome = outcome;
        ExpectsMore = expectsMore;
    }

    /// <summary>Whether the event concerns the operation.</summary>
    public bool IsMine { get; }

    /// <summary>What is known so far, to be kept in case the call ends first; null for nothing new.</summary>
    public TResult? Partial { get; }

    /// <summary>How the operation ended; null while it goes on.</summary>
    public OperationOutcome<TResult>? Outcome { get; }

    /// <summary>Whether a further event is to be expected, to be told from those of other operations: see <see cref="PendingOperation.Lingers"/>.</summary>
    public bool ExpectsMore { get; }
}

/// <summary>Makes steps.</summary>
public static class OperationStep
{
    /// <summary>The event concerns the operation, which goes on.</summary>
    /// <param name="partial">What is known so far; null for nothing new.</param>
    public static OperationStep<TResult> GoesOn<TResult>(TResult? partial = null)
        where TResult : class => new(partial, null, expectsMore: true);

    /// <summary>The event ends the operation.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="expectsMore">Whether a further event of it may come, because events come in any order; of use to an operation that lingers.</param>
    public static OperationStep<TResult> Ends<TResult>(OperationOutcome<TResult> outcome, bool expectsMore = false)
        where TResult : class => new(null, outcome, expectsMore);

    /// <summary>The event concerns an operation that had ended already, and no further one will.</summary>
    public static OperationStep<TResult> WasLast<TResult>()
        where TResult : class => new(null, null, expectsMore: false);
}
