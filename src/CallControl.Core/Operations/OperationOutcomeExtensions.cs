namespace CallControl.Providers;

/// <summary>Turns outcomes into results or exceptions, for the short forms.</summary>
internal static class OperationOutcomeExtensions
{
    public static TResult Unwrap<TResult>(this OperationOutcome<TResult> outcome, CallOperation operation, string provider, Func<TResult>? empty)
        where TResult : class
    {
        var context = new ErrorContext { Provider = provider, Call = operation.Call, Operation = operation.Id };
        return outcome.End switch
        {
            OperationEnd.Completed => outcome.Result!,
            OperationEnd.Stopped when (outcome.Result ?? empty?.Invoke()) is { } partial => partial,
            OperationEnd.Stopped => throw new OperationStoppedException($"{operation} was cut short.", context),
            OperationEnd.CallEnded => throw new CallEndedException($"The call ended before {operation} did.", context),
            OperationEnd.Failed => throw new OperationFailedException(outcome.Failure!, context),
            OperationEnd.TimedOut => throw new OperationTimedOutException($"Nothing was heard of {operation} before its deadline.", context),
            _ => throw new InvalidOperationException($"An operation cannot end as {outcome.End}."),
        };
    }
}
