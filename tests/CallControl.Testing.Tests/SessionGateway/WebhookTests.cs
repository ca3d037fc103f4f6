using System.Text.Json;

namespace CallControl.Testing.Tests.SessionGateway;

public sealed class WebhookTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Webhook_Nested_CarriesSequenceAndData()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.Emulator.PlaceCallAsync("+15551234567", "+15557654321", Token);
        await gateway.DoAsync(caller, "answer");

        var webhooks = await gateway.WebhooksAsync();
        var json = webhooks[0].Json;
        json.EnumerateObject().Select(field => field.Name).Should().Equal("event", "session_uuid", "sequence", "data");
        json.GetProperty("session_uuid").GetString().Should().Be(caller.SessionId);
        json.GetProperty("data").EnumerateObject().Select(field => field.Name).Should().Equal("caller_id", "did");
        json.GetProperty("data").GetProperty("caller_id").GetString().Should().Be("+15551234567");
        json.GetProperty("data").GetProperty("did").GetString().Should().Be("+15557654321");
        webhooks.Select(webhook => webhook.Sequence).Should().Equal(1, 2, 3, 4);
        webhooks.Should().OnlyContain(webhook =>
            webhook.Method == "POST" && webhook.ContentType == "application/json" && webhook.Path == "/hooks");
    }

    [Fact]
    public async Task Webhook_Flat_HasNeitherSequenceNorData()
    {
        await using var gateway = await StartAsync(WebhookEnvelope.Flat);
        await gateway.Emulator.PlaceCallAsync("+15551234567", "+15557654321", Token);
        await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"team"}""");

        var call = await gateway.SingleAsync("call.new");
        var room = await gateway.SingleAsync("conference.created");

        call.Json.EnumerateObject().Select(field => field.Name).Should().Equal("event", "session_uuid", "caller_id", "did");
        room.Json.EnumerateObject().Select(field => field.Name).Should().Equal("event", "app_id", "room_id", "name");
    }

    [Fact]
    public async Task Webhook_TwoSessions_AreNumberedApart()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var one = await gateway.PlaceCallAsync();
        var other = await gateway.PlaceCallAsync();
        await one.PressAsync("1", Token);
        await other.PressAsync("2", Token);

        (await gateway.WebhooksAsync()).GroupBy(webhook => webhook.Session).Should()
            .HaveCount(2).And.OnlyContain(group => group.Select(webhook => webhook.Sequence).SequenceEqual(new[] { 1, 2 }));
        one.SessionId.Should().NotBe(other.SessionId).And.MatchRegex("^[A-Za-z0-9]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    }

    [Fact]
    public async Task Webhook_Refused_IsRetriedWithDoublingDelaysThenDelivered()
    {
        await using var gateway = await StartAsync();
        var refusals = 2;
        gateway.Receiver.Answer = (_, _) => Task.FromResult(refusals-- > 0 ? 503 : 200);

        await gateway.PlaceCallAsync();
        await gateway.Clock.WaitForTimersAsync(1, Token);
        gateway.Receiver.Received.Should().HaveCount(1);
        gateway.Advance(199);
        gateway.Clock.PendingTimers.Should().Be(1);
        gateway.Advance(1);
        await gateway.Clock.WaitForTimersAsync(1, Token);
        gateway.Receiver.Received.Should().HaveCount(2);
        gateway.Advance(399);
        gateway.Clock.PendingTimers.Should().Be(1);
        gateway.Advance(1);

        (await gateway.EventsAsync()).Should().Equal("call.new", "call.new", "call.new");
        (await gateway.WebhooksAsync()).Select(webhook => webhook.Body).Distinct(StringComparer.Ordinal).Should().ContainSingle();
        gateway.Emulator.Traffic.Select(entry => (entry.StatusCode, entry.Attempt)).Should().Equal((503, 1), (503, 2), (200, 3));
        gateway.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task Webhook_NeverTaken_BecomesADeadLetterAndLetsTheNextPass(int status)
    {
        await using var gateway = await GatewayHarness.StartAsync(
            new SessionGatewayEmulatorOptions { MaxWebhookAttempts = 3, WebhookRetryDelay = TimeSpan.FromMilliseconds(1) });
        gateway.Receiver.Answer = (webhook, context) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Task.FromResult(webhook.Event == "call.new" ? status : 200);
        };
        var caller = await gateway.PlaceCallAsync();
        await caller.PressAsync("1", Token);

        (await gateway.EventsAsync()).Should().Equal("call.new", "call.new", "call.new", "dtmf");
        var letter = gateway.Emulator.DeadLetters.Should().ContainSingle().Subject;
        letter.Name.Should().Be("call.new");
        letter.Session.Should().Be(caller.SessionId);
        letter.Attempts.Should().Be(3);
        letter.LastStatusCode.Should().Be(status);
        JsonDocument.Parse(letter.Body).RootElement.GetProperty("event").GetString().Should().Be("call.new");
        letter.ToString().Should().NotContain("+1555");
    }

    [Fact]
    public async Task Webhook_ConnectionLost_BecomesADeadLetter()
    {
        await using var gateway = await GatewayHarness.StartAsync(
            new SessionGatewayEmulatorOptions { MaxWebhookAttempts = 2, WebhookRetryDelay = TimeSpan.FromMilliseconds(1) });
        gateway.Receiver.Answer = (_, context) =>
        {
            context.Abort();
            return Task.FromResult(200);
        };

        await gateway.PlaceCallAsync();
        await gateway.Emulator.WaitForIdleAsync(Token);

        gateway.Emulator.DeadLetters.Should().ContainSingle().Which.LastStatusCode.Should().Be(0);
        gateway.Emulator.Traffic.Should().HaveCount(2).And.OnlyContain(entry => entry.StatusCode == 0);
    }

    [Fact]
    public async Task Webhook_AnswerTooSlow_CountsAsRefused()
    {
        await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
        {
            MaxWebhookAttempts = 1,
            WebhookTimeout = TimeSpan.FromMilliseconds(50),
        });
        gateway.Receiver.Answer = async (_, context) =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
            return 200;
        };

        await gateway.PlaceCallAsync();
        await gateway.Emulator.WaitForIdleAsync(Token);

        gateway.Emulator.DeadLetters.Should().ContainSingle().Which.LastStatusCode.Should().Be(0);
    }

    [Fact]
    public async Task Webhook_OneSessionStuck_DoesNotHoldUpAnother()
    {
        await using var gateway = await StartAsync();
        var stuck = await gateway.PlaceCallAsync();
        await gateway.Emulator.WaitForIdleAsync(Token);
        gateway.Receiver.Answer = (webhook, _) => Task.FromResult(webhook.Session == stuck.SessionId ? 500 : 200);
        await stuck.PressAsync("12", Token);
        await gateway.Clock.WaitForTimersAsync(1, Token);

        var arrived = NextWebhook(gateway, webhook => webhook.Session != stuck.SessionId);
        await gateway.PlaceCallAsync();

        (await arrived.WaitAsync(Token)).Name.Should().Be("call.new");
        gateway.Receiver.Received.Count(webhook => webhook.Event == "dtmf").Should().Be(1);
    }

    [Fact]
    public async Task WebhookUrl_NotSet_DiscardsWebhooks()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        gateway.Emulator.WebhookUrl = null;
        var caller = await gateway.PlaceCallAsync();

        gateway.Emulator.WebhookUrl = gateway.Receiver.Url;
        await caller.PressAsync("1", Token);

        (await gateway.EventsAsync()).Should().Equal("dtmf");
        (await gateway.SingleAsync("dtmf")).Sequence.Should().Be(1);
    }

    [Fact]
    public async Task WebhookUrl_MovedBetweenAttempts_GetsTheRetry()
    {
        await using var gateway = await StartAsync();
        await using var successor = await WebhookReceiver.StartAsync();
        gateway.Receiver.Answer = (_, _) => Task.FromResult(500);
        await gateway.PlaceCallAsync();
        await gateway.Clock.WaitForTimersAsync(1, Token);

        gateway.Emulator.WebhookUrl = successor.Url;
        gateway.Advance(200);
        await gateway.Emulator.WaitForIdleAsync(Token);

        successor.Received.Should().ContainSingle().Which.Event.Should().Be("call.new");
    }

    [Fact]
    public async Task Seed_SameOrder_GivesTheSameIds()
    {
        var ids = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions { Seed = seed });
            ids.Add((await gateway.PlaceCallAsync()).SessionId);
        }

        ids[1].Should().Be(ids[0]);
        ids[2].Should().NotBe(ids[0]);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 0, 0)]
    public async Task StartAsync_BadRetrySettings_Throws(int attempts, int delay, int timeout)
    {
        var options = new SessionGatewayEmulatorOptions
        {
            MaxWebhookAttempts = attempts,
            WebhookRetryDelay = TimeSpan.FromSeconds(delay),
            WebhookTimeout = TimeSpan.FromSeconds(timeout),
        };

        await FluentActions.Awaiting(() => SessionGatewayEmulator.StartAsync(options, Token))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    private static Task<EmulatorTraffic> NextWebhook(GatewayHarness gateway, Func<EmulatorTraffic, bool> predicate)
    {
        var next = new TaskCompletionSource<EmulatorTraffic>(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Emulator.TrafficObserved += entry =>
        {
            if (entry.Direction is TrafficDirection.Webhook && predicate(entry))
                next.TrySetResult(entry);
        };
        return next.Task;
    }

    private static Task<GatewayHarness> StartAsync(WebhookEnvelope envelope = WebhookEnvelope.Nested) =>
        GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions { TimeProvider = new ManualTimeProvider(), Envelope = envelope });
}
