namespace CallControl;

/// <summary>A call that is being sent on. Completes when the provider says that the destination has it.</summary>
public abstract class TransferOperation : CallOperation<TransferResult>
{
    /// <inheritdoc/>
    protected TransferOperation(CallId call, OperationId id, Task<OperationOutcome<TransferResult>> completion)
        : base(call, id, completion)
    {
    }
}
