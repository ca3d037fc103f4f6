namespace CallControl.Testing.Tests.Telnyx;

public sealed class BridgeTests
{
    private const string Target = "+15550100003";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Dial_PersonAnswers_GoesFromBridgingToAnswered()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var answer = await telnyx.TryDialAsync($"\"to\":\"{Target}\",\"client_state\":\"QQ==\"");
        answer.Status.Should().Be(200);
        var id = answer.Data.GetProperty("call_control_id").GetString()!;
        answer.Data.GetProperty("is_alive").GetBoolean().Should().BeFalse();
        answer.Data.GetProperty("record_type").GetString().Should().Be("call");
        var initiated = await telnyx.SingleAsync("call.initiated");
        initiated.Text("direction").Should().Be("outgoing");
        initiated.Text("state").Should().Be("bridging");
        initiated.Text("to").Should().Be(Target);
        initiated.Text("client_state").Should().Be("QQ==");
        telnyx.Advance(20);

        (await telnyx.EventsAsync(id)).Should().Equal("call.initiated", "call.answered");
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, 20, "user_busy", "486")]
    [InlineData(CalleeBehavior.Reject, 20, "call_rejected", "603")]
    [InlineData(CalleeBehavior.NoAnswer, 30_000, "timeout", "unspecified")]
    public async Task Dial_NobodyToTalkTo_EndsWithItsCause(CalleeBehavior behavior, double milliseconds, string cause, string sip)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Callees.Set(Target, behavior);
        await telnyx.TryDialAsync($"\"to\":\"{Target}\"");

        telnyx.Advance(milliseconds - 1);
        (await telnyx.EventsAsync()).Should().Equal("call.initiated");
        telnyx.Advance(1);

        var hangup = await telnyx.SingleAsync("call.hangup");
        hangup.Text("hangup_cause").Should().Be(cause);
        hangup.Text("sip_hangup_cause").Should().Be(sip);
    }

    [Fact]
    public async Task Dial_Manual_DoesWhatTheTestSays()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var first = await telnyx.DialAsync();
        await first.RejectAsync(busy: true, Token);
        first.HangupCause.Should().Be("user_busy");
        var second = await telnyx.DialAsync(to: "+15550100004");
        await second.AnswerAsync(Token);
        await second.PressAsync("5", Token);
        await second.HangUpAsync(Token);

        second.To.Should().Be("+15550100004");
        (await telnyx.EventsAsync(second.SessionId)).Should().Equal("call.initiated", "call.answered", "call.dtmf.received", "call.hangup");
        (await telnyx.SingleAsync("call.hangup", second.SessionId)).Text("hangup_source").Should().Be("callee");
    }

    [Fact]
    public async Task Dial_TimeLimit_EndsTheAnsweredCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        await telnyx.TryDialAsync($"\"to\":\"{Target}\",\"time_limit_secs\":60");

        telnyx.Advance(20 + 59_999);
        (await telnyx.EventsAsync()).Should().NotContain("call.hangup");
        telnyx.Advance(1);

        (await telnyx.SingleAsync("call.hangup")).Text("hangup_cause").Should().Be("time_limit");
    }

    [Theory]
    [InlineData("\"send_digits_on_answer\":\"1w2\"", "")]
    [InlineData("\"privacy\":\"none\"", ",1W2")]
    public async Task Dial_DigitsOnAnswer_AreHeard(string field, string suffix)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        await telnyx.TryDialAsync($"\"to\":\"{Target}{suffix}\",{field}");
        var callee = await telnyx.Emulator.WaitForDialAsync(Target, Token);

        telnyx.Advance(20);

        callee.HeardDigits.Should().Be("12");
    }

    [Theory]
    [InlineData(CalleeBehavior.Machine, "detect", "call.machine.detection.ended machine")]
    [InlineData(CalleeBehavior.Answer, "detect_beep", "call.machine.detection.ended human")]
    [InlineData(CalleeBehavior.Machine, "detect_beep", "call.machine.detection.ended machine", "call.machine.greeting.ended beep_detected")]
    [InlineData(CalleeBehavior.Machine, "greeting_end", "call.machine.detection.ended machine", "call.machine.greeting.ended ended")]
    [InlineData(CalleeBehavior.Answer, "premium", "call.machine.premium.detection.ended human_residence")]
    [InlineData(CalleeBehavior.Machine, "premium",
        "call.machine.premium.detection.ended machine", "call.machine.premium.greeting.ended beep_detected")]
    [InlineData(CalleeBehavior.Machine, "disabled")]
    public async Task Dial_MachineDetection_ReportsWhoAnswered(CalleeBehavior behavior, string mode, params string[] expected)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Callees.Set(Target, behavior);
        await telnyx.TryDialAsync($"\"to\":\"{Target}\",\"answering_machine_detection\":\"{mode}\"");

        telnyx.Advance(20 + 50 + 50);

        (await telnyx.WebhooksAsync()).Where(webhook => webhook.Event.StartsWith("call.machine", StringComparison.Ordinal))
            .Select(webhook => $"{webhook.Event} {webhook.Text("result")}").Should().Equal(expected);
    }

    [Fact]
    public async Task Bridge_TwoAnsweredCalls_IsToldToBothAndEndsTogether()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);

        await BridgeAsync(telnyx, caller, callee);
        (await telnyx.AllAsync("call.bridged")).Select(webhook => webhook.Text("call_control_id"))
            .Should().BeEquivalentTo(caller.SessionId, callee.SessionId);
        await callee.HangUpAsync(Token);

        caller.HasEnded.Should().BeTrue();
        (await telnyx.EventsAsync(caller.SessionId)).Should().Equal("call.initiated", "call.answered", "call.bridged", "call.hangup");
    }

    [Fact]
    public async Task Bridge_ParkAfterUnbridge_KeepsTheLegThatAsked()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee, ",\"park_after_unbridge\":\"self\"");

        await callee.HangUpAsync(Token);

        caller.HasEnded.Should().BeFalse();
        await telnyx.DoAsync(caller.SessionId, "playback_start", $$"""{"audio_url":"{{TelnyxHarness.File}}"}""");
    }

    [Fact]
    public async Task Bridge_ParkAfterUnbridge_DoesNotKeepTheOtherLeg()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee, ",\"park_after_unbridge\":\"self\"");

        await caller.HangUpAsync(Token);

        callee.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task Bridge_HoldAfterUnbridge_HoldsTheLegThatAsked()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee, ",\"hold_after_unbridge\":true");

        await callee.HangUpAsync(Token);

        caller.HasEnded.Should().BeFalse();
        (await telnyx.EventsAsync(caller.SessionId)).Should().EndWith("call.hold");
    }

    [Fact]
    public async Task Bridge_UnansweredTarget_WaitsForIt()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();

        await BridgeAsync(telnyx, caller, callee);
        (await telnyx.EventsAsync()).Should().NotContain("call.bridged");
        await callee.AnswerAsync(Token);

        (await telnyx.AllAsync("call.bridged")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Bridge_TheSamePairAgain_ChangesNothing()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee);

        await BridgeAsync(telnyx, callee, caller);

        (await telnyx.AllAsync("call.bridged")).Should().HaveCount(2);
        callee.HasEnded.Should().BeFalse();
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Bridge_PreventDoubleBridge_IsRefused()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee);
        var other = await telnyx.AnsweredCallAsync();

        var refused = await telnyx.CommandAsync(
            other.SessionId, "bridge", $$"""{"call_control_id":"{{callee.SessionId}}","prevent_double_bridge":true}""");
        refused.Code.Should().Be("90102");
        await BridgeAsync(telnyx, other, callee);

        caller.HasEnded.Should().BeTrue();
        callee.HasEnded.Should().BeFalse();
    }

    [Theory]
    [InlineData("", "7", 1)]
    [InlineData(",\"mute_dtmf\":\"self\"", "", 1)]
    [InlineData(",\"mute_dtmf\":\"opposite\"", "7", 1)]
    [InlineData(",\"mute_dtmf\":\"both\"", "", 1)]
    public async Task Press_WhileBridged_IsHeardByTheOtherSideUnlessMuted(string terms, string heard, int events)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee, terms);

        await caller.PressAsync("7", Token);

        callee.HeardDigits.Should().Be(heard);
        (await telnyx.AllAsync("call.dtmf.received")).Should().HaveCount(events);
    }

    [Fact]
    public async Task SendDtmf_IntoABridgedLeg_IsHeardThereOnly()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync();
        await callee.AnswerAsync(Token);
        await BridgeAsync(telnyx, caller, callee);

        await telnyx.DoAsync(caller.SessionId, "send_dtmf", """{"digits":"1w2W#"}""");

        caller.HeardDigits.Should().Be("12#");
        callee.HeardDigits.Should().BeEmpty();
        (await telnyx.EventsAsync()).Should().NotContain("call.dtmf.received");
    }

    [Fact]
    public async Task Transfer_TargetAnswers_BridgesANewLegOfTheSameSession()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(
            caller.SessionId, "transfer", $$"""{"to":"{{Target}}","client_state":"QQ==","target_leg_client_state":"Qg=="}""");
        telnyx.Advance(20);

        var callee = await telnyx.Emulator.WaitForDialAsync(Target, Token);
        callee.From.Should().Be(caller.To);
        (await telnyx.EventsAsync(callee.SessionId)).Should().Equal("call.initiated", "call.answered", "call.bridged");
        (await telnyx.EventsAsync(caller.SessionId)).Should().Equal("call.initiated", "call.answered", "call.bridged");
        var sessions = (await telnyx.WebhooksAsync()).Select(webhook => webhook.Text("call_session_id")).Distinct();
        sessions.Should().ContainSingle();
        (await telnyx.SingleAsync("call.bridged", caller.SessionId)).Text("client_state").Should().Be("QQ==");
        (await telnyx.SingleAsync("call.bridged", callee.SessionId)).Text("client_state").Should().Be("Qg==");

        await caller.HangUpAsync(Token);
        callee.HangupCause.Should().Be("normal_clearing");
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "user_busy")]
    [InlineData(CalleeBehavior.NoAnswer, "timeout")]
    public async Task Transfer_TargetDoesNotAnswer_LeavesTheFirstLeg(CalleeBehavior behavior, string cause)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Callees.Set(Target, behavior);
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "transfer", $$"""{"to":"{{Target}}","timeout_secs":5}""");
        telnyx.Advance(5000);

        var hangup = await telnyx.SingleAsync("call.hangup");
        hangup.Text("hangup_cause").Should().Be(cause);
        hangup.Text("to").Should().Be(Target);
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Transfer_CallerGivesUp_EndsTheRingingLeg()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        telnyx.Emulator.Callees.Set(Target, CalleeBehavior.Manual);
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "transfer", $$"""{"to":"{{Target}}"}""");
        var callee = await telnyx.Emulator.WaitForDialAsync(Target, Token);

        await caller.HangUpAsync(Token);

        callee.HangupCause.Should().Be("originator_cancel");
    }

    [Fact]
    public async Task Transfer_UnansweredCall_IsAnsweredByTheBridge()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "transfer", $$"""{"to":"{{Target}}"}""");
        telnyx.Advance(20);

        (await telnyx.EventsAsync(caller.SessionId)).Should().Equal("call.initiated", "call.answered", "call.bridged");
    }

    [Fact]
    public async Task Dial_BridgeOnAnswer_BridgesWithTheLinkedCall()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var callee = await telnyx.DialAsync($",\"link_to\":\"{caller.SessionId}\",\"bridge_on_answer\":true");

        await callee.AnswerAsync(Token);

        (await telnyx.AllAsync("call.bridged")).Should().HaveCount(2);
        (await telnyx.WebhooksAsync()).Select(webhook => webhook.Text("call_session_id")).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Bridge_Queue_TakesItsHead()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var first = await telnyx.AnsweredCallAsync();
        var second = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(first.SessionId, "enqueue", """{"queue_name":"support"}""");
        await telnyx.DoAsync(second.SessionId, "enqueue", """{"queue_name":"support"}""");
        var agent = await telnyx.AnsweredCallAsync();
        telnyx.Advance(3000);

        await telnyx.DoAsync(agent.SessionId, "bridge", """{"queue":"support"}""");

        var dequeued = await telnyx.SingleAsync("call.dequeued");
        dequeued.Text("call_control_id").Should().Be(first.SessionId);
        dequeued.Text("reason").Should().Be("bridged");
        dequeued.Number("wait_time_secs").Should().Be(3);
        dequeued.Number("queue_position").Should().Be(1);
        (await telnyx.AllAsync("call.bridged")).Select(webhook => webhook.Text("call_control_id"))
            .Should().BeEquivalentTo(first.SessionId, agent.SessionId);
    }

    private static async Task BridgeAsync(TelnyxHarness telnyx, EmulatedParty one, EmulatedParty other, string terms = "") =>
        await telnyx.DoAsync(one.SessionId, "bridge", $$"""{"call_control_id":"{{other.SessionId}}"{{terms}}}""");
}
