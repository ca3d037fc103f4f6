using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One tap, or one for each direction. Ends when the last of them has.</summary>
internal sealed class SignalWireFork(
    CallId call, IReadOnlyList<PendingOperation<ForkResult>> taps, ISignalWireCallingClient client, OperationDeadlines deadlines)
    : ForkOperation(call, taps[0].Id, JoinAsync(taps))
{
    private readonly OperationStop[] _stops = [.. taps.Select(tap => new OperationStop(tap, deadlines.Margin))];

    public override Task StopAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(taps.Zip(_stops, (tap, stop) =>
            stop.SendAsync(token => client.StopTapAsync(Call, new StopTapCommand { ControlId = tap.Id }, token), cancellationToken)));

    // What went wrong with one of them counts for both.
    private static async Task<OperationOutcome<ForkResult>> JoinAsync(IReadOnlyList<PendingOperation<ForkResult>> taps)
    {
        var outcomes = await Task.WhenAll(taps.Select(tap => tap.Completion)).ConfigureAwait(false);
        return outcomes.FirstOrDefault(outcome => !outcome.IsCompleted) ?? outcomes[0];
    }
}
