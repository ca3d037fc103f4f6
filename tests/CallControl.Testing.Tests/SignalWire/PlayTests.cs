namespace CallControl.Testing.Tests.SignalWire;

public sealed class PlayTests
{
    private const string OneFile = """[{"type":"audio","params":{"url":"https://cdn.example.com/file.mp3"}}]""";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Play_OfAFile_TellsPlayingAndFinished()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        await PlayAsync(signalWire, caller, OneFile);
        signalWire.Advance(10);
        await caller.WaitForPlaybackAsync(Token);
        signalWire.Advance(200);

        (await signalWire.StatesAsync()).Should().Equal("playing", "finished");
        var last = await signalWire.LastAsync();
        last.Event.Should().Be("calling.call.play");
        last.Text("control_id").Should().Be("p1");
        last.Text("call_id").Should().Be(caller.SessionId);
        last.Params.TryGetProperty("segment_id", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Play_OfSeveralItems_TakesTheSumOfTheirTimes()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), MediaDuration = TimeSpan.FromSeconds(3), SpeechDuration = TimeSpan.FromSeconds(2),
        });
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(
            signalWire,
            caller,
            """
            [{"type":"silence","params":{"duration":0.5}},{"type":"tts","params":{"text":"Hello"}},
             {"type":"ringtone","params":{"name":"us","duration":1.5}},{"type":"audio","params":{"url":"https://cdn.example.com/a.mp3"}}]
            """);
        signalWire.Advance(10);

        signalWire.Advance(6999);
        (await signalWire.StatesAsync()).Should().Equal("playing");
        signalWire.Advance(1);

        (await signalWire.StatesAsync()).Should().Equal("playing", "finished");
    }

    [Fact]
    public async Task Loop_Twice_PlaysTwice()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile, ",\"loop\":2");
        signalWire.Advance(10);

        signalWire.Advance(399);
        (await signalWire.StatesAsync()).Should().Equal("playing");
        signalWire.Advance(1);

        (await signalWire.StatesAsync()).Should().Equal("playing", "finished");
    }

    [Fact]
    public async Task Loop_Zero_PlaysUntilStopped()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile, ",\"loop\":0");
        signalWire.Advance(10);

        signalWire.Advance(60_000);
        (await signalWire.StatesAsync()).Should().Equal("playing");
        await signalWire.DoAsync(caller.SessionId, "calling.play.stop", """{"control_id":"p1"}""");

        (await signalWire.StatesAsync()).Should().Equal("playing", "finished");
    }

    [Fact]
    public async Task Pause_AndResume_KeepsWhatIsLeft()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile);
        signalWire.Advance(10);
        signalWire.Advance(150);

        await signalWire.DoAsync(caller.SessionId, "calling.play.pause", """{"control_id":"p1"}""");
        signalWire.Advance(10_000);
        await signalWire.DoAsync(caller.SessionId, "calling.play.resume", """{"control_id":"p1"}""");
        signalWire.Advance(49);
        (await signalWire.StatesAsync()).Should().Equal("playing", "paused", "playing");
        signalWire.Advance(1);

        (await signalWire.StatesAsync()).Should().Equal("playing", "paused", "playing", "finished");
    }

    [Fact]
    public async Task Pause_Twice_IsRefused()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile);
        await signalWire.DoAsync(caller.SessionId, "calling.play.pause", """{"control_id":"p1"}""");

        var again = await signalWire.CommandAsync(caller.SessionId, "calling.play.pause", """{"control_id":"p1"}""");

        again.Status.Should().Be(422);
        again.Code.Should().Be("invalid_state");
    }

    [Fact]
    public async Task Volume_OfARunningPlayback_IsAccepted()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile);

        await signalWire.DoAsync(caller.SessionId, "calling.play.volume", """{"control_id":"p1","volume":-12.5}""");

        (await signalWire.CommandAsync(caller.SessionId, "calling.play.volume", """{"control_id":"p1","volume":41}""")).Code
            .Should().Be("invalid_parameter");
    }

    [Fact]
    public async Task Play_OfAMissingFile_EndsInError()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { IsMediaMissing = _ => true });
        var caller = await signalWire.AnsweredCallAsync();

        await PlayAsync(signalWire, caller, OneFile);

        await WaitForAsync(signalWire, "error");
        (await signalWire.StatesAsync()).Should().Equal("error");
    }

    [Fact]
    public async Task HangUp_WhileItPlays_FinishesBeforeTheEndIsTold()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.StatusUrl = signalWire.Url("/callbacks");
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile);
        signalWire.Advance(10);

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("created", "ringing", "answered", "playing", "ending", "finished", "ended");
    }

    [Fact]
    public async Task ControlId_InUse_IsRefusedUntilItIsFree()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, OneFile);

        var second = await signalWire.CommandAsync(caller.SessionId, "calling.play", $$"""{"control_id":"p1","play":{{OneFile}}}""");
        await signalWire.DoAsync(caller.SessionId, "calling.play.stop", """{"control_id":"p1"}""");

        second.Status.Should().Be(422);
        second.Attribute.Should().Be("control_id");
        await PlayAsync(signalWire, caller, OneFile);
    }

    [Fact]
    public async Task Silence_Alone_IsNoPlayback()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await PlayAsync(signalWire, caller, """[{"type":"silence","params":{"duration":1}}]""");
        signalWire.Advance(10);

        var heard = caller.WaitForPlaybackAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("playing");
        heard.IsCompleted.Should().BeFalse();
        await caller.HangUpAsync(Token);
        await heard.Invoking(wait => wait).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task SwmlPlay_OfAnUnansweredCall_AnswersItAndGoesOn()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync(
            $$$"""[{"play":{"urls":["say:Welcome","silence:1","ring:2:us"],"status_url":"{{{signalWire.Url("/callbacks")}}}"}},"hangup"]""");
        caller.IsAnswered.Should().BeTrue();
        signalWire.Advance(10);
        signalWire.Advance(3200);

        await caller.WaitForEndAsync(Token);
        (await signalWire.StatesAsync()).Should().Equal("playing", "finished");
        (await signalWire.LastAsync()).Text("control_id").Should().NotBeNullOrEmpty();
    }

    private static async Task PlayAsync(SignalWireHarness signalWire, EmulatedCaller caller, string items, string more = "") => await signalWire.DoAsync(
        caller.SessionId, "calling.play", $$"""{"control_id":"p1","play":{{items}},"status_url":"STATUS"{{more}}}""");

    private static async Task WaitForAsync(SignalWireHarness signalWire, string state)
    {
        while (!(await signalWire.StatesAsync()).Contains(state))
            await Task.Yield();
    }
}
