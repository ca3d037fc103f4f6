namespace CallControl;

/// <summary>A stream that goes on. Completes when the provider has closed it.</summary>
public abstract class StreamOperation : CallOperation<StreamResult>
{
    /// <inheritdoc/>
    protected StreamOperation(CallId call, OperationId id, Task<OperationOutcome<StreamResult>> completion)
        : base(call, id, completion)
    {
    }
}
