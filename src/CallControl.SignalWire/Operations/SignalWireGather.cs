using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends with the first result of its <c>collect</c>. Its prompt is a playback of its own (<see cref="GatherPrompt"/>).</summary>
internal sealed class SignalWireGather(
    CallId call, PendingOperation<GatherResult> pending, GatherPrompt? prompt, ISignalWireCallingClient client, OperationDeadlines deadlines)
    : GatherOperation(call, pending.Id, pending.Completion)
{
    private readonly OperationStop _stop = new(pending, deadlines.Margin);

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _stop.SendAsync(token => client.StopCollectAsync(Call, new StopCollectCommand { ControlId = Id }, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (prompt is not null)
                await prompt.StopAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
