using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.fork.stopped</c>.</summary>
internal sealed class TelnyxFork(CallId call, PendingOperation<ForkResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : ForkOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);
    private StopForkCommand? _command;

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopForkAsync(Call, _command ??= new() { StreamType = ForkStreamType.Decrypted }, token), cancellationToken);
}
