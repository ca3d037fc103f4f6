namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>Much at once, on webhooks as bad as they get.</summary>
public sealed class ManyOperationsTests
{
    private const string Colleague = "+15550100777";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task Operations_OnSeveralCallsAtOnce_EachComesToItsOwnEnd(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;

        await Task.WhenAll(BridgeAsync(world), TransferAsync(world), StreamAsync(world), ForkAsync(world));

        await world.Telnyx.WaitForIdleAsync(Cancelled);
        world.Telnyx.DeadLetters.Should().BeEmpty();
        world.Log.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task BridgeAsync(TelnyxWorld world)
    {
        var (_, call) = await world.ConnectAsync();
        var (other, far) = await world.ConnectAsync();

        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = far.Id }, Cancelled);

        (await bridge.Completion).Should().Be(OperationOutcome.Completed(new BridgeResult { With = far.Id }));
        await other.HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);
    }

    private static async Task TransferAsync(TelnyxWorld world)
    {
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);

        (await transfer.Completion).End.Should().Be(OperationEnd.Completed);
        await (await world.Telnyx.WaitForDialAsync(Colleague, Cancelled)).HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);
    }

    private static async Task StreamAsync(TelnyxWorld world)
    {
        var (_, call) = await world.ConnectAsync();
        var stream = await call.Control.StartStreamAsync(call.Id, new StreamRequest { Url = new Uri("wss://media.example.com/stream") }, Cancelled);
        await world.Events.WaitForAsync<StreamStarted>(each => each.Operation == stream.Id);

        await stream.StopAsync(Cancelled);

        var outcome = await stream.Completion;
        outcome.End.Should().Be(OperationEnd.Stopped);
        outcome.Result!.Duration.Should().BePositive();
        await call.HangupAsync(Cancelled);
    }

    private static async Task ForkAsync(TelnyxWorld world)
    {
        var (_, call) = await world.ConnectAsync();
        var fork = await call.Control.StartForkAsync(
            call.Id, new ForkRequest { InboundTarget = new Uri("udp://192.0.2.1:40000"), OutboundTarget = new Uri("udp://192.0.2.1:40002") }, Cancelled);
        await world.Events.WaitForAsync<ForkStarted>(each => each.Operation == fork.Id);

        await fork.StopAsync(Cancelled);

        var outcome = await fork.Completion;
        outcome.End.Should().Be(OperationEnd.Stopped);
        outcome.Result!.Duration.Should().BePositive();
        await call.HangupAsync(Cancelled);
    }
}
