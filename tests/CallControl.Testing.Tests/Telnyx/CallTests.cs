using System.Text.Json;

namespace CallControl.Testing.Tests.Telnyx;

public sealed class CallTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task PlaceCall_Always_IsParkedUntilAnswered()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var caller = await telnyx.PlaceCallAsync();

        var initiated = await telnyx.SingleAsync("call.initiated");
        initiated.Text("call_control_id").Should().Be(caller.SessionId);
        initiated.Text("direction").Should().Be("incoming");
        initiated.Text("state").Should().Be("parked");
        initiated.Text("from").Should().Be(caller.From);
        initiated.Text("to").Should().Be(caller.To);
        initiated.Text("connection_id").Should().Be(telnyx.Options.ConnectionId);
        initiated.Text("calling_party_type").Should().Be("pstn");
        initiated.Payload.GetProperty("client_state").ValueKind.Should().Be(JsonValueKind.Null);
        caller.IsAnswered.Should().BeFalse();

        await telnyx.DoAsync(caller.SessionId, "answer");

        await caller.WaitForAnswerAsync(Token);
        var answered = await telnyx.SingleAsync("call.answered");
        answered.Text("state").Should().Be("answered");
        answered.Text("call_leg_id").Should().Be(initiated.Text("call_leg_id"));
    }

    [Fact]
    public async Task Answer_Delayed_TakesEffectOnce()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(new TelnyxEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(),
            AnswerDelay = TimeSpan.FromSeconds(1),
        });
        var caller = await telnyx.AnsweredCallAsync();

        (await telnyx.CommandAsync(caller.SessionId, "answer")).Code.Should().Be("90102");
        telnyx.Advance(999);
        caller.IsAnswered.Should().BeFalse();
        telnyx.Advance(1);

        caller.IsAnswered.Should().BeTrue();
        (await telnyx.AllAsync("call.answered")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("CALL_REJECTED", "call_rejected", "603")]
    [InlineData("USER_BUSY", "user_busy", "486")]
    public async Task Reject_Always_EndsTheCallWithItsCause(string cause, string reported, string sip)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "reject", $$"""{"cause":"{{cause}}"}""");

        var hangup = await telnyx.SingleAsync("call.hangup");
        hangup.Text("hangup_cause").Should().Be(reported);
        hangup.Text("hangup_source").Should().Be("callee");
        hangup.Text("sip_hangup_cause").Should().Be(sip);
        hangup.Payload.GetProperty("call_quality_stats").ValueKind.Should().Be(JsonValueKind.Null);
        caller.HangupCause.Should().Be(reported);
    }

    [Fact]
    public async Task Hangup_AnsweredCall_TellsQualityInTexts()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Advance(4000);

        await telnyx.DoAsync(caller.SessionId, "hangup");

        var hangup = await telnyx.SingleAsync("call.hangup");
        hangup.Text("hangup_cause").Should().Be("normal_clearing");
        hangup.Text("hangup_source").Should().Be("callee");
        hangup.Text("sip_hangup_cause").Should().Be("200");
        hangup.Text("state").Should().Be("hangup");
        hangup.Payload.GetProperty("call_quality_stats").GetProperty("inbound").GetProperty("packet_count").GetString().Should().Be("200");
        caller.HasEnded.Should().BeTrue();
    }

    [Theory]
    [InlineData(false, "originator_cancel")]
    [InlineData(true, "normal_clearing")]
    public async Task HangUp_ByTheCaller_IsPutDownToTheCaller(bool answered, string cause)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = answered ? await telnyx.AnsweredCallAsync() : await telnyx.PlaceCallAsync();

        await caller.HangUpAsync(Token);

        var hangup = await telnyx.SingleAsync("call.hangup");
        hangup.Text("hangup_cause").Should().Be(cause);
        hangup.Text("hangup_source").Should().Be("caller");
    }

    [Fact]
    public async Task ClientState_OfEachCommand_IsEchoedFromThenOn()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "answer", """{"client_state":"QQ=="}""");
        await telnyx.DoAsync(caller.SessionId, "client_state_update", """{"client_state":"Qg=="}""");
        await caller.PressAsync("1", Token);
        await telnyx.CommandAsync(caller.SessionId, "fork_stop", """{"client_state":"Qw=="}""");
        await caller.HangUpAsync(Token);

        (await telnyx.WebhooksAsync()).Select(webhook => webhook.Text("client_state")).Should().Equal(null, "QQ==", "Qg==", "Qg==");
    }

    [Fact]
    public async Task FirstCommandTimeout_NoCommand_EndsTheCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(new TelnyxEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(),
            FirstCommandTimeout = TimeSpan.FromSeconds(30),
        });
        var silent = await telnyx.PlaceCallAsync();
        var served = await telnyx.AnsweredCallAsync();

        telnyx.Advance(29_999);
        silent.HasEnded.Should().BeFalse();
        telnyx.Advance(1);

        silent.HangupCause.Should().Be("timeout");
        served.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task CallCost_SwitchedOn_FollowsTheHangup()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), CallCostInWebhooks = true });
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Advance(59_500);

        await caller.HangUpAsync(Token);

        (await telnyx.EventsAsync()).Should().EndWith(["call.hangup", "call.cost"]);
        var cost = await telnyx.SingleAsync("call.cost");
        cost.Number("billed_duration_secs").Should().Be(60);
        cost.Text("total_cost").Should().Be("0.0060");
    }

    [Fact]
    public async Task Retrieve_WithinTenMinutesOfTheEnd_DescribesTheCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var path = $"/calls/{Uri.EscapeDataString(caller.SessionId)}";
        telnyx.Advance(7000);

        var alive = (await telnyx.SendAsync(HttpMethod.Get, path)).Data;
        alive.GetProperty("is_alive").GetBoolean().Should().BeTrue();
        alive.GetProperty("record_type").GetString().Should().Be("call");
        alive.GetProperty("call_duration").GetInt32().Should().Be(7);
        await caller.HangUpAsync(Token);
        telnyx.Advance(600_000);
        var ended = await telnyx.SendAsync(HttpMethod.Get, path);
        ended.Data.GetProperty("is_alive").GetBoolean().Should().BeFalse();
        ended.Data.GetProperty("end_time").GetString().Should().Be("2026-01-01T00:00:07.000000Z");
        telnyx.Advance(1);

        (await telnyx.SendAsync(HttpMethod.Get, path)).Code.Should().Be("90015");
    }

    [Fact]
    public async Task ActiveCalls_MoreThanAPage_AreReadByCursors()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add((await telnyx.PlaceCallAsync()).SessionId);
        await telnyx.DoAsync(ids[1], "hangup");
        var path = $"/connections/{telnyx.Options.ConnectionId}/active_calls";

        var first = (await telnyx.SendAsync(HttpMethod.Get, $"{path}?page[limit]=3")).Json;
        Ids(first).Should().Equal(ids[0], ids[2], ids[3]);
        first.GetProperty("meta").GetProperty("total_items").GetInt32().Should().Be(4);
        var after = first.GetProperty("meta").GetProperty("cursors").GetProperty("after").GetString();
        var second = (await telnyx.SendAsync(HttpMethod.Get, $"{path}?page[limit]=3&page[after]={after}")).Json;
        Ids(second).Should().Equal(ids[4]);
        second.GetProperty("meta").TryGetProperty("next", out _).Should().BeFalse();
        var before = second.GetProperty("meta").GetProperty("cursors").GetProperty("before").GetString();
        var back = (await telnyx.SendAsync(HttpMethod.Get, $"{path}?page[limit]=2&page[before]={before}")).Json;
        Ids(back).Should().Equal(ids[2], ids[3]);

        (await telnyx.SendAsync(HttpMethod.Get, "/connections/1/active_calls")).Status.Should().Be(404);
        (await telnyx.SendAsync(HttpMethod.Get, $"{path}?page[limit]=0")).Code.Should().Be("10033");
    }

    private static IEnumerable<string?> Ids(JsonElement page) =>
        page.GetProperty("data").EnumerateArray().Select(call => call.GetProperty("call_control_id").GetString());
}
