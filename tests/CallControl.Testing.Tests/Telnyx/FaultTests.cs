namespace CallControl.Testing.Tests.Telnyx;

public sealed class FaultTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task RateLimit_WithAWait_TellsTheReset()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        telnyx.Emulator.Faults.RateLimitNext(TimeSpan.FromMilliseconds(1500), command: "answer");

        var answer = await telnyx.CommandAsync(caller.SessionId, "answer");

        answer.Status.Should().Be(429);
        answer.Code.Should().Be("10011");
        answer.Headers["x-ratelimit-reset"].Should().Be("2");
        answer.Headers["x-ratelimit-remaining"].Should().Be("0");
        answer.Headers.Should().ContainKey("x-ratelimit-limit").And.NotContainKey("Retry-After");
        caller.IsAnswered.Should().BeFalse();
        await telnyx.DoAsync(caller.SessionId, "answer");
    }

    [Theory]
    [InlineData(500, "10007")]
    [InlineData(503, "10037")]
    [InlineData(401, "10009")]
    [InlineData(403, "10010")]
    [InlineData(404, "10005")]
    public async Task FailNext_AnyStatus_AnswersInTheVendorsShape(int status, string code)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.FailNext(status, command: "dial");

        var answer = await telnyx.TryDialAsync("\"to\":\"+15550100003\"");

        answer.Status.Should().Be(status);
        answer.Code.Should().Be(code);
        (await telnyx.EventsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task ResetConnection_AfterExecution_LosesOnlyTheAnswer()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        telnyx.Emulator.Faults.ResetConnectionNext(command: "answer", afterExecution: true);

        var act = () => telnyx.CommandAsync(caller.SessionId, "answer", """{"command_id":"a"}""");
        await act.Should().ThrowAsync<HttpRequestException>();
        await telnyx.DoAsync(caller.SessionId, "answer", """{"command_id":"a"}""");

        (await telnyx.AllAsync("call.answered")).Should().ContainSingle();
    }

    [Fact]
    public async Task Malformed_Webhook_IsBrokenAndSigned()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.MalformedWebhooks = _ => true;

        await telnyx.PlaceCallAsync();
        await telnyx.Emulator.WaitForIdleAsync(Token);

        var webhook = telnyx.Receiver.Received.Single();
        webhook.Body.Should().StartWith("{\"data\":").And.NotEndWith("}");
        webhook.Headers.Should().ContainKey("telnyx-signature-ed25519");
    }

    [Fact]
    public async Task Duplicates_OfAWebhook_ShareItsId()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.DuplicateWebhooks = 2;

        await telnyx.PlaceCallAsync();

        (await telnyx.WebhooksAsync()).Select(webhook => webhook.Data.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
        telnyx.Receiver.Received.Should().HaveCount(2);
    }

    [Fact]
    public async Task Drop_OneEvent_LosesItOnly()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.DropWebhook = name => name is "call.answered";

        var caller = await telnyx.AnsweredCallAsync();
        await caller.HangUpAsync(Token);

        (await telnyx.EventsAsync()).Should().Equal("call.initiated", "call.hangup");
    }

    [Fact]
    public async Task Reorder_WebhooksOfACall_ShufflesThem()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.ReorderWebhooks = true;
        var caller = await telnyx.PlaceCallAsync();
        await telnyx.Clock.WaitForTimersAsync(1, Token);
        await telnyx.DoAsync(caller.SessionId, "answer");
        await caller.HangUpAsync(Token);

        telnyx.Advance(20);

        var events = await telnyx.EventsAsync();
        events.Should().BeEquivalentTo("call.initiated", "call.answered", "call.hangup");
        events.Should().NotEqual(["call.initiated", "call.answered", "call.hangup"]);
    }

    [Fact]
    public void Reset_Always_ForgetsTheSignatureFaults()
    {
        var faults = new EmulatorFaults { WrongSignatures = _ => true, StaleTimestamps = _ => true };

        faults.Reset();

        faults.WrongSignatures.Should().BeNull();
        faults.StaleTimestamps.Should().BeNull();
    }

    [Fact]
    public async Task Traffic_OfACall_NamesCommandsAndEventsInOrderWithoutSecrets()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var seen = new List<string>();
        telnyx.Emulator.TrafficObserved += entry => seen.Add(entry.Name);

        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await telnyx.Emulator.WaitForIdleAsync(Token);
        await telnyx.DoAsync(callee.SessionId, "hangup");
        await telnyx.Emulator.WaitForIdleAsync(Token);

        seen.Should().Equal("dial", "call.initiated", "call.answered", "hangup", "call.hangup");
        telnyx.Emulator.Traffic.Select(entry => entry.ToString())
            .Should().NotContain(text => text.Contains("+1555", StringComparison.Ordinal));
        telnyx.Emulator.Traffic.Select(entry => entry.Session).Skip(1).Should().OnlyContain(session => session == callee.SessionId);
    }

    [Fact]
    public async Task Dispose_WithCallsUp_ReportsNothingMore()
    {
        var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.Emulator.WaitForIdleAsync(Token);

        await telnyx.Emulator.DisposeAsync();

        caller.HasEnded.Should().BeTrue();
        telnyx.Receiver.Received.Should().HaveCount(2);
        var act = () => telnyx.PlaceCallAsync();
        await act.Should().ThrowAsync<ObjectDisposedException>();
        await telnyx.DisposeAsync();
    }

    [Theory]
    [InlineData("3")]
    [InlineData("")]
    public async Task Start_UnknownWebhookVersion_IsRefused(string version)
    {
        var act = () => TelnyxEmulator.StartAsync(new TelnyxEmulatorOptions { WebhookApiVersion = version }, Token);

        await act.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Dispose_WhileATestWaitsForADial_EndsTheWait()
    {
        var telnyx = await TelnyxHarness.StartAsync();
        var dial = telnyx.Emulator.WaitForDialAsync(cancellationToken: Token);

        await telnyx.DisposeAsync();

        var act = () => dial;
        await act.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task WaitForDial_GivenUp_TakesNoCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        using var impatience = new CancellationTokenSource();
        var givenUp = telnyx.Emulator.WaitForDialAsync(cancellationToken: impatience.Token);
        await impatience.CancelAsync();

        var callee = await telnyx.DialAsync();

        var act = () => givenUp;
        await act.Should().ThrowAsync<OperationCanceledException>();
        callee.To.Should().Be("+15550100003");
    }

    [Fact]
    public async Task DialsPerSecond_MoreThanInFiveSeconds_AreRefusedUntilSomeAreOld()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), DialsPerSecond = 1 });
        for (var i = 0; i < 5; i++)
        {
            (await telnyx.TryDialAsync("\"to\":\"+15550100003\"")).Status.Should().Be(200);
            telnyx.Advance(500);
        }

        var refused = await telnyx.TryDialAsync("\"to\":\"+15550100003\"");
        refused.Status.Should().Be(429);
        refused.Code.Should().Be("90103");
        refused.Headers["x-ratelimit-reset"].Should().Be("3");
        telnyx.Advance(2500);

        (await telnyx.TryDialAsync("\"to\":\"+15550100003\"")).Status.Should().Be(200);
    }

    [Fact]
    public async Task BaseAddress_Always_IsOnLoopbackAndEndsInTheVersion()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        telnyx.Emulator.BaseAddress.IsLoopback.Should().BeTrue();
        telnyx.Emulator.BaseAddress.AbsolutePath.Should().Be("/v2");
    }
}
