namespace CallControl.Testing.Tests.Callr;

public sealed class OutboundTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Realtime_Answered_PostsUpWithItsRequest()
    {
        await using var callr = await CallrHarness.StartAsync();

        var request = await StartAsync(callr, """{"cli":"+15550100002","cdr_field":"order42"}""");
        var callee = await callr.Emulator.WaitForDialAsync("+15550100009", Token);
        callr.Server.All.Should().BeEmpty();
        callr.Advance(20);

        var post = await callr.NextAsync(callee);
        (post.Status, post.Command, post.Id, post.Result).Should().Be(("UP", "", "0", "\"\""));
        var json = post.Json;
        json.GetProperty("request_hash").GetString().Should().Be(request).And.MatchRegex("^[A-Z0-9]{8}$");
        json.GetProperty("cli_number").GetString().Should().Be("+15550100002");
        json.GetProperty("number").GetString().Should().Be("+15550100009");
        json.GetProperty("cdr_field").GetString().Should().Be("order42");
        (callee.IsAnswered, callee.From).Should().Be((true, "+15550100002"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"cli":"BLOCKED","cdr_field":""}""")]
    public async Task Realtime_WithoutANumberToShow_HasNone(string options)
    {
        await using var callr = await CallrHarness.StartAsync();

        await StartAsync(callr, options);
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(20);

        (await callr.NextAsync(callee)).Json.GetProperty("cli_number").GetString().Should().BeEmpty();
    }

    [Theory]
    [InlineData(CalleeBehavior.NoAnswer, "NOANSWER", 30_000)]
    [InlineData(CalleeBehavior.Busy, "BUSY", 20)]
    [InlineData(CalleeBehavior.Reject, "BUSY", 20)]
    public async Task Realtime_NotAnswered_PostsOnce(CalleeBehavior behavior, string status, int after)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = behavior;
        await StartAsync(callr);
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(after - 1);
        callee.HasEnded.Should().BeFalse();

        callr.Advance(1);

        await ExpectOnlyAsync(callr, callee.SessionId, status);
        callee.HangupCause.Should().Be(status);
    }

    [Theory]
    [InlineData(CallrEmulatorRefusal.Congestion, "CONGESTION")]
    [InlineData(CallrEmulatorRefusal.Rejected, "REJECTED")]
    public async Task Realtime_Refused_PostsOnceWithoutRinging(CallrEmulatorRefusal refusal, string status)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.RefuseDials("+15550100009", refusal);
        var ringing = callr.Emulator.WaitForDialAsync(cancellationToken: Token);

        await StartAsync(callr);
        callr.Advance(20);

        await ExpectOnlyAsync(callr, "421889", status);
        ringing.IsCompleted.Should().BeFalse();
        callr.Emulator.RefuseDials("+15550100009", null);
        await StartAsync(callr);
        await ringing;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Callee_ByHand_AnswersOrRefuses(bool answers)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = CalleeBehavior.Manual;
        await StartAsync(callr);
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);

        await (answers ? callee.AnswerAsync(Token) : callee.RejectAsync(busy: true, Token));

        (await callr.NextAsync(callee)).Status.Should().Be(answers ? "UP" : "BUSY");
    }

    [Fact]
    public async Task Hangup_OfALiveCall_EndsIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "wait", """{"wait":30}""");

        (await callr.RpcAsync("calls.hangup", $"[{caller.SessionId},{{}}]")).GetBoolean().Should().BeTrue();

        var last = await callr.ReportAsync(caller, "wait");
        (last.Status, last.Result).Should().Be(("HANGUP", "\"\""));
        (await callr.RpcAsync("calls.hangup", $"[{caller.SessionId},{{}}]")).GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Hangup_OfARingingCall_EndsIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = CalleeBehavior.NoAnswer;
        await StartAsync(callr);
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);

        await callr.RpcAsync("calls.hangup", $"[{callee.SessionId},{{}}]");

        await ExpectOnlyAsync(callr, callee.SessionId, "HANGUP");
    }

    [Fact]
    public async Task Broadcast_Answered_PlaysAndHangsUp()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(1));
        var request = (await callr.RpcAsync("calls.broadcast_1", """
            [{"number":"+15550100009","timeout":30},[42,"TTS|TTS_EN-GB_SERENA|Bye"],{"cli":"BLOCKED","cdr_field":"","loop":2}]
            """)).GetString();
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        (await StatusAsync()).Should().Be("RINGING");
        callr.Advance(20);
        (await StatusAsync()).Should().Be("UP");

        callr.Advance(2399);
        callee.HasEnded.Should().BeFalse();
        callr.Advance(1);

        callee.HasEnded.Should().BeTrue();
        (await StatusAsync()).Should().Be("HANGUP");
        callr.Server.All.Should().BeEmpty();

        async Task<string?> StatusAsync() => (await callr.RpcAsync("calls.get_status_1", $"[\"{request}\"]")).GetString();
    }

    private static async Task<string> StartAsync(CallrHarness callr, string options = "null") => (await callr.RpcAsync(
        "calls.realtime", $$"""["{{callr.Emulator.App}}",{"number":"+15550100009","timeout":30},{{options}}]""")).GetString()!;

    private static async Task ExpectOnlyAsync(CallrHarness callr, string callId, string status)
    {
        var post = await callr.Server.NextAsync(callId);
        (post.Status, post.Command, post.Id, post.Error).Should().Be((status, "", "0", ""));
        post.Json.GetProperty("request_hash").GetString().Should().NotBeNullOrEmpty();
        post.Reply("play", 1, """{"media_id":0}""");
        await callr.Emulator.WaitForIdleAsync(Token);
        callr.Server.All.Should().ContainSingle();
        callr.Emulator.ScriptErrors.Should().BeEmpty();
    }
}
