namespace CallControl.Testing.Tests.SignalWire;

public sealed class FaultTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task RateLimit_WithAWait_SaysWhenToComeBack()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Emulator.Faults.RateLimitNext(TimeSpan.FromMilliseconds(1500), command: "calling.denoise");

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.denoise");

        answer.Status.Should().Be(429);
        answer.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        await signalWire.DoAsync(caller.SessionId, "calling.denoise");
    }

    [Theory]
    [InlineData(500, """{"error":"Internal Server Error"}""")]
    [InlineData(503, """{"error":"Service Unavailable"}""")]
    [InlineData(403, """{"error":"Forbidden"}""")]
    public async Task FailNext_AnyStatus_AnswersInTheVendorsShape(int status, string text)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Emulator.Faults.FailNext(status, command: "calling.end");

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.end");

        (answer.Status, answer.Text).Should().Be((status, text));
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task ResetConnection_AfterExecution_LosesOnlyTheAnswer()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Emulator.Faults.ResetConnectionNext(command: "calling.end", afterExecution: true);

        var act = () => signalWire.CommandAsync(caller.SessionId, "calling.end");

        await act.Should().ThrowAsync<HttpRequestException>();
        caller.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task Drop_OfTheFetch_EndsTheCall()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Faults.DropWebhook = name => name is "swml.fetch";

        var caller = await signalWire.PlaceCallAsync("""["answer"]""");

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("error");
        (await signalWire.FetchesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Malformed_Fetch_IsBrokenAndSigned()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Faults.MalformedWebhooks = name => name is "swml.fetch";

        await signalWire.AnsweredCallAsync();

        var fetch = (await signalWire.FetchesAsync()).Single();
        fetch.Body.Should().StartWith("{\"call\":").And.NotEndWith("}");
        fetch.Headers.Should().ContainKey("X-SignalWire-SHA256-Signature");
    }

    [Fact]
    public async Task Duplicates_OfTheFetch_AreAllAnsweredAndOneCounts()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Faults.DuplicateWebhooks = 2;

        await signalWire.AnsweredCallAsync();

        (await signalWire.FetchesAsync()).Should().HaveCount(2);
        (await signalWire.StatesAsync("/states")).Should().Equal("created", "created", "ringing", "ringing", "answered", "answered");
    }

    [Fact]
    public async Task Delay_OfWebhooks_HoldsTheFetchBack()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.StatusUrl = null;
        signalWire.Emulator.Faults.WebhookDelay = TimeSpan.FromSeconds(1);
        signalWire.Serve("/swml", SignalWireHarness.KeepAlive);
        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await signalWire.Clock.WaitForTimersAsync(2, Token);
        caller.IsAnswered.Should().BeFalse();

        while (!caller.IsAnswered)
        {
            signalWire.Advance(1000);
            await Task.Yield();
        }

        signalWire.Receiver.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task Reorder_StatesOfACall_ShufflesThem()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.Emulator.WaitForIdleAsync(Token);
        signalWire.Emulator.Faults.ReorderWebhooks = true;
        signalWire.Emulator.StatusUrl = signalWire.Url("/shuffled");
        await caller.HangUpAsync(Token);
        await signalWire.Clock.WaitForTimersAsync(1, Token);

        signalWire.Advance(20);

        (await signalWire.StatesAsync("/shuffled")).Should().Equal("ended", "ending");
    }

    [Fact]
    public async Task Callback_NobodyTakes_IsRetriedAndThenPutAside()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
        {
            MaxWebhookAttempts = 2, WebhookRetryDelay = TimeSpan.Zero,
        });
        signalWire.Receiver.Answer = (webhook, _) => Task.FromResult(webhook.Body.Contains("\"ringing\"", StringComparison.Ordinal) ? 500 : 204);

        await signalWire.AnsweredCallAsync();
        await signalWire.Emulator.WaitForIdleAsync(Token);

        var letter = signalWire.Emulator.DeadLetters.Single();
        (letter.Name, letter.Attempts, letter.LastStatusCode).Should().Be(("calling.call.state", 2, 500));
    }

    [Fact]
    public async Task Malformed_Answer_IsCarriedOut()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Emulator.Faults.RespondMalformedNext(command: "calling.end");

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.end");

        answer.Status.Should().Be(200);
        answer.Text.Should().StartWith("{").And.NotEndWith("}");
        caller.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task FlatCallbacks_On_AreFlat()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { FlatCallbacks = true });
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(caller.SessionId, "calling.tap", """
            {"control_id":"t","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"ws","params":{"uri":"wss://example.com"}},
             "status_url":"STATUS"}
            """);

        var state = (await signalWire.LastAsync("/states")).Json;
        var tap = (await signalWire.LastAsync()).Json;

        state.TryGetProperty("event_type", out _).Should().BeFalse();
        state.GetProperty("call_state").GetString().Should().Be("answered");
        state.GetProperty("from").GetString().Should().Be("+15550100001");
        state.GetProperty("timestamp").GetDouble().Should().BePositive();
        tap.GetProperty("control_id").GetString().Should().Be("t");
    }

    [Fact]
    public async Task Envelope_ByDefault_HasAllItsMembers()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        await signalWire.AnsweredCallAsync();

        var body = (await signalWire.LastAsync("/states")).Json;
        body.EnumerateObject().Select(entry => entry.Name).Should().Equal(
            "event_type", "event_channel", "timestamp", "project_id", "space_id", "params");
        body.GetProperty("event_channel").GetString().Should().StartWith("swml:");
        body.GetProperty("timestamp").GetDouble().Should().Be(signalWire.Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        body.GetProperty("project_id").GetString().Should().Be(signalWire.Emulator.ProjectId);
    }

    [Fact]
    public async Task Traffic_OfAWholeCall_PrintsNoKeyAndNoNumber()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(caller.SessionId, "calling.collect", """{"control_id":"c","digits":{"max":4},"status_url":"STATUS"}""");
        await caller.PressAsync("9182", Token);
        await signalWire.Emulator.WaitForIdleAsync(Token);

        var lines = string.Join('\n', signalWire.Emulator.Traffic);

        lines.Should().Contain("calling.call.collect").And.Contain("swml.fetch").And.NotContain("9182").And.NotContain("5550100001");
    }

    [Fact]
    public async Task Dispose_WithCallsUnderWay_EndsThemSilently()
    {
        var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        var before = (await signalWire.CallbacksAsync("/states")).Count;

        await signalWire.DisposeAsync();

        caller.HasEnded.Should().BeTrue();
        signalWire.Receiver.Received.Count(webhook => webhook.Path == "/states").Should().Be(before);
        await signalWire.Emulator.Invoking(emulator => emulator.PlaceCallAsync()).Should().ThrowAsync<ObjectDisposedException>();
    }
}
