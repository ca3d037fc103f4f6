using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends with the state <c>finished</c>.</summary>
internal sealed class SignalWireStream(
    CallId call, PendingOperation<StreamResult> pending, ISignalWireCallingClient client, OperationDeadlines deadlines)
    : StreamOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopStreamAsync(Call, new StopStreamCommand { ControlId = Id }, token), cancellationToken);
}
