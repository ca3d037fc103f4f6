using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.gather.ended</c>.</summary>
internal sealed class TelnyxGather(CallId call, PendingOperation<GatherResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : GatherOperation(call, pending.Id, pending.Completion)
{
    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        pending.StopAsync(() => client.StopGatherAsync(Call, new StopGatherCommand(), cancellationToken), deadlines.Margin);
}
