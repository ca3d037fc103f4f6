namespace CallControl.Testing.Tests.SessionGateway;

public sealed class PlaybackTests
{
    private const string A = "https://cdn.example.com/a.wav";
    private const string B = "https://cdn.example.com/b.wav";
    private const string Missing = "https://cdn.example.com/missing.wav";

    [Fact]
    public async Task Start_TwoFiles_StartsAfterTheFetchAndStopsAtTheEnd()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A, B);

        gateway.Advance(9);
        (await gateway.EventsAsync()).Should().Equal("call.new");
        gateway.Advance(1);
        (await gateway.EventsAsync()).Should().Equal("call.new", "playback.started");
        gateway.Advance(1999);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);

        var started = await gateway.SingleAsync("playback.started");
        started.Text("command_uid").Should().Be("p1");
        Urls(started).Should().Equal(A, B);
        started.Text("file_path").Should().Be($"{A},{B}");
        var stopped = await gateway.SingleAsync("playback.stopped");
        stopped.Text("command_uid").Should().Be("p1");
        Urls(stopped).Should().Equal(A, B);
        stopped.Number("offset_ms").Should().Be(2000);
        stopped.Number("duration_ms").Should().Be(2000);
    }

    [Fact]
    public async Task Start_ShorterThanTwoSeconds_SucceedsAtItsEnd()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);

        gateway.Advance(1009);
        (await gateway.ResultsAsync("p1")).Should().BeEmpty();
        gateway.Advance(1);

        (await gateway.ResultsAsync("p1")).Should().Equal(true);
    }

    [Fact]
    public async Task Start_LongerThanTwoSeconds_FailsByTheTimerAndStopsLater()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A, A, A);

        gateway.Advance(1999);
        (await gateway.ResultsAsync("p1")).Should().BeEmpty();
        gateway.Advance(1);
        (await gateway.ResultsAsync("p1")).Should().Equal(false);
        gateway.Advance(1010);

        (await gateway.EventsAsync()).Should().Equal("call.new", "playback.started", "command.result", "playback.stopped");
    }

    [Fact]
    public async Task Start_FetchLongerThanTwoSeconds_FailsByTheTimerAndPlaysLater()
    {
        await using var gateway = await StartAsync(fetchMilliseconds: 5000);
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);

        gateway.Advance(2000);
        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result");
        gateway.Advance(4000);

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "playback.started", "playback.stopped");
    }

    [Fact]
    public async Task Start_WithOffset_PlaysTheRestOnly()
    {
        await using var gateway = await StartAsync(mediaMilliseconds: 5000);
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":4}""");

        gateway.Advance(10 + 999);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);

        (await gateway.SingleAsync("playback.stopped")).Number("offset_ms").Should().Be(5000);
    }

    [Fact]
    public async Task Start_OffsetBeyondTheEnd_StopsAtOnce()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", $$"""{"urls":["{{A}}"],"offset_sec":60}""");

        gateway.Advance(10);

        (await gateway.EventsAsync()).Should().Equal("call.new", "playback.started", "playback.stopped", "command.result");
    }

    [Fact]
    public async Task Start_FetchedInNoTime_CanStillBeInterrupted()
    {
        await using var gateway = await StartAsync(fetchMilliseconds: 0);
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(600);

        await PlayAsync(gateway, caller, "p2", B);
        gateway.Advance(999);
        (await gateway.WebhooksAsync()).Where(webhook => webhook.Event == "playback.stopped")
            .Should().ContainSingle().Which.Text("command_uid").Should().Be("p1");
        gateway.Advance(1);

        (await gateway.WebhooksAsync()).Last(webhook => webhook.Event == "playback.stopped").Text("command_uid").Should().Be("p2");
    }

    [Fact]
    public async Task Start_DurationByAddress_IsSummed()
    {
        await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(),
            MediaDurationOf = url => TimeSpan.FromMilliseconds(url.AbsolutePath == "/a.wav" ? 100 : 300),
        });
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A, B);

        gateway.Advance(410);

        (await gateway.SingleAsync("playback.stopped")).Number("duration_ms").Should().Be(400);
    }

    [Fact]
    public async Task Start_MissingFile_ReportsItAndFailsWithoutPlaying()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A, Missing);

        gateway.Advance(10);
        gateway.Advance(5000);

        (await gateway.EventsAsync()).Should().Equal("call.new", "playback.file_not_found", "command.result");
        var missing = await gateway.SingleAsync("playback.file_not_found");
        missing.Text("command_uid").Should().Be("p1");
        (await gateway.ResultsAsync("p1")).Should().Equal(false);
    }

    [Fact]
    public async Task Start_WhilePlaying_LastWins()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 400);

        await PlayAsync(gateway, caller, "p2", B);
        gateway.Advance(10 + 1000);

        var webhooks = await gateway.WebhooksAsync();
        webhooks.Where(webhook => webhook.Event.StartsWith("playback", StringComparison.Ordinal))
            .Select(webhook => (webhook.Event, webhook.Text("command_uid")))
            .Should().Equal(("playback.started", "p1"), ("playback.stopped", "p1"), ("playback.started", "p2"), ("playback.stopped", "p2"));
        var first = webhooks.First(webhook => webhook.Event == "playback.stopped");
        first.Number("offset_ms").Should().Be(400);
        first.Number("duration_ms").Should().Be(1000);
        Urls(first).Should().Equal(A);
        (await gateway.ResultsAsync("p1")).Should().Equal(true);
    }

    [Fact]
    public async Task Start_WhileTheOtherIsStillFetched_FailsTheOtherUnheard()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);

        await PlayAsync(gateway, caller, "p2", B);
        gateway.Advance(5000);

        (await gateway.ResultsAsync("p1")).Should().Equal(false);
        (await gateway.WebhooksAsync()).Where(webhook => webhook.Event is "playback.started" or "playback.stopped")
            .Select(webhook => webhook.Text("command_uid")).Should().Equal("p2", "p2");
    }

    [Fact]
    public async Task Stop_WhilePlaying_ReportsAtOnceAndStopsUnderTheStartsUid()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 250);

        await gateway.DoAsync(caller, "playback/stop", """{"command_uid":"s1"}""");

        (await gateway.EventsAsync()).Should()
            .Equal("call.new", "playback.started", "command.result", "playback.stopped", "command.result");
        (await gateway.ResultsAsync("s1")).Should().Equal(true);
        var stopped = await gateway.SingleAsync("playback.stopped");
        stopped.Text("command_uid").Should().Be("p1");
        stopped.Number("offset_ms").Should().Be(250);
        gateway.Advance(5000);
        (await gateway.EventsAsync()).Should().HaveCount(5);
    }

    [Theory]
    [InlineData("playback/stop", "")]
    [InlineData("playback/pause", "")]
    [InlineData("playback/resume", "")]
    [InlineData("playback/restart", "")]
    [InlineData("playback/seek", ",\"position_ms\":100")]
    public async Task Transport_WithNothingPlaying_ReportsFailure(string command, string fields)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, command, $$"""{"command_uid":"t1"{{fields}}}""");

        (await gateway.ResultsAsync("t1")).Should().Equal(false);
    }

    [Fact]
    public async Task PauseAndResume_WhilePlaying_StretchThePlayback()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 300);

        await gateway.DoAsync(caller, "playback/pause", """{"command_uid":"t1"}""");
        gateway.Advance(60_000);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        await gateway.DoAsync(caller, "playback/resume", """{"command_uid":"t2"}""");
        gateway.Advance(699);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);

        (await gateway.SingleAsync("playback.stopped")).Number("offset_ms").Should().Be(1000);
        (await gateway.ResultsAsync("t1")).Should().Equal(true);
        (await gateway.ResultsAsync("t2")).Should().Equal(true);
    }

    [Fact]
    public async Task Resume_WhileNotPaused_ChangesNothing()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 300);

        await gateway.DoAsync(caller, "playback/resume");
        gateway.Advance(700);

        (await gateway.EventsAsync()).Should().Contain("playback.stopped");
    }

    [Fact]
    public async Task Restart_WhilePaused_PlaysFromTheBeginning()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 300);
        await gateway.DoAsync(caller, "playback/pause");

        await gateway.DoAsync(caller, "playback/restart");
        gateway.Advance(999);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);

        (await gateway.EventsAsync()).Should().Contain("playback.stopped");
    }

    [Fact]
    public async Task Stop_WhilePaused_ReportsThePausedPosition()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 300);
        await gateway.DoAsync(caller, "playback/pause");
        gateway.Advance(500);

        await gateway.DoAsync(caller, "playback/stop");

        (await gateway.SingleAsync("playback.stopped")).Number("offset_ms").Should().Be(300);
    }

    [Theory]
    [InlineData(500, 200)]
    [InlineData(-100, 800)]
    [InlineData(-100_000, 1000)]
    public async Task Seek_WhilePlaying_MovesRelativeToThePosition(int delta, int leftToPlay)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 300);

        await gateway.DoAsync(caller, "playback/seek", $$"""{"position_ms":{{delta}}}""");

        gateway.Advance(leftToPlay - 1);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);
        (await gateway.EventsAsync()).Should().Contain("playback.stopped");
    }

    [Fact]
    public async Task Seek_BeyondTheEnd_EndsThePlayback()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10);

        await gateway.DoAsync(caller, "playback/seek", """{"position_ms":9223372036854775807}""");

        (await gateway.SingleAsync("playback.stopped")).Number("offset_ms").Should().Be(1000);
    }

    [Fact]
    public async Task Seek_WhilePaused_TakesEffectOnResume()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 100);
        await gateway.DoAsync(caller, "playback/pause");

        await gateway.DoAsync(caller, "playback/seek", """{"position_ms":700}""");
        gateway.Advance(1000);
        await gateway.DoAsync(caller, "playback/resume");
        gateway.Advance(199);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);

        (await gateway.EventsAsync()).Should().Contain("playback.stopped");
    }

    [Fact]
    public async Task Restart_WhilePlaying_PlaysAllOfItAgain()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 900);

        await gateway.DoAsync(caller, "playback/restart");

        gateway.Advance(999);
        (await gateway.EventsAsync()).Should().NotContain("playback.stopped");
        gateway.Advance(1);
        (await gateway.SingleAsync("playback.stopped")).Number("offset_ms").Should().Be(1000);
        (await gateway.EventsAsync()).Count(name => name == "playback.started").Should().Be(1);
    }

    [Fact]
    public async Task Silence_Started_FailsByTheTimerAndGoesOnUntilTheHangUp()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/silence", """{"command_uid":"q1"}""");

        gateway.Advance(2000);
        (await gateway.ResultsAsync("q1")).Should().Equal(false);
        await gateway.DoAsync(caller, "playback/stop", """{"command_uid":"s1"}""");
        gateway.Advance(3_600_000);
        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "command.result");
        await caller.HangUpAsync(Deadline.Token);

        (await gateway.EventsAsync()).Should().EndWith(["playback.stopped", "call.hangup"]);
        var stopped = await gateway.SingleAsync("playback.stopped");
        stopped.Text("command_uid").Should().Be("q1");
        stopped.Number("offset_ms").Should().Be(3_602_000);
        (await gateway.ResultsAsync("s1")).Should().Equal(false);
    }

    [Theory]
    [InlineData("playback/pause", "")]
    [InlineData("playback/resume", "")]
    [InlineData("playback/restart", "")]
    [InlineData("playback/seek", ",\"position_ms\":100")]
    public async Task Transport_DuringSilence_ReportsFailure(string command, string fields)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/silence");

        await gateway.DoAsync(caller, command, $$"""{"command_uid":"t1"{{fields}}}""");

        (await gateway.ResultsAsync("t1")).Should().Equal(false);
    }

    [Fact]
    public async Task Silence_WhilePlaying_StopsThePlayback()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 100);

        await gateway.DoAsync(caller, "playback/silence", """{"command_uid":"q1"}""");

        (await gateway.SingleAsync("playback.stopped")).Text("command_uid").Should().Be("p1");
    }

    [Fact]
    public async Task Start_DuringSilence_ReplacesIt()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/silence", """{"command_uid":"q1"}""");
        gateway.Advance(700);

        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(1010);
        await caller.HangUpAsync(Deadline.Token);

        (await gateway.WebhooksAsync()).Where(webhook => webhook.Event == "playback.stopped")
            .Select(webhook => (webhook.Text("command_uid"), webhook.Number("offset_ms")))
            .Should().Equal(("q1", 700), ("p1", 1000));
    }

    [Theory]
    [InlineData("hangup")]
    [InlineData("disconnect")]
    public async Task End_WhilePlaying_StopsThePlaybackBeforeTheHangup(string command)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10 + 100);

        await gateway.DoAsync(caller, command, """{"command_uid":"h1"}""");
        gateway.Advance(10_000);

        var webhooks = await gateway.WebhooksAsync();
        webhooks.Select(webhook => webhook.Event)
            .Should().Equal("call.new", "playback.started", "command.result", "playback.stopped", "command.result", "call.hangup");
        webhooks[2].Text("command_uid").Should().Be("h1");
        webhooks[3].Number("offset_ms").Should().Be(100);
        (await gateway.ResultsAsync("p1")).Should().Equal(false);
    }

    [Fact]
    public async Task Start_BeforeTheAnswer_IsHeard()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await PlayAsync(gateway, caller, "p1", A);
        gateway.Advance(10);

        caller.IsAnswered.Should().BeFalse();
        (await gateway.EventsAsync()).Should().Contain("playback.started");
    }

    private static IEnumerable<string?> Urls(ReceivedWebhook webhook) =>
        webhook.Data.GetProperty("urls").EnumerateArray().Select(url => url.GetString());

    private static Task PlayAsync(GatewayHarness gateway, EmulatedCaller caller, string uid, params string[] urls) => gateway.DoAsync(
        caller, "playback/start", $$"""{"command_uid":"{{uid}}","urls":["{{string.Join("\",\"", urls)}}"]}""");

    private static Task<GatewayHarness> StartAsync(int mediaMilliseconds = 1000, int fetchMilliseconds = 10) =>
        GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(),
            EnforceCooldowns = false,
            MediaDuration = TimeSpan.FromMilliseconds(mediaMilliseconds),
            FetchDelay = TimeSpan.FromMilliseconds(fetchMilliseconds),
            IsMediaMissing = url => url.AbsoluteUri == Missing,
        });
}
