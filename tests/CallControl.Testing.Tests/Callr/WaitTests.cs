namespace CallControl.Testing.Tests.Callr;

public sealed class WaitTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task SendDtmf_OfManyKeys_IsHeardOneByOne()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "send_dtmf", """{"digits":"1*#","duration_ms":200,"timeout_ms":300}""");

        caller.HeardDigits.Should().Be("1");
        callr.Advance(500);
        caller.HeardDigits.Should().Be("1*");
        callr.Advance(699);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "send_dtmf")).Result.Should().Be("0");
        caller.HeardDigits.Should().Be("1*#");
    }

    [Fact]
    public async Task WaitForSilence_WhileSomebodyTalks_WaitsOn()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "wait_for_silence", """{"silence_ms":1000,"iterations":2,"timeout":0}""");

        callr.Advance(1500);
        await caller.SayAsync("One moment.", Token);
        callr.Advance(1599);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "wait_for_silence")).Result.Should().Be("\"SILENCE\"");
    }

    [Fact]
    public async Task WaitForSilence_TooLong_TimesOut()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "wait_for_silence", """{"silence_ms":5000,"iterations":1,"timeout":4}""");

        callr.Advance(4000);

        (await callr.ReportAsync(caller, "wait_for_silence")).Result.Should().Be("\"TIMEOUT\"");
    }

    [Fact]
    public async Task HangupCallId_OfAnotherCall_EndsIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        var (first, second) = (await callr.AnsweredCallAsync(), await callr.AnsweredCallAsync());
        (await callr.NextAsync(first)).Reply("wait", 1, """{"wait":30}""");

        (await callr.NextAsync(second)).Reply("hangup_callid", 2, $$"""{"callid":{{first.SessionId}}}""");

        var ended = await callr.ReportAsync(first, "wait");
        (ended.Status, ended.Id).Should().Be(("HANGUP", "1"));
        var report = await callr.ReportAsync(second, "hangup_callid");
        (report.Status, report.Result, report.Error).Should().Be(("UP", "\"\"", ""));
        second.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task HangupCallId_OfNoCall_IsAnError()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Reply("hangup_callid", 2, """{"callid":18446744073709551615}""");

        (await callr.ReportAsync(caller, "hangup_callid")).Error.Should().Be("PROPERTY_VALUE_ERROR [callid]");
    }

    [Fact]
    public async Task RealtimeBreak_OfACommand_EndsItWithoutAResult()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", """{"media_id":0,"max_digits":5,"attempts":1,"timeout_ms":5000}""");
        await caller.PressAsync("12", Token);

        (await callr.RpcAsync("calls.realtime_break", $"[{caller.SessionId}]")).GetBoolean().Should().BeTrue();

        var post = await callr.ReportAsync(caller, "read");
        (post.Status, post.Result, post.Error).Should().Be(("UP", "\"\"", ""));
        (await callr.RpcAsync("calls.realtime_break", $"[{caller.SessionId},{{}}]")).GetBoolean().Should().BeFalse();
    }
}
