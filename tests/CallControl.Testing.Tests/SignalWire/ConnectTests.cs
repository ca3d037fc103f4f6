namespace CallControl.Testing.Tests.SignalWire;

public sealed class ConnectTests
{
    private const string Callee = "+15550100003";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Connect_ToANumber_BridgesAndGoesOnWhenItIsOver()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Set(Callee, CalleeBehavior.Manual);
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\",\"from\":\"+15550100009\"");
        var callee = await signalWire.Emulator.WaitForDialAsync(Callee, Token);
        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting");

        await callee.AnswerAsync(Token);
        await caller.PressAsync("12", Token);
        callee.HeardDigits.Should().Be("12");
        await callee.HangUpAsync(Token);
        await caller.WaitForEndAsync(Token);

        callee.From.Should().Be("+15550100009");
        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "connected", "disconnected");
        var connected = (await signalWire.CallbacksAsync("/connect"))[1];
        connected.Event.Should().Be("calling.call.connect");
        connected.Text("call_id").Should().Be(caller.SessionId);
        connected.Get("peer.call_id").GetString().Should().Be(callee.SessionId);
        connected.Get("peer.device.params.to_number").GetString().Should().Be(Callee);
        (await VariableAsync(signalWire, "connect_result")).Should().Be("connected");
    }

    [Fact]
    public async Task CallStateUrl_Always_IsToldTheEventsThatWereAskedFor()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var legs = signalWire.Url("/legs");
        var caller = await ConnectAsync(
            signalWire, $$"""
            "to":"{{Callee}}","call_state_url":"{{legs}}","call_state_events":["ringing","answered","ended"]
            """);
        signalWire.Advance(20);

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync("/legs")).Should().Equal("ringing", "answered", "ended");
        var ended = await signalWire.LastAsync("/legs");
        ended.Text("direction").Should().Be("outbound");
        ended.Get("parent.call_id").GetString().Should().Be(caller.SessionId);
    }

    [Fact]
    public async Task CallStateEvents_ByDefault_AreTheEndOnly()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\",\"call_state_url\":\"{signalWire.Url("/legs")}\"");
        signalWire.Advance(20);

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync("/legs")).Should().Equal("ended");
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "busy", 20)]
    [InlineData(CalleeBehavior.Reject, "decline", 20)]
    [InlineData(CalleeBehavior.NoAnswer, "noAnswer", 60_000)]
    public async Task Connect_ThatFails_TellsWhyAndGoesOn(CalleeBehavior behavior, string reason, int milliseconds)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Set(Callee, behavior);
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\"");

        signalWire.Advance(milliseconds);
        await caller.WaitForEndAsync(Token);

        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "failed");
        (await signalWire.LastAsync("/connect")).Text("failed_reason").Should().Be(reason);
        (await VariableAsync(signalWire, "connect_result")).Should().Be("failed");
        (await VariableAsync(signalWire, "connect_failed_reason")).Should().Be(reason);
    }

    [Fact]
    public async Task SpellReasonsAsSwml_On_SpellsThemAsItsPagesDo()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), SpellReasonsAsSwml = true,
        });
        signalWire.Emulator.Callees.Default = CalleeBehavior.NoAnswer;
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\",\"timeout\":5");

        signalWire.Advance(5000);
        await caller.WaitForEndAsync(Token);

        (await signalWire.LastAsync("/connect")).Text("failed_reason").Should().Be("no_answer");
    }

    [Fact]
    public async Task Serial_WithAFirstThatFails_CallsTheNext()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Set(Callee, CalleeBehavior.Busy);
        await ConnectAsync(signalWire, $$"""
            "serial":[{"to":"{{Callee}}"},{"to":"sip:bob@example.com"}]
            """);
        (await signalWire.Emulator.WaitForDialAsync(token(Callee), Token)).To.Should().Be(Callee);

        signalWire.Advance(20);
        var second = await signalWire.Emulator.WaitForDialAsync("sip:bob@example.com", Token);
        signalWire.Advance(20);

        second.IsAnswered.Should().BeTrue();
        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "connected");

        static string token(string to) => to;
    }

    [Fact]
    public async Task Parallel_WithTwoThatRing_TakesTheFirstAndCancelsTheOther()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        await ConnectAsync(signalWire, """
            "parallel":[{"to":"+15550100003"},{"to":"+15550100004"}]
            """);
        var first = await signalWire.Emulator.WaitForDialAsync("+15550100003", Token);
        var second = await signalWire.Emulator.WaitForDialAsync("+15550100004", Token);

        await second.AnswerAsync(Token);

        first.HasEnded.Should().BeTrue();
        first.HangupCause.Should().Be("cancel");
        second.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task AnswerOnBridge_On_LeavesTheCallRingingUntilThen()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        var caller = await signalWire.PlaceCallAsync($$$"""[{"connect":{"to":"{{{Callee}}}","answer_on_bridge":true}}]""");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        caller.IsAnswered.Should().BeFalse();

        await callee.AnswerAsync(Token);

        caller.IsAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task HangUp_WhileItRings_CancelsTheOtherSide()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\"");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);

        await caller.HangUpAsync(Token);

        callee.HangupCause.Should().Be("cancel");
    }

    [Fact]
    public async Task Disconnect_OfABridge_KeepsBothLegs()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\"", """{"sleep":-1}""");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        signalWire.Advance(20);

        await signalWire.DoAsync(caller.SessionId, "calling.disconnect");

        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "connected", "disconnected");
        callee.HasEnded.Should().BeFalse();
        caller.HasEnded.Should().BeFalse();
        await caller.PressAsync("1", Token);
        callee.HeardDigits.Should().BeEmpty();
        (await signalWire.CommandAsync(caller.SessionId, "calling.disconnect")).Code.Should().Be("invalid_state");
    }

    [Fact]
    public async Task Transfer_OfABridgedCall_EndsTheCalledLeg()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\"");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        signalWire.Advance(20);

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", $$"""{"dest":{{SignalWireHarness.KeepAlive}}}""");

        await callee.WaitForEndAsync(Token);
        caller.HasEnded.Should().BeFalse();
        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "connected", "disconnected");
    }

    [Fact]
    public async Task MaxDuration_OfABridge_EndsTheCalledLeg()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await ConnectAsync(signalWire, $"\"to\":\"{Callee}\",\"max_duration\":60");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        signalWire.Advance(20);

        signalWire.Advance(60_000);

        callee.HangupCause.Should().Be("maxDuration");
        await caller.WaitForEndAsync(Token);
    }

    [Fact]
    public async Task Result_OfAConnection_ChoosesItsBranch()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Busy;
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"connect":{"to":"{{{Callee}}}","result":{"case":{"connected":["hangup"]},"default":[{"hangup":{"reason":"busy"} }]} } }]
            """);

        signalWire.Advance(20);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
    }

    [Fact]
    public async Task Connect_ToAStream_TellsItAsAStream()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await ConnectAsync(signalWire, "\"to\":\"stream:wss://bot.example.com/ws\",\"name\":\"bot\"");

        await caller.HangUpAsync(Token);

        var told = await signalWire.CallbacksAsync("/connect");
        told.Select(callback => callback.Event).Should().Equal("calling.call.stream", "calling.call.stream");
        told.Select(callback => callback.State).Should().Equal("streaming", "finished");
        told[0].Text("url").Should().Be("wss://bot.example.com/ws");
    }

    [Theory]
    [InlineData("\"timeout\":5", "Exactly one")]
    [InlineData("\"to\":\"+15550100003\",\"confirm\":\"https://example.com\"", "confirmation")]
    [InlineData("\"to\":\"queue:q\"", "transfer_after_bridge")]
    [InlineData("\"to\":\"+15550100003\",\"encryption\":\"always\"", "encryption")]
    public async Task Connect_ThatCannotBe_EndsTheCallWithAnError(string parameters, string problem)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync($$$"""[{"connect":{{{{parameters}}}}}]""");

        await caller.WaitForEndAsync(Token);
        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain(problem);
    }

    [Fact]
    public async Task Queue_WithACallerAndAnAgent_BridgesThem()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/after", """{"sections":{"main":["hangup"]}}""");
        var after = signalWire.Url("/after");
        var caller = await signalWire.PlaceCallAsync(
            $$$"""[{"enter_queue":{"queue_name":"q","transfer_after_bridge":"{{{after}}}","status_url":"{{{signalWire.Url("/queue")}}}"}}]""");
        var agent = await ConnectAsync(signalWire, $"\"to\":\"queue:q\",\"transfer_after_bridge\":\"{after}\"");
        (await signalWire.StatesAsync("/queue")).Should().Equal("enqueue", "dequeue");
        (await signalWire.StatesAsync("/connect")).Should().Equal("connecting", "connected");
        await caller.PressAsync("5", Token);
        agent.HeardDigits.Should().Be("5");

        await agent.HangUpAsync(Token);

        await caller.WaitForEndAsync(Token);
        (await signalWire.FetchesAsync("/after")).Should().ContainSingle();
        (await signalWire.CallbacksAsync("/queue"))[0].Get("enqueue_ts").GetInt64()
            .Should().Be(signalWire.Clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
    }

    [Fact]
    public async Task Queue_NobodyTakes_IsLeftAfterTheWait()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"enter_queue":{"queue_name":"q","transfer_after_bridge":"https://example.com","wait_time":30,
              "status_url":"{{{signalWire.Url("/queue")}}}"}},
             {"switch":{"variable":"queue_result","case":{"timeout":[{"hangup":{"reason":"busy"} }]} } }]
            """);

        signalWire.Advance(30_000);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
        (await signalWire.StatesAsync("/queue")).Should().Equal("enqueue", "leave");
    }

    /// <summary>An answered call that connects, fetches "/next" afterwards and then ends, or does something else.</summary>
    private static async Task<EmulatedCaller> ConnectAsync(SignalWireHarness signalWire, string parameters, string? then = null)
    {
        signalWire.Serve("/next", """{"sections":{"main":["hangup"]}}""");
        then ??= $$$"""{"transfer":{"dest":"{{{signalWire.Url("/next")}}}"}}""";
        return await signalWire.PlaceCallAsync(
            $$$"""[{"answer":{}},{"connect":{{{{parameters}}},"status_url":"{{{signalWire.Url("/connect")}}}"}},{{{then}}}]""");
    }

    private static async Task<string?> VariableAsync(SignalWireHarness signalWire, string name) =>
        (await signalWire.FetchesAsync("/next")).Single().Json.GetProperty("vars").GetProperty(name).GetString();
}
