using System.Text.Json;

namespace CallControl.Testing.Tests.SignalWire;

public sealed class DialTests
{
    private const string Callee = "+15550100003";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Dial_ToANumber_AnswersWithAQueuedLeg()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var leg = await DialAsync(signalWire);

        leg.GetProperty("status").GetString().Should().Be("queued");
        leg.GetProperty("type").GetString().Should().Be("relay_pstn_call");
        leg.GetProperty("direction").GetString().Should().Be("outbound-api");
        leg.GetProperty("source").GetString().Should().Be("realtime_api");
        leg.GetProperty("to").GetString().Should().Be(Callee);
        leg.GetProperty("duration_ms").GetInt32().Should().Be(0);
        (await signalWire.Emulator.WaitForDialAsync(Callee, Token)).SessionId.Should().Be(leg.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Dial_OnceAnswered_CarriesOutItsDocument()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        await DialAsync(signalWire, ",\"status_events\":[\"created\",\"ringing\",\"answered\",\"ended\"]");
        (await signalWire.StatesAsync()).Should().Equal("created", "ringing");

        signalWire.Advance(20);
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        callee.IsAnswered.Should().BeTrue();
        await callee.HangUpAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("created", "ringing", "answered", "ended");
        (await signalWire.LastAsync()).Text("end_source").Should().Be("outbound");
    }

    [Fact]
    public async Task StatusEvents_ByDefault_AreTheEndOnly()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        await DialAsync(signalWire);
        signalWire.Advance(20);

        await (await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token)).HangUpAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("ended");
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "busy", 20)]
    [InlineData(CalleeBehavior.Reject, "decline", 20)]
    [InlineData(CalleeBehavior.NoAnswer, "noAnswer", 7000)]
    public async Task Dial_NobodyAnswers_EndsWithTheReason(CalleeBehavior behavior, string reason, int milliseconds)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Set(Callee, behavior);
        await DialAsync(signalWire, ",\"timeout\":7");

        signalWire.Advance(milliseconds);

        (await signalWire.LastAsync()).Text("end_reason").Should().Be(reason);
    }

    [Fact]
    public async Task Url_OfADial_IsFetchedOnceAnsweredWithTheCustomVariables()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/dialled", SignalWireHarness.KeepAlive);
        var body = $$$"""{"from":"+15550100009","to":"{{{Callee}}}","url":"{{{signalWire.Url("/dialled")}}}","custom_variables":{"order":"42"}}""";
        await signalWire.DoAsync(null, "dial", body);
        (await signalWire.FetchesAsync("/dialled")).Should().BeEmpty();

        signalWire.Advance(20);

        var fetch = (await signalWire.FetchesAsync("/dialled")).Single();
        fetch.Method.Should().Be("POST");
        fetch.Json.GetProperty("call").GetProperty("call_state").GetString().Should().Be("answered");
        fetch.Json.GetProperty("call").GetProperty("direction").GetString().Should().Be("outbound");
        fetch.Json.GetProperty("envs").GetProperty("order").GetString().Should().Be("42");
    }

    [Fact]
    public async Task UrlMethod_Get_FetchesWithoutABody()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/dialled", SignalWireHarness.KeepAlive);
        await signalWire.DoAsync(
            null, "dial", $$"""{"from":"+15550100009","to":"{{Callee}}","url":"{{signalWire.Url("/dialled")}}","url_method":"GET"}""");

        signalWire.Advance(20);

        var fetch = (await signalWire.FetchesAsync("/dialled")).Single();
        fetch.Method.Should().Be("GET");
        fetch.Body.Should().BeEmpty();
    }

    [Fact]
    public async Task SendDigits_OfADial_AreHeardOnceAnswered()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        await DialAsync(signalWire, ",\"send_digits\":\"w12,#\"");
        var callee = await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token);
        callee.HeardDigits.Should().BeEmpty();

        signalWire.Advance(20);

        callee.HeardDigits.Should().Be("12#");
    }

    [Fact]
    public async Task Dial_ToAFabricAddress_AnswersWithADeviceLeg()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var leg = await signalWire.DoAsync(
            null, "dial", $$"""{"from":"+15550100009","to":"/private/alice","swml":{{SignalWireHarness.KeepAlive}}}""");

        leg.GetProperty("type").GetString().Should().Be("fabric_subscriber_device_leg");
        leg.GetProperty("status").ValueKind.Should().Be(JsonValueKind.Null);
        leg.TryGetProperty("duration", out _).Should().BeFalse();
        leg.TryGetProperty("parent_id", out _).Should().BeFalse();
    }

    [Fact]
    public async Task DialsPerSecond_WhenLimited_QueuesAndThenRefuses()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), DialsPerSecond = 1, MaxQueuedDials = 1,
        });
        await DialAsync(signalWire, ",\"status_events\":[\"created\"]");
        await DialAsync(signalWire, ",\"status_events\":[\"created\"]");
        var third = await signalWire.CommandAsync(null, "dial", $$"""{"from":"+15550100009","to":"{{Callee}}","swml":{{SignalWireHarness.KeepAlive}}}""");
        (await signalWire.StatesAsync()).Should().Equal("created");

        signalWire.Advance(1000);

        third.Status.Should().Be(422);
        third.Code.Should().Be("max_queued_calls_exceeded");
        (await signalWire.StatesAsync()).Should().Equal("created", "created");
    }

    [Fact]
    public async Task Update_Canceled_EndsAQueuedOrRingingCallOnly()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        var ringing = Id(await DialAsync(signalWire));
        var answered = (await signalWire.AnsweredCallAsync()).SessionId;

        await UpdateAsync(signalWire, ringing, "\"status\":\"canceled\"", 200, null);
        await UpdateAsync(signalWire, answered, "\"status\":\"canceled\"", 422, "cannot_cancel_in_progress");

        (await signalWire.LastAsync()).Text("end_reason").Should().Be("cancel");
    }

    [Fact]
    public async Task Update_Completed_EndsAnAnsweredCallOnly()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        var ringing = Id(await DialAsync(signalWire));
        var caller = await signalWire.AnsweredCallAsync();

        await UpdateAsync(signalWire, ringing, "\"status\":\"completed\"", 422, "invalid_state");
        await UpdateAsync(signalWire, caller.SessionId, "\"status\":\"completed\"", 200, null);
        await UpdateAsync(signalWire, caller.SessionId, "\"status\":\"completed\"", 422, "cannot_update_completed");

        caller.HangupCause.Should().Be("hangup");
    }

    [Fact]
    public async Task Update_WithADocument_RedirectsAnAnsweredCallOnly()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = CalleeBehavior.Manual;
        var ringing = Id(await DialAsync(signalWire));
        var caller = await signalWire.AnsweredCallAsync();
        const string Busy = "\"swml\":{\"sections\":{\"main\":[{\"hangup\":{\"reason\":\"busy\"}}]}}";

        await UpdateAsync(signalWire, ringing, Busy, 422, "cannot_redirect_not_in_progress");
        await UpdateAsync(signalWire, caller.SessionId, $"{Busy},\"status_url\":\"{signalWire.Url("/updated")}\"", 200, null);

        caller.HangupCause.Should().Be("busy");
        (await signalWire.StatesAsync("/updated")).Should().Equal("ending", "ended");
    }

    [Fact]
    public async Task Update_WithAnAddress_FetchesIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/redirect", """{"sections":{"main":["hangup"]}}""");
        var caller = await signalWire.AnsweredCallAsync();

        await UpdateAsync(signalWire, caller.SessionId, $"\"url\":\"{signalWire.Url("/redirect")}\"", 200, null);

        await caller.WaitForEndAsync(Token);
        (await signalWire.FetchesAsync("/redirect")).Should().ContainSingle();
    }

    [Fact]
    public async Task Update_OfNothing_NeedsADocument()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { AllowStatusOnlyUpdate = false });
        var caller = await signalWire.AnsweredCallAsync();

        await UpdateAsync(signalWire, caller.SessionId, "\"status\":\"completed\"", 422, "inline_swml_or_swml_webhook_required");
        await UpdateAsync(signalWire, "00000000-0000-4000-8000-000000000000", "\"url\":\"https://example.com\"", 404, null);
    }

    private static string Id(JsonElement leg) => leg.GetProperty("id").GetString()!;

    private static async Task<JsonElement> DialAsync(SignalWireHarness signalWire, string more = "") => await signalWire.DoAsync(
        null,
        "dial",
        $$"""{"from":"+15550100009","to":"{{Callee}}","swml":{{SignalWireHarness.KeepAlive}},"status_url":"STATUS"{{more}}}""");

    private static async Task UpdateAsync(SignalWireHarness signalWire, string id, string fields, int status, string? code)
    {
        var answer = await signalWire.PostAsync($$$"""{"command":"update","params":{"id":"{{{id}}}",{{{fields}}}}}""");
        answer.Status.Should().Be(status, answer.Text);
        if (code is not null)
            answer.Code.Should().Be(code);
    }
}
