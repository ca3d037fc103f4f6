namespace CallControl.Testing.Tests.SignalWire;

public sealed class CallTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task PlaceCall_Always_FetchesTheDocumentWithTheDocumentedBody()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync("""["hangup"]""");

        var body = (await signalWire.FetchesAsync()).Single().Json;
        body.EnumerateObject().Select(entry => entry.Name).Should().Equal("call", "vars", "envs", "params");
        var call = body.GetProperty("call");
        call.GetProperty("call_id").GetString().Should().Be(caller.SessionId);
        call.GetProperty("node_id").GetString().Should().MatchRegex("^[0-9a-f-]{36}@us-east$");
        call.GetProperty("call_state").GetString().Should().Be("created");
        call.GetProperty("direction").GetString().Should().Be("inbound");
        call.GetProperty("type").GetString().Should().Be("phone");
        call.GetProperty("from").GetString().Should().Be("+15550100001");
        call.GetProperty("to_number").GetString().Should().Be("+15550100002");
        call.GetProperty("headers").GetArrayLength().Should().Be(0);
        call.GetProperty("project_id").GetString().Should().Be(signalWire.Emulator.ProjectId);
        body.GetProperty("vars").EnumerateObject().Should().BeEmpty();
    }

    [Fact]
    public async Task Answer_InTheDocument_AnswersAndTellsTheStates()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Advance(1500);
        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync("/states")).Should().Equal("created", "ringing", "answered", "ending", "ended");
        var ended = await signalWire.LastAsync("/states");
        ended.Event.Should().Be("calling.call.state");
        ended.Text("end_reason").Should().Be("hangup");
        ended.Text("end_source").Should().Be("inbound");
        ended.Get("device.params.from_number").GetString().Should().Be("+15550100001");
        (ended.Get("end_time").GetInt64() - ended.Get("answer_time").GetInt64()).Should().Be(1500);
        caller.HangupCause.Should().Be("hangup");
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("decline")]
    [InlineData("hangup")]
    public async Task HangUp_InTheDocument_EndsTheCallWithItsReason(string reason)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync($$$"""[{"hangup":{"reason":"{{{reason}}}"}}]""");
        await caller.WaitForEndAsync(Token);

        (await signalWire.LastAsync("/states")).Text("end_reason").Should().Be(reason);
        caller.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task Transfer_ToAnAddress_FetchesAgainAsAnsweredAndHandsOverParameters()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/next", """{"sections":{"main":[{"sleep":-1}]}}""");

        var caller = await signalWire.PlaceCallAsync(
            $$$"""[{"answer":{}},{"set":{"plan":"gold"}},{"transfer":{"dest":"{{{signalWire.Url("/next")}}}","params":{"step":2} } }]""");

        var body = (await signalWire.FetchesAsync("/next")).Single().Json;
        body.GetProperty("call").GetProperty("call_state").GetString().Should().Be("answered");
        body.GetProperty("params").GetProperty("step").GetInt32().Should().Be(2);
        body.GetProperty("vars").GetProperty("plan").GetString().Should().Be("gold");
        body.GetProperty("vars").GetProperty("answer_result").GetString().Should().Be("success");
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Sleep_WithATime_GoesOnAfterIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""[{"answer":{}},{"sleep":2000},"hangup"]""");

        signalWire.Advance(1999);
        caller.HasEnded.Should().BeFalse();
        signalWire.Advance(1);

        await caller.WaitForEndAsync(Token);
    }

    [Fact]
    public async Task Document_AtItsEnd_HangsUp()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync("""[{"answer":{}}]""");

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("hangup");
        (await signalWire.LastAsync("/states")).Text("end_source").Should().Be("outbound");
    }

    [Fact]
    public async Task MaxDuration_OfAnAnswer_EndsTheCall()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""[{"answer":{"max_duration":60}},{"sleep":-1}]""");

        signalWire.Advance(60_000);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("maxDuration");
    }

    [Fact]
    public async Task HangUp_BeforeTheAnswer_IsACancelledCall()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""[{"sleep":-1}]""");

        await caller.HangUpAsync(Token);

        caller.HangupCause.Should().Be("cancel");
        caller.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task FallbackUrl_AfterAFailedFetch_ServesTheDocument()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.SwmlUrl = signalWire.Url("/nothing");
        signalWire.Emulator.FallbackUrl = signalWire.Url("/fallback");
        signalWire.Serve("/fallback", SignalWireHarness.KeepAlive);
        signalWire.Receiver.Answer = (webhook, _) => Task.FromResult(webhook.Path == "/nothing" ? 500 : 204);

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);

        await caller.WaitForAnswerAsync(Token);
        (await signalWire.FetchesAsync("/nothing")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("no document", "JSON")]
    [InlineData("""{"sections":{}}""", "main")]
    [InlineData("""{"sections":{"main":[{"juggle":{}}]}}""", "does not know")]
    [InlineData("""{"sections":{"main":[{"answer":{"until":1}}]}}""", "no such field")]
    [InlineData("""{"sections":{"main":[{"answer":{},"hangup":{}}]}}""", "not one method")]
    [InlineData("""{"version":"2.0.0","sections":{"main":["answer"]}}""", "1.0.0")]
    public async Task Document_ThatCannotBeCarriedOut_EndsTheCallAndIsKept(string document, string problem)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/swml", document);

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.WaitForEndAsync(Token);

        caller.HangupCause.Should().Be("error");
        var error = signalWire.Emulator.ScriptErrors.Single();
        error.Session.Should().Be(caller.SessionId);
        error.Message.Should().Contain(problem);
    }

    [Fact]
    public async Task Fetch_WithoutAnAnswerInTime_EndsTheCall()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), FetchTimeout = TimeSpan.FromMilliseconds(50),
        });
        var never = new TaskCompletionSource<int>();
        signalWire.Receiver.Answer = (webhook, _) => webhook.Path == "/swml" ? never.Task : Task.FromResult(204);

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.WaitForEndAsync(Token);
        never.SetResult(204);

        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain("in time");
    }

    [Fact]
    public async Task SwmlUrl_NotSet_EndsTheCall()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.SwmlUrl = null;

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.WaitForEndAsync(Token);

        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain("address");
    }

    [Fact]
    public async Task StatusUrl_Null_TellsNothing()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.StatusUrl = null;

        await (await signalWire.AnsweredCallAsync()).HangUpAsync(Token);

        (await signalWire.CallbacksAsync("/states")).Should().BeEmpty();
        signalWire.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Theory]
    [InlineData("sip:alice@example.com", "sip")]
    [InlineData("/private/alice", "webrtc")]
    public async Task PlaceCall_FromAnotherDevice_SaysSo(string from, string type)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        await signalWire.AnsweredCallAsync(from);

        (await signalWire.FetchesAsync()).Single().Json.GetProperty("call").GetProperty("type").GetString().Should().Be(type);
        var device = (await signalWire.LastAsync("/states")).Get("device");
        device.GetProperty("type").GetString().Should().Be(type);
        device.GetProperty("params").GetProperty("from").GetString().Should().Be(from);
    }
}
