using System.Text.Json;

namespace CallControl.Testing.Tests.SessionGateway;

public sealed class FaultTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task DuplicateWebhooks_Three_DeliversEachThreeTimesUnchanged()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.DuplicateWebhooks = 3;

        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.DuplicateWebhooks = 1;
        await caller.PressAsync("1", Token);

        (await gateway.EventsAsync()).Should().Equal("call.new", "call.new", "call.new", "dtmf");
        (await gateway.WebhooksAsync()).Select(webhook => webhook.Sequence).Should().Equal(1, 1, 1, 2);
    }

    [Fact]
    public async Task ReorderWebhooks_WithinTheWindow_NeverKeepsTheOrderAndLosesNone()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.ReorderWebhooks = true;
        var caller = await gateway.PlaceCallAsync();
        await caller.PressAsync("12345", Token);

        await gateway.Clock.WaitForTimersAsync(1, Token);
        gateway.Receiver.Received.Should().BeEmpty();
        gateway.Advance(19);
        gateway.Clock.PendingTimers.Should().Be(1);
        gateway.Advance(1);

        var sequences = (await gateway.WebhooksAsync()).Select(webhook => webhook.Sequence).ToList();
        sequences.Should().BeEquivalentTo([1, 2, 3, 4, 5, 6]).And.NotBeInAscendingOrder();
    }

    [Fact]
    public async Task ReorderWebhooks_TwoOfThem_AlwaysChangePlaces()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.ReorderWebhooks = true;
        for (var call = 0; call < 20; call++)
            await (await gateway.PlaceCallAsync()).PressAsync("1", Token);
        await gateway.Clock.WaitForTimersAsync(20, Token);

        gateway.Advance(20);

        (await gateway.WebhooksAsync()).GroupBy(webhook => webhook.Session).Should().HaveCount(20)
            .And.OnlyContain(call => call.Select(webhook => webhook.Sequence).SequenceEqual(new[] { 2, 1 }));
    }

    [Fact]
    public async Task ReorderWebhooks_SameSeed_GivesTheSameOrder()
    {
        var orders = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var gateway = await GatewayHarness.StartAsync();
            gateway.Emulator.Faults.ReorderWebhooks = true;
            var caller = await gateway.PlaceCallAsync();
            await caller.PressAsync("12345", Token);
            await gateway.Clock.WaitForTimersAsync(1, Token);
            gateway.Advance(20);
            orders.Add(string.Join(',', (await gateway.WebhooksAsync()).Select(webhook => webhook.Sequence)));
        }

        orders[1].Should().Be(orders[0]);
    }

    [Fact]
    public async Task WebhookDelay_Set_HoldsBackFromWhenItWasRaised()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.WebhookDelay = TimeSpan.FromSeconds(1);
        var caller = await gateway.PlaceCallAsync();
        await caller.PressAsync("1", Token);
        await gateway.Clock.WaitForTimersAsync(1, Token);

        gateway.Advance(999);
        gateway.Receiver.Received.Should().BeEmpty();
        gateway.Advance(1);

        (await gateway.EventsAsync()).Should().Equal("call.new", "dtmf");
    }

    [Fact]
    public async Task DropWebhook_ByName_LeavesAGap()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.DropWebhook = name => name == "call.answered";
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "answer");

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result");
        (await gateway.WebhooksAsync()).Select(webhook => webhook.Sequence).Should().Equal(1, 4);
        gateway.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task MalformedWebhooks_ByName_SendsJsonThatDoesNotParse()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.MalformedWebhooks = name => name == "dtmf";
        var caller = await gateway.PlaceCallAsync();

        await caller.PressAsync("1", Token);

        var webhooks = await gateway.WebhooksAsync();
        webhooks.Should().HaveCount(2);
        webhooks[0].Event.Should().Be("call.new");
        FluentActions.Invoking(() => JsonDocument.Parse(webhooks[1].Body)).Should().Throw<JsonException>();
    }

    [Fact]
    public async Task FailNext_NamedCommand_FailsItAsOftenAsAskedWithoutEffect()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.FailNext(503, times: 2, command: "answer");

        (await gateway.CommandAsync(caller, "playback/silence")).Status.Should().Be(202);
        var first = await gateway.CommandAsync(caller, "answer");
        (await gateway.CommandAsync(caller, "answer")).Status.Should().Be(503);
        caller.IsAnswered.Should().BeFalse();
        (await gateway.CommandAsync(caller, "answer")).Status.Should().Be(202);

        first.Status.Should().Be(503);
        first.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        caller.IsAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task FailNext_AnyCommandWithBody_AnswersThatBody()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.FailNext(500, "oops");

        var answer = await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"team"}""");

        answer.Status.Should().Be(500);
        answer.Text.Should().Be("oops");
        (await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"team"}""")).Status.Should().Be(201);
    }

    [Fact]
    public async Task FailNext_RequestOutsideOfSessions_IsNamedByMethodAndPattern()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.Faults.FailNext(500, command: "DELETE /conferences/{room_id}");
        var room = await gateway.CreateRoomAsync();

        (await gateway.SendAsync(HttpMethod.Delete, $"/api/v1/conferences/{room}")).Status.Should().Be(500);
        (await gateway.SendAsync(HttpMethod.Delete, $"/api/v1/conferences/{room}")).Status.Should().Be(200);
    }

    [Fact]
    public async Task RateLimitNext_WithRetryAfter_SendsTheHeaderInWholeSeconds()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.RateLimitNext(TimeSpan.FromMilliseconds(1500));
        gateway.Emulator.Faults.RateLimitNext();

        var first = await gateway.CommandAsync(caller, "answer");
        var second = await gateway.CommandAsync(caller, "answer");

        first.Status.Should().Be(429);
        first.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        second.Status.Should().Be(429);
        second.RetryAfter.Should().BeNull();
        (await gateway.CommandAsync(caller, "answer")).Status.Should().Be(202);
    }

    [Fact]
    public async Task RespondMalformedNext_Command_TakesEffectButCannotBeRead()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.RespondMalformedNext(command: "answer");

        var answer = await gateway.CommandAsync(caller, "answer");

        answer.Status.Should().Be(202);
        answer.Invoking(malformed => malformed.Json).Should().Throw<JsonException>();
        caller.IsAnswered.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ResetConnectionNext_Command_CutsTheConnectionBeforeOrAfterTheEffect(bool afterExecution)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.ResetConnectionNext(afterExecution: afterExecution);

        await gateway.Awaiting(harness => harness.CommandAsync(caller, "answer")).Should().ThrowAsync<HttpRequestException>();

        caller.IsAnswered.Should().Be(afterExecution);
        gateway.Emulator.Traffic.Single(entry => entry.Direction is TrafficDirection.Command).StatusCode.Should().Be(0);
    }

    [Fact]
    public async Task CommandDelay_Set_AnswersAfterItOnly()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        gateway.Emulator.Faults.CommandDelay = TimeSpan.FromSeconds(3);

        var answer = gateway.CommandAsync(caller, "answer");
        await gateway.Clock.WaitForTimersAsync(1, Token);
        gateway.Advance(2999);
        caller.IsAnswered.Should().BeFalse();
        answer.IsCompleted.Should().BeFalse();
        gateway.Advance(1);

        (await answer).Status.Should().Be(202);
        caller.IsAnswered.Should().BeTrue();
    }

    [Fact]
    public async Task Reset_AfterEverythingWasSwitchedOn_BehavesAgain()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var faults = gateway.Emulator.Faults;
        faults.DuplicateWebhooks = 2;
        faults.ReorderWebhooks = true;
        faults.ReorderWindow = TimeSpan.FromSeconds(1);
        faults.WebhookDelay = TimeSpan.FromSeconds(1);
        faults.DropWebhook = _ => true;
        faults.MalformedWebhooks = _ => true;
        faults.CommandDelay = TimeSpan.FromSeconds(1);
        faults.FailNext(500);
        faults.RespondMalformedNext();
        faults.ResetConnectionNext();
        faults.RateLimitNext();

        faults.Reset();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer");

        (await gateway.EventsAsync()).Should().Equal("call.new", "call.answered", "call.answered", "command.result");
        faults.ReorderWindow.Should().Be(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void Settings_OutOfRange_Throw()
    {
        var faults = new EmulatorFaults();

        faults.Invoking(value => value.DuplicateWebhooks = 0).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.ReorderWindow = TimeSpan.FromTicks(-1)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.WebhookDelay = TimeSpan.FromTicks(-1)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.CommandDelay = TimeSpan.FromTicks(-1)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.FailNext(199)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.FailNext(600)).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(value => value.FailNext(500, times: 0)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
