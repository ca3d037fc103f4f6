using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>The caller hangs up in the middle of something.</summary>
public sealed class HangupTests
{
    private static readonly UrlSource Audio = MediaSource.Url("https://cdn.example.com/long.wav");

    private static SessionGatewayEmulatorOptions LongAudio => new() { MediaDuration = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task Hangup_DuringPlaybackAndGather_EndsBothWithCallEnded()
    {
        var started = new TaskCompletionSource<(PlaybackOperation, GatherOperation)>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Audio] }, ended);
                var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, ended);
                started.SetResult((playback, gather));
                await call.Ended;
            },
            LongAudio);
        world.Gateway.Faults.DropWebhook = name => name is "playback.stopped" or "digits.collected";

        var caller = await world.CallAsync();
        var (playback, gather) = await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await caller.HangUpAsync(TestContext.Current.CancellationToken);

        (await playback.Completion.WaitAsync(TestContext.Current.CancellationToken)).End.Should().Be(OperationEnd.CallEnded);
        (await gather.Completion.WaitAsync(TestContext.Current.CancellationToken)).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Hangup_DuringGather_KeepsTheKeys()
    {
        var gathered = new TaskCompletionSource<OperationOutcome<GatherResult>>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Audio], Digits = new DigitOptions { Max = 6 } }, ended);
                gathered.SetResult(await gather.Completion);
            },
            LongAudio);
        world.Gateway.Faults.DropWebhook = name => name is "digits.collected";

        var caller = await world.CallAsync();
        await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
        await caller.PressAsync("12", TestContext.Current.CancellationToken);
        await caller.HangUpAsync(TestContext.Current.CancellationToken);

        var outcome = await gathered.Task.WaitAsync(TestContext.Current.CancellationToken);
        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Digits.Should().Be("12");
    }

    [Fact]
    public async Task Hangup_WhileAFlowWaits_EndsTheFlowQuietly()
    {
        var thrown = new TaskCompletionSource<Exception?>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var exception = await Record.ExceptionAsync(() => call.PlayAsync(Audio, ended));
                thrown.SetResult(exception);
                throw exception!;
            },
            LongAudio);
        world.Gateway.Faults.DropWebhook = name => name is "playback.stopped";

        var caller = await world.CallAsync();
        await caller.WaitForPlaybackAsync(TestContext.Current.CancellationToken);
        await caller.HangUpAsync(TestContext.Current.CancellationToken);

        (await thrown.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().BeOfType<CallEndedException>();
        await world.Log.WaitForAsync(" 1101 ");
        world.Log.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hangup_BeforeACommand_RefusesItAsCallEnded()
    {
        var thrown = new TaskCompletionSource<Exception?>();
        await using var world = await GatewayWorld.StartAsync(async (call, _) =>
        {
            await call.AnswerAsync(CancellationToken.None);
            await call.Ended;
            thrown.SetResult(await Record.ExceptionAsync(() => call.PlayAsync(Audio, CancellationToken.None)));
        });

        var caller = await world.CallAsync();
        await caller.WaitForAnswerAsync(TestContext.Current.CancellationToken);
        await caller.HangUpAsync(TestContext.Current.CancellationToken);

        (await thrown.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().BeOfType<CallEndedException>()
            .Which.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public async Task HangupAsync_OnACallThatHasEnded_DoesNothing()
    {
        await using var world = await GatewayWorld.StartAsync((call, _) => call.Ended);
        var caller = await world.CallAsync();
        await world.Events.WaitForAsync<CallIncoming>();
        await caller.HangUpAsync(TestContext.Current.CancellationToken);
        await world.Events.WaitForAsync<CallEnded>();

        var hangup = () => world.Control.HangupAsync(new CallId(caller.SessionId), new HangupRequest(), TestContext.Current.CancellationToken);

        await hangup.Should().NotThrowAsync();
    }

    [Fact]
    public async Task Flow_ThatFails_HangsUp()
    {
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            throw new InvalidOperationException("A fault in the flow.");
        });

        var caller = await world.CallAsync();
        await caller.WaitForEndAsync(TestContext.Current.CancellationToken);

        world.Log.Lines.Should().Contain(line => line.Contains("1102", StringComparison.Ordinal) && line.Contains("A fault in the flow.", StringComparison.Ordinal));
    }
}
