namespace CallControl.Testing.Tests.Callr;

public sealed class ReadTests
{
    private const string ThreeDigits = """{"media_id":"TTS|TTS_EN-GB_SERENA|Code?","max_digits":3,"attempts":2,"timeout_ms":5000}""";

    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("123", "\"123\"")]
    [InlineData("12#", "\"12\"")]
    [InlineData("1*9", "\"1*9\"")]
    [InlineData("1A2B3", "\"123\"")]
    [InlineData("#", "\"\"")]
    public async Task Read_ByTheKeys_TellsThem(string keys, string result)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", ThreeDigits);
        await caller.WaitForPromptAsync(Token);

        await caller.PressAsync(keys, Token);

        (await callr.ReportAsync(caller, "read")).Result.Should().Be(result);
    }

    [Fact]
    public async Task Read_WithoutAKey_AsksAgainAndTimesOut()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", ThreeDigits);
        await caller.WaitForPlaybackAsync(Token);

        callr.Advance(5200);
        await caller.WaitForPlaybackAsync(Token);
        callr.Advance(5199);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "read")).Result.Should().Be("\"TIMEOUT\"");
    }

    [Theory]
    [InlineData("\"TTS|TTS_EN-GB_SERENA|Code?\"")]
    [InlineData("0")]
    public async Task Read_FromEachKey_WaitsAnew(string media)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", $$"""{"media_id":{{media}},"max_digits":3,"attempts":2,"timeout_ms":5000}""");
        await caller.PressAsync("1", Token);
        callr.Advance(4999);
        await caller.PressAsync("2", Token);
        callr.Advance(4999);
        callr.Server.All.Should().HaveCount(2);

        callr.Advance(1);

        (await callr.ReportAsync(caller, "read")).Result.Should().Be("\"TIMEOUT\"");
    }

    [Fact]
    public async Task Keys_WhileNothingListens_AreLost()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.PressAsync("7", Token);
        await callr.DoAsync(caller, "wait", """{"wait":1}""");
        await caller.PressAsync("8", Token);
        callr.Advance(1000);
        await callr.DoAsync(caller, "read", ThreeDigits);

        await caller.PressAsync("12#", Token);

        (await callr.ReportAsync(caller, "read")).Result.Should().Be("\"12\"");
    }

    [Theory]
    [InlineData(CallrEmulatorInterruption.KnownResult, "\"12\"")]
    [InlineData(CallrEmulatorInterruption.NoResult, "\"\"")]
    public async Task HangUp_DuringRead_TellsTheKeysAsTheOptionSays(CallrEmulatorInterruption interruption, string result)
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), InterruptedResults = interruption,
        });
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", ThreeDigits);
        await caller.PressAsync("12", Token);

        await caller.HangUpAsync(Token);

        var last = await callr.ReportAsync(caller, "read");
        (last.Status, last.Id, last.Result).Should().Be(("HANGUP", "1", result));
    }

    [Fact]
    public async Task Press_AfterTheEnd_Throws()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        await caller.HangUpAsync(Token);

        await caller.Invoking(party => party.PressAsync("1")).Should().ThrowAsync<InvalidOperationException>();
        await caller.Invoking(party => party.SayAsync("Hello")).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Read_OfAnUnknownMedium_IsSilentAndKept()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        await callr.DoAsync(caller, "read", """{"media_id":4711,"max_digits":1,"attempts":1,"timeout_ms":100}""");
        callr.Advance(100);

        (await callr.ReportAsync(caller, "read")).Result.Should().Be("\"TIMEOUT\"");
        var error = callr.Emulator.ScriptErrors.Single();
        (error.Session, error.Method).Should().Be((caller.SessionId, "read"));
        error.Message.Should().Contain("media_id");
    }
}
