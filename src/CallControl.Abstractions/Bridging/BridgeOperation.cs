namespace CallControl;

/// <summary>Two calls that are being joined. Completes when the provider says that they are.</summary>
/// <remarks>
/// The one operation whose <see cref="CallOperation.StopAsync"/> has a meaning after its completion: it takes the two calls apart again.
/// That they were taken apart is told by <see cref="CallUnbridged"/>.
/// </remarks>
public abstract class BridgeOperation : CallOperation<BridgeResult>
{
    /// <inheritdoc/>
    protected BridgeOperation(CallId call, OperationId id, Task<OperationOutcome<BridgeResult>> completion)
        : base(call, id, completion)
    {
    }
}
