namespace CallControl.Testing.Tests.SignalWire;

public sealed class RecordTests
{
    private const string WholeCall = """{"initial_timeout":0,"end_silence_timeout":0,"terminators":"","direction":"both","format":"wav"}""";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Record_WithTheVendorsDefaults_EndsWithoutInputAfterFourSeconds()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, "{}");

        signalWire.Advance(3999);
        (await signalWire.StatesAsync()).Should().Equal("recording");
        signalWire.Advance(1);

        (await signalWire.StatesAsync()).Should().Equal("recording", "no_input");
        (await signalWire.LastAsync()).Params.TryGetProperty("url", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Record_WithTheVendorsDefaults_EndsAtTheFirstPause()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, "{}");

        signalWire.Advance(2000);
        await caller.SayAsync("Hello", Token);
        signalWire.Advance(500);

        (await signalWire.StatesAsync()).Should().Equal("recording", "finished");
        var finished = await signalWire.LastAsync();
        finished.Get("duration").GetDouble().Should().Be(2.5);
        finished.Text("url").Should().EndWith(".mp3");
        finished.Get("record.audio.direction").GetString().Should().Be("speak");
        finished.Get("size").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Record_WithTheVendorsDefaults_EndsAtTheHash()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, "{}");

        await caller.PressAsync("1#", Token);

        (await signalWire.StatesAsync()).Should().Equal("recording", "finished");
    }

    [Fact]
    public async Task Record_OfTheWholeCall_LastsUntilItsEnd()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, WholeCall);
        await caller.WaitForRecordingAsync(Token);
        await caller.SayAsync("Hello", Token);
        await caller.PressAsync("#", Token);
        signalWire.Advance(60_000);
        (await signalWire.StatesAsync()).Should().Equal("recording");

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("recording", "finished");
        (await signalWire.LastAsync()).Get("record.audio.format").GetString().Should().Be("wav");
    }

    [Fact]
    public async Task MaxLength_WhenReached_Ends()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, """{"initial_timeout":0,"end_silence_timeout":0,"max_length":5}""");

        signalWire.Advance(5000);

        (await signalWire.LastAsync()).Get("duration").GetDouble().Should().Be(5);
    }

    [Theory]
    [InlineData("skip", 3)]
    [InlineData("silence", 5)]
    public async Task Pause_OfARecording_CountsAsItsBehaviorSays(string behavior, int seconds)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, WholeCall);
        signalWire.Advance(1000);

        await signalWire.DoAsync(caller.SessionId, "calling.record.pause", $$"""{"control_id":"r1","behavior":"{{behavior}}"}""");
        var paused = await signalWire.LastAsync();
        signalWire.Advance(2000);
        await signalWire.DoAsync(caller.SessionId, "calling.record.resume", """{"control_id":"r1"}""");
        signalWire.Advance(2000);
        await signalWire.DoAsync(caller.SessionId, "calling.record.stop", """{"control_id":"r1"}""");

        paused.State.Should().Be("paused");
        paused.Text("pause_behavior").Should().Be(behavior);
        (await signalWire.StatesAsync()).Should().Equal("recording", "paused", "recording", "finished");
        (await signalWire.LastAsync()).Get("duration").GetDouble().Should().Be(seconds);
    }

    [Fact]
    public async Task Resume_OfARunningRecording_IsRefused()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, WholeCall);

        (await signalWire.CommandAsync(caller.SessionId, "calling.record.resume", """{"control_id":"r1"}""")).Code.Should().Be("invalid_state");
    }

    [Fact]
    public async Task NestRecordingDetails_On_PutsThemInsideOfRecord()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { NestRecordingDetails = true });
        var caller = await signalWire.AnsweredCallAsync();
        await RecordAsync(signalWire, caller, WholeCall);

        await signalWire.DoAsync(caller.SessionId, "calling.record.stop", """{"control_id":"r1"}""");

        var finished = await signalWire.LastAsync();
        finished.Get("record.url").GetString().Should().EndWith(".wav");
        finished.Params.TryGetProperty("url", out _).Should().BeFalse();
    }

    [Fact]
    public async Task SwmlRecordCall_Always_RunsBesideTheDocument()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync(
            $$$"""
            [{"answer":{}},{"record_call":{"control_id":"whole","status_url":"{{{signalWire.Url("/callbacks")}}}"}},
             {"sleep":10000},{"stop_record_call":{}},{"sleep":-1}]
            """);

        signalWire.Advance(10_000);

        (await signalWire.StatesAsync()).Should().Equal("recording", "finished");
        (await signalWire.LastAsync()).Text("control_id").Should().Be("whole");
        (await signalWire.LastAsync()).Get("record.audio.direction").GetString().Should().Be("both");
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task SwmlRecord_InTheForeground_GoesOnOnceItIsOver()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/next", """{"sections":{"main":["hangup"]}}""");
        var caller = await signalWire.PlaceCallAsync(
            $$$"""[{"answer":{}},{"record":{}},{"transfer":{"dest":"{{{signalWire.Url("/next")}}}"}}]""");

        await caller.PressAsync("#", Token);
        await caller.WaitForEndAsync(Token);

        var variables = (await signalWire.FetchesAsync("/next")).Single().Json.GetProperty("vars");
        variables.GetProperty("record_result").GetString().Should().Be("success");
        variables.GetProperty("record_url").GetString().Should().EndWith(".wav");
    }

    private static async Task RecordAsync(SignalWireHarness signalWire, EmulatedCaller caller, string audio) => await signalWire.DoAsync(
        caller.SessionId, "calling.record", $$$"""{"control_id":"r1","record":{"audio":{{{audio}}}},"status_url":"STATUS"}""");
}
