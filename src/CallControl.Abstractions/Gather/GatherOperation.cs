namespace CallControl;

/// <summary>Input that is being collected. Completes when the caller has entered it, or did not in time: that is an answer too.</summary>
public abstract class GatherOperation : CallOperation<GatherResult>
{
    /// <inheritdoc/>
    protected GatherOperation(CallId call, OperationId id, Task<OperationOutcome<GatherResult>> completion)
        : base(call, id, completion)
    {
    }
}
