namespace CallControl;

/// <summary>A fork that goes on. Completes when the provider has stopped copying.</summary>
public abstract class ForkOperation : CallOperation<ForkResult>
{
    /// <inheritdoc/>
    protected ForkOperation(CallId call, OperationId id, Task<OperationOutcome<ForkResult>> completion)
        : base(call, id, completion)
    {
    }
}
