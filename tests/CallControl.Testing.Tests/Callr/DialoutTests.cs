namespace CallControl.Testing.Tests.Callr;

public sealed class DialoutTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Dialout_ToManyTargets_CallsOneAfterTheOther()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Set("+15550100010", CalleeBehavior.NoAnswer);
        callr.Emulator.Callees.Set("+15550100011", CalleeBehavior.Busy);
        callr.Emulator.Callees.Set("+15550100012", CalleeBehavior.Reject);
        callr.Emulator.RefuseDials("+15550100013", CallrEmulatorRefusal.Congestion);
        var caller = await callr.AnsweredCallAsync();
        await DialAsync(callr, caller, "+15550100010", "+15550100011", "+15550100012", "+15550100013", "+15550100014");
        var first = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        first.To.Should().Be("+15550100010");

        callr.Advance(10_000);
        (first.HangupCause, first.IsAnswered).Should().Be(("NOANSWER", false));
        callr.Advance(80);

        var last = await callr.Emulator.WaitForDialAsync("+15550100014", Token);
        last.IsAnswered.Should().BeTrue();
        last.From.Should().Be("+15550100002");
        caller.HasEnded.Should().BeFalse();
        callr.Server.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task Dialout_NobodyAnswers_LeavesTheCallUp()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = CalleeBehavior.Busy;
        var caller = await callr.AnsweredCallAsync();

        await DialAsync(callr, caller, "+15550100010", "+15550100011");
        callr.Advance(40);

        var post = await callr.ReportAsync(caller, "dialout");
        (post.Status, post.Result).Should().Be(("UP", "\"NOANSWER\""));
        caller.HasEnded.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Dialout_Answered_EndsBothWhenOneHangsUp(bool calleeHangsUp)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await DialAsync(callr, caller, "+15550100010");
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(20);
        await callee.PressAsync("5", Token);
        await caller.PressAsync("6", Token);
        (caller.HeardDigits, callee.HeardDigits).Should().Be(("5", "6"));

        await (calleeHangsUp ? callee.HangUpAsync(Token) : caller.HangUpAsync(Token));

        (caller.HasEnded, callee.HasEnded).Should().Be((true, true));
        var last = await callr.ReportAsync(caller, "dialout");
        (last.Status, last.Result, last.Error).Should().Be(("HANGUP", "\"\"", ""));
    }

    [Fact]
    public async Task Whisper_ToTheCallee_IsHeardByNobodyElse()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await DialAsync(callr, caller, ["+15550100010"], whisper: "\"TTS|TTS_EN-GB_SERENA|A customer\"");
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(20);

        await callee.WaitForPlaybackAsync(Token);
        await callee.PressAsync("1", Token);
        callr.Advance(200);
        await callee.PressAsync("2", Token);

        caller.HeardDigits.Should().Be("2");
        await caller.HangUpAsync(Token);
        await caller.Invoking(party => party.WaitForPlaybackAsync(Token)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task HangUp_WhileItRings_EndsTheCalleeToo()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Callees.Default = CalleeBehavior.Manual;
        var caller = await callr.AnsweredCallAsync();
        await DialAsync(callr, caller, "+15550100010", "+15550100011");
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);

        await caller.HangUpAsync(Token);

        callee.HasEnded.Should().BeTrue();
        (await callr.ReportAsync(caller, "dialout")).Status.Should().Be("HANGUP");
    }

    [Fact]
    public async Task RealtimeBreak_OfATalk_FreesTheCaller()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await DialAsync(callr, caller, "+15550100010");
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(20);

        await callr.RpcAsync("calls.realtime_break", $"[{caller.SessionId}]");

        (await callr.ReportAsync(caller, "dialout")).Status.Should().Be("UP");
        (caller.HasEnded, callee.HasEnded).Should().Be((false, true));
    }

    private static Task DialAsync(CallrHarness callr, EmulatedParty caller, params string[] numbers) =>
        DialAsync(callr, caller, numbers, whisper: "0");

    private static Task DialAsync(CallrHarness callr, EmulatedParty caller, string[] numbers, string whisper)
    {
        var targets = string.Join(',', numbers.Select(number => $$"""{"number":"{{number}}","timeout":10}"""));
        return callr.DoAsync(caller, "dialout", $$"""
            {"targets":[{{targets}}],"cli":"+15550100002","ringtone":"MUSIC","whisper":{{whisper}},"cdr_field":""}
            """);
    }
}
