using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>Things that are stopped or replaced before they have begun: the gateway may have nothing to report as stopped.</summary>
public sealed class EarlyStopTests
{
    private static readonly UrlSource Slow = MediaSource.Url("https://cdn.example.com/slow.wav");

    [Fact]
    public async Task Playback_StoppedDuringItsFetch_EndsAsStopped()
    {
        var done = new TaskCompletionSource<OperationEnd>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Slow] }, ended);
                await playback.StopAsync(ended);
                done.SetResult((await playback.Completion).End);
            },
            new SessionGatewayEmulatorOptions { FetchDelay = TimeSpan.FromSeconds(20) });

        await world.CallAsync();

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken)).Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Playback_ReplacedDuringItsFetch_EndsAsStoppedAndControlsDoNotReachTheNext()
    {
        var done = new TaskCompletionSource<(OperationEnd First, OperationEnd Second)>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                var first = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Slow] }, ended);
                var second = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Slow] }, ended);
                await first.StopAsync(ended);
                await first.PauseAsync(ended);
                done.SetResult(((await first.Completion).End, (await second.Completion).End));
            },
            new SessionGatewayEmulatorOptions { FetchDelay = TimeSpan.FromSeconds(1) });

        await world.CallAsync();

        (await done.Task.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken))
            .Should().Be((OperationEnd.Stopped, OperationEnd.Completed));
        world.Gateway.Traffic.Should().NotContain(traffic => traffic.Name == "playback/stop" || traffic.Name == "playback/pause");
    }

    [Fact]
    public async Task Playback_ThatEndsOfItselfWhileTheNextWaitsItsTurn_IsCompleted()
    {
        var done = new TaskCompletionSource<OperationEnd>();
        await using var world = await GatewayWorld.StartAsync(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            var first = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Slow] }, ended);
            await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Slow] }, ended);
            done.SetResult((await first.Completion).End);
        });

        await world.CallAsync();

        // Its 200 ms of audio are over before the 500 ms pause that keeps the next one waiting.
        (await done.Task.WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System, TestContext.Current.CancellationToken)).Should().Be(OperationEnd.Completed);
    }
}
