using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallControl.Testing.Tests.Telnyx;

public sealed partial class WebhookTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Envelope_Version2_HoldsDataAndMeta()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Clock.Advance(TimeSpan.FromTicks(1_234_567));

        await telnyx.PlaceCallAsync();

        var webhook = (await telnyx.WebhooksAsync()).Single();
        webhook.Data.GetProperty("record_type").GetString().Should().Be("event");
        Guid.TryParse(webhook.Data.GetProperty("id").GetString(), out _).Should().BeTrue();
        webhook.Data.GetProperty("occurred_at").GetString().Should().Be("2026-01-01T00:00:00.123456Z");
        webhook.Json.GetProperty("meta").GetProperty("attempt").GetInt32().Should().Be(1);
        webhook.Json.GetProperty("meta").GetProperty("delivered_to").GetString().Should().Be(telnyx.Receiver.Url.OriginalString);
        webhook.Raw.Headers["User-Agent"].Should().Be("telnyx-webhooks");
        webhook.Raw.ContentType.Should().Be("application/json");
    }

    [Fact]
    public async Task Envelope_Version1_IsFlat()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), WebhookApiVersion = "1" });

        await telnyx.PlaceCallAsync();
        await telnyx.Emulator.WaitForIdleAsync(Token);

        var body = telnyx.Receiver.Received.Single().Json;
        body.GetProperty("event_type").GetString().Should().Be("call_initiated");
        body.GetProperty("created_at").GetString().Should().Be("2026-01-01T00:00:00.000000Z");
        body.TryGetProperty("data", out _).Should().BeFalse();
        body.TryGetProperty("meta", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Signature_OfEveryWebhook_FitsTimestampAndBody()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await caller.HangUpAsync(Token);

        foreach (var webhook in await telnyx.WebhooksAsync())
        {
            webhook.Raw.Headers["telnyx-timestamp"].Should().Be("1767225600");
            IsSigned(telnyx, webhook.Raw).Should().BeTrue();
        }
    }

    [Fact]
    public async Task PublicKey_SameSeed_IsTheSame()
    {
        await using var one = await TelnyxHarness.StartAsync();
        await using var same = await TelnyxHarness.StartAsync();
        await using var other = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), Seed = 2 });

        Convert.FromBase64String(one.Emulator.PublicKey).Should().HaveCount(32);
        same.Emulator.PublicKey.Should().Be(one.Emulator.PublicKey);
        other.Emulator.PublicKey.Should().NotBe(one.Emulator.PublicKey);
    }

    [Fact]
    public async Task WrongSignatures_OfOneEvent_DoNotFit()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.WrongSignatures = name => name is "call.answered";

        await telnyx.AnsweredCallAsync();

        var webhooks = await telnyx.WebhooksAsync();
        webhooks.Select(webhook => IsSigned(telnyx, webhook.Raw)).Should().Equal(true, false);
    }

    [Fact]
    public async Task StaleTimestamps_OfOneEvent_AreSignedOneHourBack()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Faults.StaleTimestamps = name => name is "call.initiated";

        await telnyx.PlaceCallAsync();

        var webhook = (await telnyx.WebhooksAsync()).Single();
        webhook.Raw.Headers["telnyx-timestamp"].Should().Be("1767222000");
        IsSigned(telnyx, webhook.Raw).Should().BeTrue();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task Delivery_FailsForATime_IsRepeatedWithTheSameEventAndTheNextAttempt(int status)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Receiver.Answer = (webhook, _) => Task.FromResult(AttemptOf(webhook) < 3 ? status : 200);

        await telnyx.PlaceCallAsync();
        await RetryAsync(telnyx, milliseconds: 200);
        await RetryAsync(telnyx, milliseconds: 400);

        var webhooks = await telnyx.WebhooksAsync();
        webhooks.Select(webhook => AttemptOf(webhook.Raw)).Should().Equal(1, 2, 3);
        webhooks.Select(webhook => webhook.Data.GetProperty("id").GetString()).Distinct().Should().ContainSingle();
        webhooks.Should().OnlyContain(webhook => IsSigned(telnyx, webhook.Raw));
        telnyx.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Delivery_IsRefused_IsNotRepeated(int status)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Receiver.Answer = (_, _) => Task.FromResult(status);

        await telnyx.PlaceCallAsync();
        await telnyx.Emulator.WaitForIdleAsync(Token);

        var letter = telnyx.Emulator.DeadLetters.Should().ContainSingle().Which;
        letter.Attempts.Should().Be(1);
        letter.LastStatusCode.Should().Be(status);
        telnyx.Receiver.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task RetriesPolicy_OfACommand_SetsTheWaits()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Receiver.Answer = (webhook, _) =>
            Task.FromResult(webhook.Body.Contains("call.answered", StringComparison.Ordinal) ? 503 : 200);
        var caller = await telnyx.PlaceCallAsync();
        await telnyx.Emulator.WaitForIdleAsync(Token);

        await telnyx.DoAsync(caller.SessionId, "answer", """{"webhook_retries_policies":{"call.answered":{"retries_ms":[50]}}}""");
        await RetryAsync(telnyx, milliseconds: 50);
        await telnyx.Emulator.WaitForIdleAsync(Token);

        telnyx.Emulator.DeadLetters.Should().ContainSingle().Which.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task WebhookUrl_OfADial_ReplacesTheApplications()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var own = new Uri(telnyx.Receiver.Url, "/own");

        var callee = await telnyx.DialAsync($",\"webhook_url\":\"{own}\"");
        await callee.AnswerAsync(Token);
        await telnyx.PlaceCallAsync();

        (await telnyx.WebhooksAsync()).Select(webhook => webhook.Raw.Path).Should().BeEquivalentTo("/own", "/own", "/hooks");
    }

    [Theory]
    [InlineData("\"{0}\"", new[] { "/one" })]
    [InlineData("[\"{0}\",\"{1}\"]", new[] { "/one", "/two" })]
    public async Task WebhookUrls_OfAnAnswer_HoldForTheirEventOnly(string urls, string[] paths)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        var value = urls.Replace("{0}", new Uri(telnyx.Receiver.Url, "/one").ToString(), StringComparison.Ordinal)
            .Replace("{1}", new Uri(telnyx.Receiver.Url, "/two").ToString(), StringComparison.Ordinal);

        await telnyx.DoAsync(caller.SessionId, "answer", $$"""{"webhook_urls":{"call.hangup":{{value}} } }""");
        await caller.HangUpAsync(Token);

        (await telnyx.AllAsync("call.answered")).Select(webhook => webhook.Raw.Path).Should().Equal("/hooks");
        var hangups = await telnyx.AllAsync("call.hangup");
        hangups.Select(webhook => webhook.Raw.Path).Should().Equal(paths);
        hangups.Select(webhook => webhook.Json.GetProperty("meta").GetProperty("delivered_to").GetString())
            .Should().OnlyContain(url => paths.Any(url!.EndsWith));
    }

    [Fact]
    public async Task Base_OfEveryCallEvent_HoldsIdsAndPartyType()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        await telnyx.Emulator.PlaceCallAsync("sip:alice@example.com", "+15550100002", Token);

        var payload = (await telnyx.SingleAsync("call.initiated")).Payload;

        payload.GetProperty("calling_party_type").GetString().Should().Be("sip");
        payload.GetProperty("call_control_id").GetString().Should().MatchRegex(ControlId());
        Guid.TryParse(payload.GetProperty("call_leg_id").GetString(), out _).Should().BeTrue();
        Guid.TryParse(payload.GetProperty("call_session_id").GetString(), out _).Should().BeTrue();
    }

    [GeneratedRegex("^v3:[A-Za-z0-9_-]+=$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ControlId();

    private static int AttemptOf(ReceivedWebhook webhook) =>
        JsonDocument.Parse(webhook.Body).RootElement.GetProperty("meta").GetProperty("attempt").GetInt32();

    /// <summary>Lets the next delivery begin: the one before has failed once its retry waits on the clock.</summary>
    private static async Task RetryAsync(TelnyxHarness telnyx, double milliseconds)
    {
        await telnyx.Clock.WaitForTimersAsync(1, Token);
        telnyx.Advance(milliseconds);
    }

    private static bool IsSigned(TelnyxHarness telnyx, ReceivedWebhook webhook) => Ed25519Check.Verify(
        Convert.FromBase64String(telnyx.Emulator.PublicKey),
        Encoding.UTF8.GetBytes($"{webhook.Headers["telnyx-timestamp"]}|{webhook.Body}"),
        Convert.FromBase64String(webhook.Headers["telnyx-signature-ed25519"]));
}
