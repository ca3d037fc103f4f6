namespace CallControl.Testing.Tests.SessionGateway;

public sealed class CommandResultTests
{
    [Theory]
    [InlineData("answer", "{}")]
    [InlineData("hangup", "{}")]
    [InlineData("disconnect", "{}")]
    [InlineData("playback/start", """{"urls":["https://cdn.example.com/a.wav"]}""")]
    [InlineData("playback/silence", "{}")]
    [InlineData("playback/stop", "{}")]
    [InlineData("playback/pause", "{}")]
    [InlineData("playback/resume", "{}")]
    [InlineData("playback/restart", "{}")]
    [InlineData("playback/seek", """{"position_ms":10}""")]
    [InlineData("play_and_get_digits", """{"prompt_files":["https://cdn.example.com/a.wav"]}""")]
    [InlineData("record/start", "{}")]
    [InlineData("record/stop", "{}")]
    [InlineData("conference/leave", "{}")]
    [InlineData("conference/mute", "{}")]
    [InlineData("conference/unmute", "{}")]
    public async Task Command_Accepted_IsAnsweredWithAnOperationThatDoesNotEchoTheUid(string command, string body)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var withUid = body.Replace("{", """{"command_uid":"my-uid",""", StringComparison.Ordinal);
        withUid = withUid.Replace(",}", "}", StringComparison.Ordinal);

        var answer = await gateway.CommandAsync(caller, command, withUid);

        answer.Status.Should().Be(202);
        answer.Json.EnumerateObject().Select(field => field.Name).Should().BeEquivalentTo("operation_id", "status", "timeout_ms");
        Guid.TryParse(answer.Json.GetProperty("operation_id").GetString(), out _).Should().BeTrue();
        answer.Json.GetProperty("status").GetString().Should().Be("in_progress");
        answer.Json.GetProperty("timeout_ms").GetInt32().Should().Be(2000);
        answer.Text.Should().NotContain("my-uid");
        gateway.Advance(2000);
        (await gateway.ResultsAsync("my-uid")).Should().ContainSingle();
    }

    [Fact]
    public async Task Command_WithoutUid_GetsOneMadeByTheServer()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "answer");

        Guid.TryParse((await gateway.SingleAsync("command.result")).Text("command_uid"), out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("playback/pause")]
    [InlineData("record/start")]
    [InlineData("conference/mute")]
    public async Task ImmediateCommand_ReportsAtOnce(string command)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, command, """{"command_uid":"c1"}""");

        (await gateway.ResultsAsync("c1")).Should().ContainSingle();
        gateway.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Answer_Accepted_RaisesAnsweredTwiceAndThenTheResult()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        caller.IsAnswered.Should().BeFalse();

        await gateway.DoAsync(caller, "answer", """{"command_uid":"a1"}""");

        var webhooks = await gateway.WebhooksAsync();
        webhooks.Select(webhook => webhook.Event).Should().Equal("call.new", "call.answered", "call.answered", "command.result");
        webhooks[1].Data.TryGetProperty("command_uid", out _).Should().BeFalse();
        webhooks[1].Data.TryGetProperty("success", out _).Should().BeFalse();
        webhooks[2].Text("command_uid").Should().Be("a1");
        webhooks[2].Flag("success").Should().BeTrue();
        webhooks[3].Text("command_uid").Should().Be("a1");
        webhooks[3].Flag("success").Should().BeTrue();
        caller.IsAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task Answer_Again_HasNoAutomaticEvent()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer");

        await gateway.DoAsync(caller, "answer", """{"command_uid":"a2"}""");

        (await gateway.WebhooksAsync()).Count(webhook => webhook.Event == "call.answered" && !webhook.Data.TryGetProperty("success", out _))
            .Should().Be(1);
        (await gateway.ResultsAsync("a2")).Should().Equal(true);
    }

    [Fact]
    public async Task Answer_SlowerThanTwoSeconds_ReportsFailureThenComesThrough()
    {
        await using var gateway = await SlowAnswerAsync(3);
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer", """{"command_uid":"a1"}""");

        gateway.Advance(1999);
        (await gateway.EventsAsync()).Should().Equal("call.new");
        gateway.Advance(1);
        (await gateway.ResultsAsync("a1")).Should().Equal(false);
        caller.IsAnswered.Should().BeFalse();
        gateway.Advance(1000);

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "call.answered", "call.answered");
        (await gateway.ResultsAsync("a1")).Should().Equal(false);
        caller.IsAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task Answer_StillPendingAtTheEnd_FailsOnceAndNeverComesThrough()
    {
        await using var gateway = await SlowAnswerAsync(1);
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer", """{"command_uid":"a1"}""");
        await gateway.DoAsync(caller, "answer", """{"command_uid":"a2"}""");

        await caller.HangUpAsync(Deadline.Token);
        gateway.Advance(10_000);

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "command.result", "call.hangup");
        (await gateway.ResultsAsync("a1")).Should().Equal(false);
        (await gateway.ResultsAsync("a2")).Should().Equal(false);
    }

    private static Task<GatewayHarness> SlowAnswerAsync(int seconds) => GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(),
        AnswerDelay = TimeSpan.FromSeconds(seconds),
    });
}
