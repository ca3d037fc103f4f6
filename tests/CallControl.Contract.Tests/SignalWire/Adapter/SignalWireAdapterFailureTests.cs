using CallControl.Contract.Tests.WireMock;
using static CallControl.Contract.Tests.SignalWire.SignalWireAdapterScope;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What the neutral adapter makes of the vendor's refusals.</summary>
public sealed class SignalWireAdapterFailureTests(WireMockServer server)
{
    private static readonly DialRequest Dial = new() { From = "+15550100", To = Destination.Phone("+15550102") };
    private static readonly PlaybackRequest Tune = new() { Sources = [MediaSource.Url("https://files.example.com/a.mp3")] };

    public static TheoryData<string, string> StopsAndGone
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var command in new[] { "calling.play", "calling.record", "calling.collect", "calling.stream", "calling.tap" })
            {
                foreach (var failure in new[] { "404", "404-rest", "410", "422-ended" }) data.Add(command, failure);
            }

            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(StopsAndGone))]
    public async Task StopAsync_CallIsGone_IsNoFault(string command, string failure)
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync(command);
        var stop = await scope.RefuseAsync(command + ".stop", failure);
        var operation = await StartAsync(scope, command);

        await operation.StopAsync(Cancelled);

        SignalWireRun.ControlIdOf(await SentAsync(stop)).Should().Be(operation.Id);
    }

    [Theory]
    [InlineData("calling.play")]
    [InlineData("calling.record")]
    [InlineData("calling.collect")]
    [InlineData("calling.stream")]
    [InlineData("calling.tap")]
    public async Task StopAsync_RefusedForAnotherReason_SaysSoAndCanBeSentAgain(string command)
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync(command);
        var stops = await scope.Vendor.StubSequenceAsync(command + ".stop", ["failure.409-errors", SignalWireMapping.Accepted], Cancelled);
        var operation = await StartAsync(scope, command);
        var stop = () => operation.StopAsync(Cancelled);

        (await stop.Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("invalid_state");
        await stop();

        SignalWireRun.ControlIdOf(await SentAsync(stops[1])).Should().Be(operation.Id);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("410")]
    [InlineData("422-ended")]
    public async Task HangupAsync_CallIsGone_IsWhatWasWanted(string failure)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var end = await scope.RefuseAsync("calling.end", failure);

        await scope.Control.HangupAsync(scope.Call, new HangupRequest(), Cancelled);

        scope.ShouldBe(await SentAsync(end), "calling.end", """{"reason": "hangup"}""");
    }

    [Fact]
    public async Task DialAsync_ServerFails_ThePhoneMayRing()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var dial = await scope.RefuseAsync("dial", "500");

        var dialling = () => scope.Control.DialAsync(Dial, Cancelled);

        var thrown = (await dialling.Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        await SentAsync(dial);
    }

    [Theory]
    [InlineData("422-queue-full", "max_queued_calls_exceeded")]
    [InlineData("429-errors", "rate_limit_exceeded")]
    public async Task DialAsync_TooManyCalls_IsRateLimited(string failure, string code)
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.RefuseAsync("dial", failure);

        var dialling = () => scope.Control.DialAsync(Dial, Cancelled);

        var thrown = (await dialling.Should().ThrowAsync<RateLimitedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.Error!.Code.Should().Be(code);
    }

    [Fact]
    public async Task StartPlaybackAsync_CallIsGone_ThrowsThatItHasEnded()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.RefuseAsync("calling.play", "404");

        var play = () => scope.Control.StartPlaybackAsync(scope.Call, Tune, Cancelled);

        (await play.Should().ThrowAsync<CallEndedException>()).Which.Call.Should().Be(scope.Call);
    }

    [Theory]
    [InlineData("422-try-again", true)]
    [InlineData("409-empty", false)]
    [InlineData("403-balance", false)]
    public async Task TransferAsync_Refused_TellsWhetherToTryAgain(string failure, bool isTransient)
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.RefuseAsync("calling.transfer", failure);

        var transfer = () => scope.Control.TransferAsync(scope.Call, new TransferRequest { To = Destination.Phone("+15550102") }, Cancelled);

        var thrown = (await transfer.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.IsTransient.Should().Be(isTransient);
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
    }

    [Fact]
    public async Task BridgeAsync_SecondCallRefused_TakesTheFirstOneOutAgain()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var transfers = await scope.Vendor.StubSequenceAsync(
            "calling.transfer", [SignalWireMapping.Accepted, "failure.422", SignalWireMapping.Accepted], Cancelled);

        var bridge = () => scope.Control.BridgeAsync(scope.Call, new BridgeRequest { With = scope.Other }, Cancelled);

        (await bridge.Should().ThrowAsync<CommandRejectedException>()).Which.Call.Should().Be(scope.Other);
        var back = (await transfers[2].GetRequestsAsync(Cancelled)).Where(request => request.Body.Contains(scope.Call.Value, StringComparison.Ordinal));
        scope.ShouldBe(back.Should().ContainSingle().Subject, "calling.transfer", $$"""{"dest": {{KeepAlive}}}""");
    }

    [Fact]
    public async Task StartForkAsync_SecondTapRefused_StopsTheFirstOne()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var taps = await scope.Vendor.StubSequenceAsync("calling.tap", [SignalWireMapping.Accepted, "failure.422"], Cancelled);
        var stop = await scope.TakeAsync("calling.tap.stop");

        var fork = () => scope.Control.StartForkAsync(
            scope.Call, new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.5:5006") }, Cancelled);

        (await fork.Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("url_is_unsafe");
        SignalWireRun.ControlIdOf(await SentAsync(stop)).Should().Be(SignalWireRun.ControlIdOf(await SentAsync(taps[0])));
    }

    [Fact]
    public async Task Gather_TimersCannotBeStarted_FailsAndStopsCollecting()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");
        var timers = await scope.RefuseAsync("calling.collect.start_input_timers", "422");
        var stop = await scope.TakeAsync("calling.collect.stop");
        var gather = await scope.Control.StartGatherAsync(scope.Call, new GatherRequest { Prompt = [MediaSource.Url("https://files.example.com/menu.mp3")] }, Cancelled);

        await scope.ReportStateAsync("calling.call.play", SignalWireRun.ControlIdOf(await SentAsync(play))!.Value, "finished");

        await scope.WaitAsync(timers);
        var outcome = await gather.Completion.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Cancelled);
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("invalid_state");
        SignalWireRun.ControlIdOf((await scope.WaitAsync(stop))[0]).Should().Be(gather.Id);
    }

    private static async Task<CallOperation> StartAsync(SignalWireAdapterScope scope, string command) => command switch
    {
        "calling.play" => await scope.Control.StartPlaybackAsync(scope.Call, Tune, Cancelled),
        "calling.record" => await scope.Control.StartRecordingAsync(scope.Call, new RecordingRequest(), Cancelled),
        "calling.collect" => await scope.Control.StartGatherAsync(scope.Call, new GatherRequest(), Cancelled),
        "calling.stream" => await scope.Control.StartStreamAsync(scope.Call, new StreamRequest { Url = new Uri("wss://media.example.com/stream") }, Cancelled),
        _ => await scope.Control.StartForkAsync(scope.Call, new ForkRequest { Target = new Uri("udp://203.0.113.5:5004") }, Cancelled),
    };
}
