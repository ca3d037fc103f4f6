namespace CallControl.Testing.Tests.Callr;

public sealed class ConferenceTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Conference_OfTwoCalls_LetsThemHearEachOther()
    {
        await using var callr = await CallrHarness.StartAsync();
        var (first, second) = await TwoAsync(callr, autoLeave: false);

        await first.PressAsync("4", Token);

        (first.HeardDigits, second.HeardDigits).Should().Be(("", "4"));
    }

    [Fact]
    public async Task Star_OfOne_LeavesAndTheOtherStays()
    {
        await using var callr = await CallrHarness.StartAsync();
        var (first, second) = await TwoAsync(callr, autoLeave: false);

        await first.PressAsync("*", Token);

        (await callr.ReportAsync(first, "conference")).Result.Should().Be("\"LEFT_CONFERENCE\"");
        second.HasEnded.Should().BeFalse();
        callr.Server.All.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("conference")]
    [InlineData("simple_conference")]
    public async Task AutoLeave_WhenOneHangsUp_FreesTheOther(string command)
    {
        await using var callr = await CallrHarness.StartAsync();
        var (first, second) = await TwoAsync(callr, autoLeave: true, command);

        await first.HangUpAsync(Token);

        var ended = await callr.ReportAsync(first, command);
        (ended.Status, ended.Result).Should().Be(("HANGUP", "\"\""));
        var freed = await callr.ReportAsync(second, command);
        (freed.Status, freed.Result).Should().Be(("UP", "\"LAST_PARTICIPANT\""));
    }

    [Fact]
    public async Task AutoLeave_OfTheFirstToCome_DoesNotApply()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "simple_conference", """{"id":"room","auto_leave_when_alone":true}""");

        callr.Advance(60_000);
        await callr.Emulator.WaitForIdleAsync(Token);

        callr.Server.All.Should().HaveCount(2);
    }

    [Fact]
    public async Task Media_OfARoom_IsHeardWhenItShould()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(1, TimeSpan.FromSeconds(1));
        var (first, second) = (await callr.AnsweredCallAsync(), await callr.AnsweredCallAsync());
        var media = Conference(autoLeave: true).Replace(":0", ":1", StringComparison.Ordinal);
        (await callr.NextAsync(first)).Reply("conference", 1, media);
        await first.WaitForPlaybackAsync(Token);
        callr.Advance(1000);
        await first.WaitForPlaybackAsync(Token);

        (await callr.NextAsync(second)).Reply("conference", 1, media);
        await second.WaitForPlaybackAsync(Token);
        callr.Advance(1000);
        await first.WaitForPlaybackAsync(Token);
        await second.PressAsync("*", Token);
        await first.WaitForPlaybackAsync(Token);
        await first.WaitForPlaybackAsync(Token);

        (await callr.ReportAsync(second, "conference")).Result.Should().Be("\"LEFT_CONFERENCE\"");
        callr.Server.All.Should().HaveCount(5);
        callr.Advance(1000);
        (await callr.ReportAsync(first, "conference")).Result.Should().Be("\"LAST_PARTICIPANT\"");
    }

    [Fact]
    public async Task CloseConference_ByAnOperator_FreesEverybody()
    {
        await using var callr = await CallrHarness.StartAsync();
        var (first, second) = await TwoAsync(callr, autoLeave: true);

        callr.Emulator.CloseConference("room").Should().BeTrue();

        (await callr.ReportAsync(first, "conference")).Result.Should().Be("\"CONFERENCE_CLOSED\"");
        (await callr.ReportAsync(second, "conference")).Result.Should().Be("\"CONFERENCE_CLOSED\"");
        callr.Emulator.CloseConference("room").Should().BeFalse();
    }

    [Fact]
    public async Task Pin_Right_OpensTheRoom()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "conference", Conference(autoLeave: false, pin: "1234"));
        await caller.WaitForPromptAsync(Token);

        await caller.PressAsync("99#", Token);
        await caller.WaitForPromptAsync(Token);
        await caller.PressAsync("1234#", Token);

        callr.Emulator.CloseConference("room").Should().BeTrue();
        (await callr.ReportAsync(caller, "conference")).Result.Should().Be("\"CONFERENCE_CLOSED\"");
    }

    [Fact]
    public async Task Pin_WrongEachTime_IsAnError()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "conference", Conference(autoLeave: false, pin: "1234"));

        await caller.PressAsync("1#2#", Token);
        callr.Server.All.Should().HaveCount(2);
        await caller.PressAsync("3#", Token);

        (await callr.ReportAsync(caller, "conference")).Result.Should().Be("\"PIN_ERROR\"");
        callr.Emulator.CloseConference("room").Should().BeFalse();
    }

    [Fact]
    public async Task Pin_NotEntered_TimesOutAfterTheLastTry()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "conference", Conference(autoLeave: false, pin: "1234"));

        callr.Advance(14_999);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "conference")).Result.Should().Be("\"PIN_TIMEOUT\"");
    }

    [Fact]
    public async Task Pin_FromEachKey_WaitsAnew()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "conference", Conference(autoLeave: false, pin: "12"));
        await caller.PressAsync("1", Token);
        callr.Advance(4999);
        await caller.PressAsync("2", Token);

        callr.Advance(4999);
        callr.Emulator.CloseConference("room").Should().BeFalse();
        callr.Advance(1);

        callr.Emulator.CloseConference("room").Should().BeTrue();
    }

    private static string Conference(bool autoLeave, string pin = "") => $$"""
        {"id":"room","auto_leave_when_alone":{{(autoLeave ? "true" : "false")}},"auto_leave_announce":0,"user_join":0,"user_leave":0,"waiting":0,
         "welcome":0,"pin_prompt":0,"pin_error":0,"pin_valid":0,"pin_code":"{{pin}}","pin_max_tries":3,"pin_wait":5}
        """;

    private static async Task<(EmulatedCaller First, EmulatedCaller Second)> TwoAsync(
        CallrHarness callr, bool autoLeave, string command = "conference")
    {
        var parameters = command is "conference"
            ? Conference(autoLeave)
            : $$"""{"id":"room","auto_leave_when_alone":{{(autoLeave ? "true" : "false")}}}""";
        var (first, second) = (await callr.AnsweredCallAsync(), await callr.AnsweredCallAsync());
        (await callr.NextAsync(first)).Reply(command, 1, parameters);
        await callr.DoAsync(second, command, parameters);
        return (first, second);
    }
}
