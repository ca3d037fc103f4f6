using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.fork.stopped</c>.</summary>
internal sealed class TelnyxFork(CallId call, PendingOperation<ForkResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : ForkOperation(call, pending.Id, pending.Completion)
{
    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.StopAsync(
            () => client.StopForkAsync(Call, new StopForkCommand { StreamType = ForkStreamType.Decrypted }, cancellationToken), deadlines.Margin);
}
