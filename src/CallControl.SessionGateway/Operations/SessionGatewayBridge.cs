namespace CallControl.SessionGateway;

/// <summary>Two calls in a conference room of their own.</summary>
internal sealed class SessionGatewayBridge(SessionGatewayBridgeRoom room) : BridgeOperation(room.Call, room.Id, room.Completion)
{
    public override Task StopAsync(CancellationToken cancellationToken = default) => room.CloseAsync().WaitAsync(cancellationToken);
}
