namespace CallControl.Testing.Tests.Callr;

public sealed class PlayTests
{
    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("42")]
    [InlineData("\"42\"")]
    public async Task Play_OfTheLibrary_TakesItsTime(string media)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(3));
        var caller = await callr.AnsweredCallAsync();

        await callr.DoAsync(caller, "play", $$"""{"media_id":{{media}}}""");
        await caller.WaitForPlaybackAsync(Token);
        callr.Advance(2999);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "play")).Result.Should().Be("\"0\"");
    }

    [Fact]
    public async Task Play_OfWhatIsNotThere_IsAResultAndNoError()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Reply("play", 1, """{"media_id":4711}""");

        var post = await callr.ReportAsync(caller, "play");
        (post.Result, post.Error, post.Status).Should().Be(("\"1\"", "", "UP"));
    }

    [Theory]
    [InlineData(44_100, 16, 1, 1)]
    [InlineData(8000, 8, 1, 1)]
    [InlineData(8000, 16, 2, 1)]
    [InlineData(8000, 16, 1, 6)]
    public async Task PlayWavData_OfAnotherKind_IsAnError(int rate, short bits, short channels, short coding)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var wav = Convert.ToBase64String(Wav.Of(800, rate, bits, channels, coding));

        (await callr.NextAsync(caller)).Reply("play_wav_data", 1, $$"""{"audio_data":"{{wav}}"}""");

        (await callr.ReportAsync(caller, "play_wav_data")).Result.Should().Be("\"1\"");
    }

    [Theory]
    [InlineData("RIFF")]
    [InlineData("RIFF....WAVEfmt ")]
    [InlineData("nothing like a file of sound at all, but long enough")]
    public async Task PlayWavData_OfNoFile_IsAnError(string bytes)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var wav = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(bytes));

        (await callr.NextAsync(caller)).Reply("play_wav_data", 1, $$"""{"audio_data":"{{wav}}"}""");

        (await callr.ReportAsync(caller, "play_wav_data")).Result.Should().Be("\"1\"");
    }

    [Fact]
    public async Task PlayWavData_WithMediaDuration_TakesThat()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), MediaDuration = TimeSpan.FromMilliseconds(10),
        });
        var caller = await callr.AnsweredCallAsync();

        await callr.DoAsync(caller, "play_wav_data", $$"""{"audio_data":"{{Convert.ToBase64String(Wav.Of(80_000))}}"}""");
        callr.Advance(10);

        (await callr.ReportAsync(caller, "play_wav_data")).Result.Should().Be("\"0\"");
    }

    [Fact]
    public async Task PlayRecord_OfARecording_LastsAsLong()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "record", """{"max_duration":0,"silence":0}""");
        callr.Advance(4000);
        await caller.PressAsync("#", Token);
        var recorded = await callr.ReportAsync(caller, "record");

        recorded.Reply("play_record", 2, $$"""{"media_file":{{recorded.Result}}}""");
        await caller.WaitForPlaybackAsync(Token);
        callr.Advance(3999);
        callr.Server.All.Should().HaveCount(3);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "play_record")).Result.Should().Be("\"0\"");
    }

    [Theory]
    [InlineData(500, "\"0\"")]
    [InlineData(501, "\"TALK\"")]
    [InlineData(1999, "\"TALK\"")]
    [InlineData(2000, "\"0\"")]
    public async Task TalkDetect_ByTheLengthOfTheTalk_TellsTalk(int talkMilliseconds, string result)
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), TalkDurationOf = _ => TimeSpan.FromMilliseconds(talkMilliseconds),
        });
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(5));
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(
            caller, "play_talk_detect", """{"media_id":42,"min_ms":500,"max_ms":2000,"silence_ms":100,"analysistime_ms":4000}""");

        callr.Advance(1000);
        await caller.SayAsync("Hello?", Token);
        callr.Advance(talkMilliseconds + 99);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(result is "\"TALK\"" ? 1 : 5000);

        (await callr.ReportAsync(caller, "play_talk_detect")).Result.Should().Be(result);
    }

    [Theory]
    [InlineData(3300, "\"TALK\"")]
    [InlineData(3301, "\"0\"")]
    public async Task TalkDetect_AtTheEndOfTheAnalysis_TellsTalkWithinIt(int saidAt, string result)
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(10));
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(
            caller, "play_talk_detect", """{"media_id":42,"min_ms":500,"max_ms":2000,"silence_ms":100,"analysistime_ms":4000}""");

        callr.Advance(saidAt);
        await caller.SayAsync("Hello?", Token);
        callr.Advance(10_000);

        (await callr.ReportAsync(caller, "play_talk_detect")).Result.Should().Be(result);
    }

    [Fact]
    public async Task TalkDetect_OfAMachine_HearsItsGreeting()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(10));
        callr.Emulator.Callees.Default = CalleeBehavior.Machine;
        await callr.RpcAsync("calls.realtime", $$"""["{{callr.Emulator.App}}",{"number":"+15550100009","timeout":30},null]""");
        var callee = await callr.Emulator.WaitForDialAsync(cancellationToken: Token);
        callr.Advance(20);
        await callr.DoAsync(
            callee, "play_talk_detect", """{"media_id":42,"min_ms":500,"max_ms":60000,"silence_ms":5,"analysistime_ms":4000}""");

        callr.Advance(3004);
        callr.Server.All.Should().ContainSingle();
        callr.Advance(1);

        (await callr.ReportAsync(callee, "play_talk_detect")).Result.Should().Be("\"TALK\"");
    }
}
