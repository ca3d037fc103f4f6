using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends with <c>streaming.stopped</c> or <c>streaming.failed</c>. A fork that is started ends the stream, too.</summary>
internal sealed class TelnyxStream(CallId call, PendingOperation<StreamResult> pending, ITelnyxCallsClient client, OperationDeadlines deadlines)
    : StreamOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);
    private StopStreamingCommand? _command;

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        _stop.SendAsync(token => client.StopStreamingAsync(Call, _command ??= new(), token), cancellationToken);
}
