using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One of the two calls of a bridge, from the command that sends it into the conference until it has left.</summary>
internal sealed class BridgeLeg
{
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PendingOperation<BridgeResult>? _pending;
    private volatile bool _isSent;

    /// <summary>What is registered at the call.</summary>
    public PendingOperation<BridgeResult> Pending => _pending ?? throw new InvalidOperationException("The leg was not registered.");

    /// <summary>Ends when the vendor says that the call has joined.</summary>
    public Task Joined => _joined.Task;

    /// <summary>The conference; null before the vendor has named it.</summary>
    public BridgeId? Bridge { get; private set; }

    /// <summary>Whether the command that sends it there may have been carried out.</summary>
    public bool IsSent
    {
        get => _isSent;
        set => _isSent = value;
    }

    public void Register(Func<Func<PendingOperation<BridgeResult>, CallEvent, OperationStep<BridgeResult>>, PendingOperation<BridgeResult>> register) =>
        _pending = register(Observe);

    private OperationStep<BridgeResult> Observe(PendingOperation<BridgeResult> pending, CallEvent callEvent)
    {
        switch (callEvent)
        {
            case CallBridged bridged:
                Bridge = bridged.Bridge;
                _joined.TrySetResult();
                return OperationStep.GoesOn<BridgeResult>();
            case CallUnbridged:
                return OperationStep.Ends(OperationOutcome.Stopped<BridgeResult>());
            default:
                return default;
        }
    }
}
