namespace CallControl.Testing.Tests.SessionGateway;

public sealed class HangupTests
{
    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("{}", "completed")]
    [InlineData("""{"cause":"NORMAL_CLEARING"}""", "completed")]
    [InlineData("""{"cause":"USER_BUSY"}""", "busy")]
    [InlineData("""{"cause":"CALL_REJECTED"}""", "rejected")]
    [InlineData("""{"cause":"NO_ANSWER"}""", "no_answer")]
    [InlineData("""{"cause":"NO_USER_RESPONSE"}""", "no_answer")]
    [InlineData("""{"cause":"UNALLOCATED_NUMBER"}""", "unavailable")]
    public async Task Hangup_Cause_IsReportedInTheSanitizedWords(string body, string cause)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "hangup", body);

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "call.hangup");
        (await gateway.SingleAsync("call.hangup")).Text("hangup_cause").Should().Be(cause);
        caller.HasEnded.Should().BeTrue();
        caller.HangupCause.Should().Be(cause);
    }

    [Fact]
    public async Task Disconnect_Accepted_ReportsAndEndsTheCall()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "disconnect", """{"command_uid":"d1"}""");

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "call.hangup");
        (await gateway.ResultsAsync("d1")).Should().Equal(true);
    }

    [Theory]
    [InlineData(true, "completed")]
    [InlineData(false, "no_answer")]
    public async Task HangUp_ByTheCaller_RaisesHangupOnce(bool answered, string cause)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        if (answered)
            await gateway.DoAsync(caller, "answer");

        await caller.HangUpAsync(Token);
        await caller.HangUpAsync(Token);

        (await gateway.SingleAsync("call.hangup")).Text("hangup_cause").Should().Be(cause);
    }

    [Fact]
    public async Task Command_AfterHangup_Is404AndRaisesNothing()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "hangup");

        (await gateway.CommandAsync(caller, "hangup")).Status.Should().Be(404);

        (await gateway.EventsAsync()).Should().EndWith("call.hangup");
    }

    [Fact]
    public async Task End_WithEverythingGoingOn_ReportsHangupLastAndLeavesNoTimer()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var room = await gateway.CreateRoomAsync();
        await gateway.DoAsync(caller, "conference/join", $$"""{"room_id":"{{room}}"}""");
        await gateway.DoAsync(caller, "record/start");
        await gateway.DoAsync(caller, "playback/start", """{"urls":["https://cdn.example.com/a.wav"]}""");
        gateway.Advance(10);

        await caller.HangUpAsync(Token);
        gateway.Clock.PendingTimers.Should().Be(0);
        gateway.Advance(60_000);

        var story = (await gateway.WebhooksAsync()).Where(webhook => webhook.Session == caller.SessionId);
        story.Select(webhook => webhook.Event).Should().Equal(
            "call.new", "command.result", "conference.member.joined", "command.result", "playback.started",
            "playback.stopped", "command.result", "conference.member.left", "call.hangup");
    }
}
