namespace CallControl;

/// <summary>A call that is being answered. Completes when the provider says that it was.</summary>
/// <remarks>An answer cannot be taken back: <see cref="CallOperation.StopAsync"/> hangs up.</remarks>
public abstract class AnswerOperation : CallOperation<AnswerResult>
{
    /// <inheritdoc/>
    protected AnswerOperation(CallId call, OperationId id, Task<OperationOutcome<AnswerResult>> completion)
        : base(call, id, completion)
    {
    }
}
