namespace CallControl;

/// <summary>The one end that an operation comes to.</summary>
/// <typeparam name="TResult">What the operation yields.</typeparam>
public sealed record OperationOutcome<TResult>
    where TResult : class
{
    internal OperationOutcome(OperationEnd end, TResult? result, OperationFailure? failure)
    {
        End = end;
        Result = result;
        Failure = failure;
    }

    /// <summary>How it ended.</summary>
    public OperationEnd End { get; }

    /// <summary>
    /// What it yielded. Never null after <see cref="OperationEnd.Completed"/>; after the other ends whatever came along, such as the digits
    /// pressed before the caller hung up, or null.
    /// </summary>
    public TResult? Result { get; }

    /// <summary>Why it failed; set after <see cref="OperationEnd.Failed"/> only.</summary>
    public OperationFailure? Failure { get; }

    /// <summary>Whether it ran to its own end.</summary>
    public bool IsCompleted => End == OperationEnd.Completed;

    /// <summary>The end and the failure; never the result, which may hold what a caller typed.</summary>
    public override string ToString() => Failure is null ? End.ToString() : $"{End} ({Failure})";
}

/// <summary>Makes outcomes, for authors of providers and of tests.</summary>
public static class OperationOutcome
{
    /// <summary>It ran to its own end.</summary>
    public static OperationOutcome<TResult> Completed<TResult>(TResult result)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(result);
        return new(OperationEnd.Completed, result, null);
    }

    /// <summary>It was cut short on demand.</summary>
    public static OperationOutcome<TResult> Stopped<TResult>(TResult? result = null)
        where TResult : class => new(OperationEnd.Stopped, result, null);

    /// <summary>The call ended first.</summary>
    public static OperationOutcome<TResult> CallEnded<TResult>(TResult? result = null)
        where TResult : class => new(OperationEnd.CallEnded, result, null);

    /// <summary>It failed.</summary>
    public static OperationOutcome<TResult> Failed<TResult>(OperationFailure failure, TResult? result = null)
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(OperationEnd.Failed, result, failure);
    }

    /// <summary>Nothing was heard of it in time.</summary>
    public static OperationOutcome<TResult> TimedOut<TResult>(TResult? result = null)
        where TResult : class => new(OperationEnd.TimedOut, result, null);
}
