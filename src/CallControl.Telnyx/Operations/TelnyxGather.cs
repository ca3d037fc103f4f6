using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>call.gather.ended</c>.</summary>
internal sealed class TelnyxGather(CallId call, PendingOperation<GatherResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : GatherOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);
    private StopGatherCommand? _command;

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopGatherAsync(Call, _command ??= new(), token), cancellationToken);
}
