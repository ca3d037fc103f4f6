using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>Two calls joined: composed of a conference room.</summary>
public sealed class BridgeTests
{
    [Fact]
    public async Task Bridge_OfTwoCalls_JoinsThemAndStopTakesThemApart()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var (first, second) = await TwoCallsAsync(world);

        var bridge = await first.StartBridgeAsync(new BridgeRequest { With = second.Id }, TestContext.Current.CancellationToken);
        var outcome = await bridge.Completion.WaitAsync(TestContext.Current.CancellationToken);

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.With.Should().Be(second.Id);
        var room = outcome.Result.Bridge!.Value;
        await world.Events.WaitForAsync<CallBridged>(bridged => bridged.Call == first.Id && bridged.Bridge == room);
        await world.Events.WaitForAsync<CallBridged>(bridged => bridged.Call == second.Id && bridged.Bridge == room);

        await bridge.StopAsync(TestContext.Current.CancellationToken);

        await world.Events.WaitForAsync<CallUnbridged>(unbridged => unbridged.Call == first.Id);
        await world.Events.WaitForAsync<CallUnbridged>(unbridged => unbridged.Call == second.Id);
        await world.Events.WaitForAsync<UnknownCallEvent>(callEvent => callEvent.Name == "conference.destroyed");
        first.HasEnded.Should().BeFalse();
        second.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Bridge_WhoseOneSideHangsUp_FreesTheOtherAndDeletesTheRoom()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var callers = new[] { await world.CallAsync(), await world.CallAsync() };
        var (first, second) = await TwoCallsAsync(world, callers);
        await first.BridgeAsync(second, TestContext.Current.CancellationToken);

        await callers[1].HangUpAsync(TestContext.Current.CancellationToken);

        await world.Events.WaitForAsync<CallUnbridged>(unbridged => unbridged.Call == first.Id);
        await world.Events.WaitForAsync<UnknownCallEvent>(callEvent => callEvent.Name == "conference.destroyed");
        first.HasEnded.Should().BeFalse();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Bridge_WhoseOtherSideHangsUp_KeepsOrEndsTheCallAsAsked(bool? keep, bool ends)
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var callers = new[] { await world.CallAsync(), await world.CallAsync() };
        var (first, second) = await TwoCallsAsync(world, callers);
        await first.BridgeAsync(new BridgeRequest { With = second.Id, KeepAfterwards = keep }, TestContext.Current.CancellationToken);

        await callers[1].HangUpAsync(TestContext.Current.CancellationToken);

        await world.Events.WaitForAsync<UnknownCallEvent>(callEvent => callEvent.Name == "conference.destroyed");
        if (ends)
            await first.Ended.WaitAsync(TestContext.Current.CancellationToken);

        first.HasEnded.Should().Be(ends);
    }

    [Fact]
    public async Task Bridge_WithADeadlineLongerThanAnyTimer_StillCompletes()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var (first, second) = await TwoCallsAsync(world);

        var bridge = await first.StartBridgeAsync(
            new BridgeRequest { With = second.Id, Deadline = TimeSpan.MaxValue }, TestContext.Current.CancellationToken);

        (await bridge.Completion.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken))
            .End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Bridge_ThatFails_LeavesTheCallAlone()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var (first, second) = await TwoCallsAsync(world);
        world.Gateway.Faults.FailNext(500, command: "conference/join");

        var bridge = () => first.BridgeAsync(new BridgeRequest { With = second.Id, KeepAfterwards = false }, TestContext.Current.CancellationToken);

        await bridge.Should().ThrowAsync<ProviderUnavailableException>();
        await world.Events.WaitForAsync<UnknownCallEvent>(callEvent => callEvent.Name == "conference.destroyed");
        first.HasEnded.Should().BeFalse();
        world.Gateway.Traffic.Should().NotContain(traffic => traffic.Name == "hangup");
    }

    [Fact]
    public async Task StopAsync_ThatTheGatewayRefuses_ThrowsAndMayBeTriedAgain()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var (first, second) = await TwoCallsAsync(world);
        var bridge = await first.StartBridgeAsync(new BridgeRequest { With = second.Id }, TestContext.Current.CancellationToken);
        await bridge.Completion.WaitAsync(TestContext.Current.CancellationToken);
        world.Gateway.Faults.FailNext(503, times: 2, command: "conference/leave");

        var stop = () => bridge.StopAsync(TestContext.Current.CancellationToken);

        await stop.Should().ThrowAsync<ProviderUnavailableException>();
        await stop.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Bridge_WithACallThatDoesNotExist_ThrowsAndLeavesNoRoom()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.Ended;
        });
        var caller = await world.CallAsync();
        await world.Events.WaitForAsync<CallAnswered>();
        var call = world.Calls.Get("session-gateway", new CallId(caller.SessionId));

        var bridge = () => call.BridgeAsync(new BridgeRequest { With = new CallId("acW68-nobody") }, TestContext.Current.CancellationToken);

        await bridge.Should().ThrowAsync<CallEndedException>();
        await world.Events.WaitForAsync<UnknownCallEvent>(callEvent => callEvent.Name == "conference.destroyed");
        await world.Events.WaitForAsync<CallUnbridged>(unbridged => unbridged.Call == call.Id);
    }

    private static async Task<(Call First, Call Second)> TwoCallsAsync(GatewayWorld world, EmulatedCaller[]? callers = null)
    {
        callers ??= [await world.CallAsync(), await world.CallAsync()];
        var calls = callers.Select(caller => world.Calls.Get("session-gateway", new CallId(caller.SessionId))).ToArray();
        foreach (var call in calls)
            await world.Events.WaitForAsync<CallAnswered>(answered => answered.Call == call.Id);

        return (calls[0], calls[1]);
    }
}
