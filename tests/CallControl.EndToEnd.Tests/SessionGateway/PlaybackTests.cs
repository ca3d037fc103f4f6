using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SessionGateway;

public sealed class PlaybackTests
{
    private static readonly UrlSource Audio = MediaSource.Url("https://cdn.example.com/audio.wav");
    private static readonly UrlSource Missing = MediaSource.Url("https://cdn.example.com/missing.wav");

    [Fact]
    public async Task Controls_OfPlayback_ReachTheGatewayInOrderAndStopEndsIt()
    {
        var done = new TaskCompletionSource<OperationOutcome<PlaybackResult>>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio], Offset = TimeSpan.FromSeconds(3) }, ended);
                await playback.PauseAsync(ended);
                await playback.ResumeAsync(ended);
                await playback.SeekAsync(TimeSpan.FromSeconds(-1), ended);
                await playback.RestartAsync(ended);
                await playback.StopAsync(ended);
                done.SetResult(await playback.Completion);
            },
            new SessionGatewayEmulatorOptions { MediaDuration = TimeSpan.FromMinutes(5) });

        await world.CallAsync();
        var outcome = await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        outcome.End.Should().Be(OperationEnd.Stopped);
        outcome.Result!.Duration.Should().NotBeNull();
        Commands(world).Should().Equal(
            "answer", "playback/start", "playback/pause", "playback/resume", "playback/seek", "playback/restart", "playback/stop");
        world.Gateway.Traffic.Should().NotContain(traffic => traffic.StatusCode == 429);
    }

    [Fact]
    public async Task Playback_ReplacedByAnother_EndsAsStopped()
    {
        var ends = new TaskCompletionSource<(OperationEnd First, OperationEnd Second)>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var first = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, ended);
                await WaitUntilStartedAsync(call, ended);
                var second = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Url("https://cdn.example.com/short.wav")] }, ended);
                ends.SetResult(((await first.Completion).End, (await second.Completion).End));
            },
            new SessionGatewayEmulatorOptions
            {
                MediaDurationOf = url => url.AbsolutePath.Contains("short", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromMinutes(5),
            });

        await world.CallAsync();

        (await ends.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().Be((OperationEnd.Stopped, OperationEnd.Completed));

        static async Task WaitUntilStartedAsync(Call call, CancellationToken ended) =>
            await call.Events.OfType<PlaybackStarted>().FirstAsync(ended);
    }

    [Fact]
    public async Task Playback_OfAMissingFile_Fails()
    {
        var thrown = new TaskCompletionSource<Exception?>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                thrown.SetResult(await Record.ExceptionAsync(() => call.PlayAsync(Missing, ended)));
            },
            new SessionGatewayEmulatorOptions { IsMediaMissing = url => url == Missing.Location });

        await world.CallAsync();

        (await thrown.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().BeOfType<OperationFailedException>()
            .Which.Failure.Code.Should().Be("playback.file_not_found");
    }

    [Fact]
    public async Task Playback_WhoseFetchTakesLongerThanTwoSeconds_IsNotFailedByTheTimer()
    {
        var done = new TaskCompletionSource<OperationOutcome<PlaybackResult>>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                done.SetResult(await (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, ended)).Completion);
            },
            new SessionGatewayEmulatorOptions { FetchDelay = TimeSpan.FromSeconds(2.3) });

        await world.CallAsync();
        var outcome = await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        outcome.End.Should().Be(OperationEnd.Completed);
        world.Gateway.Traffic.Should().Contain(
            traffic => traffic.Name == "command.result" && traffic.Body.Contains("\"success\":false", StringComparison.Ordinal),
            "the emulator must have reported the timer, or this test shows nothing");
        world.Events.All.Should().NotContain(callEvent => callEvent is CommandRejected);
    }

    [Fact]
    public async Task Playback_WhoseEndIsLost_TimesOutAtItsDeadline()
    {
        var done = new TaskCompletionSource<OperationOutcome<PlaybackResult>>();
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio], Deadline = TimeSpan.FromSeconds(1) }, ended);
            done.SetResult(await playback.Completion);
        });
        world.Gateway.Faults.DropWebhook = name => name == "playback.stopped";

        await world.CallAsync();

        (await done.Task.WaitAsync(TestContext.Current.CancellationToken)).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Silence_UntilReplaced_EndsAsStoppedAndCannotBeStoppedItself()
    {
        var done = new TaskCompletionSource<(OperationEnd, Exception?)>();
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            var silence = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Silence()] }, ended);
            var refused = await Record.ExceptionAsync(() => silence.StopAsync(ended));
            await call.PlayAsync(Audio, ended);
            done.SetResult(((await silence.Completion).End, refused));
        });

        await world.CallAsync();
        var (end, refusal) = await done.Task.WaitAsync(TestContext.Current.CancellationToken);

        end.Should().Be(OperationEnd.Stopped);
        refusal.Should().BeOfType<CapabilityNotSupportedException>().Which.Feature.Should().Be(CallFeature.PlaybackStop);
        Commands(world).Should().Equal("answer", "playback/silence", "playback/start");
    }

    [Fact]
    public async Task PlayAsync_ThatIsCancelled_StopsThePlayback()
    {
        var cancelled = new TaskCompletionSource<Exception?>();
        using var source = new CancellationTokenSource();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                cancelled.SetResult(await Record.ExceptionAsync(() => call.PlayAsync(Audio, source.Token)));
            },
            new SessionGatewayEmulatorOptions
            {
                MediaDuration = TimeSpan.FromMinutes(5),

                // The command was answered long before the playback is heard: what is cancelled is the wait, not the command.
                FetchDelay = TimeSpan.FromSeconds(2),
            });

        var caller = await world.CallAsync();
        await caller.WaitForPlaybackAsync(TestContext.Current.CancellationToken);
        await source.CancelAsync();

        (await cancelled.Task.WaitAsync(TestContext.Current.CancellationToken)).Should().BeAssignableTo<OperationCanceledException>();
        await world.Events.WaitForAsync<PlaybackEnded>();
        Commands(world).Should().EndWith("playback/stop");
    }

    private static IEnumerable<string> Commands(GatewayWorld world) =>
        world.Gateway.Traffic.Where(traffic => traffic.Direction == TrafficDirection.Command).Select(traffic => traffic.Name);
}
