namespace CallControl.Testing.Tests.SessionGateway;

public sealed class DigitsTests
{
    private const string Prompt = "https://cdn.example.com/prompt.wav";
    private const string Invalid = "https://cdn.example.com/invalid.wav";
    private const string Missing = "https://cdn.example.com/missing.wav";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Collect_MaxDigits_SucceedsWithoutTerminator()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":2,\"max_digits\":3");
        gateway.Advance(10 + 1000);

        await caller.PressAsync("12", Token);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        await caller.PressAsync("34", Token);

        await ExpectAsync(gateway, "123", "", "success");
        (await gateway.EventsAsync()).Should()
            .Equal("call.new", "dtmf", "dtmf", "dtmf", "digits.collected", "command.result", "dtmf");
        (await gateway.ResultsAsync("g1")).Should().Equal(true);
    }

    [Theory]
    [InlineData("#", "12#", "#")]
    [InlineData("*", "12*", "*")]
    [InlineData("#*", "12*", "*")]
    public async Task Collect_Terminator_EndsAndIsReportedApart(string terminators, string keys, string terminator)
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, $"\"terminators\":\"{terminators}\"");
        gateway.Advance(10);

        await caller.PressAsync(keys, Token);

        await ExpectAsync(gateway, "12", terminator, "success");
    }

    [Fact]
    public async Task Collect_KeyThatIsNoTerminatorHere_IsADigit()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"terminators\":\"*\",\"max_digits\":3");
        gateway.Advance(10);

        await caller.PressAsync("1#A", Token);

        await ExpectAsync(gateway, "1#A", "", "success");
    }

    [Fact]
    public async Task Collect_KeyDuringThePrompt_CutsItOffAndStartsTheTimeLimit()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":2,\"timeout\":3000,\"max_tries\":1");
        gateway.Advance(10 + 100);

        await caller.PressAsync("1", Token);
        gateway.Advance(2999);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        gateway.Advance(1);

        await ExpectAsync(gateway, "1", "", "timeout");
    }

    [Fact]
    public async Task Collect_KeyWhileFetching_IsNotCollected()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"max_digits\":1");

        await caller.PressAsync("9", Token);
        gateway.Advance(10);
        await caller.PressAsync("1", Token);

        await ExpectAsync(gateway, "1", "", "success");
    }

    [Fact]
    public async Task Collect_TimeLimitWithEnoughDigits_Succeeds()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":2,\"timeout\":3000");
        gateway.Advance(10 + 1000);
        await caller.PressAsync("12", Token);

        gateway.Advance(2999);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        gateway.Advance(1);

        await ExpectAsync(gateway, "12", "", "success");
    }

    [Fact]
    public async Task Collect_NothingPressed_TimesOutAfterAllTries()
    {
        await using var gateway = await StartAsync();
        await CollectAsync(gateway, "\"max_tries\":3,\"timeout\":2000");

        gateway.Advance(10 + (3 * (1000 + 2000)) - 1);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        gateway.Advance(1);

        await ExpectAsync(gateway, "", "", "timeout");
    }

    [Fact]
    public async Task Collect_NothingPressedAndNoneNeeded_SucceedsEmptyAfterOneTry()
    {
        await using var gateway = await StartAsync();
        await CollectAsync(gateway, "\"min_digits\":0,\"timeout\":2000");

        gateway.Advance(10 + 1000 + 2000);

        await ExpectAsync(gateway, "", "", "success");
    }

    [Fact]
    public async Task Collect_TooFewDigitsInEveryTry_Fails()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":3,\"max_tries\":2");
        gateway.Advance(10);

        await caller.PressAsync("12#", Token);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        await caller.PressAsync("4#", Token);

        await ExpectAsync(gateway, "4", "#", "failure");
        (await gateway.ResultsAsync("g1")).Should().Equal(true);
    }

    [Theory]
    [InlineData("", 250)]
    [InlineData(",\"invalid_files\":[\"https://cdn.example.com/invalid.wav\"]", 700)]
    [InlineData(",\"invalid_files\":[]", 250)]
    public async Task Collect_InvalidInput_PlaysItsAudioThenThePromptAgain(string invalidFiles, int invalidAudio)
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, $"\"min_digits\":2,\"max_tries\":2,\"timeout\":2000{invalidFiles}");
        gateway.Advance(10);
        await caller.PressAsync("1#", Token);

        gateway.Advance(invalidAudio + 1000 + 1999);
        (await gateway.EventsAsync()).Should().NotContain("digits.collected");
        gateway.Advance(1);

        await ExpectAsync(gateway, "", "", "timeout");
    }

    [Fact]
    public async Task Collect_KeyDuringTheInvalidAudio_CountsForTheNextTry()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":2,\"max_digits\":2,\"max_tries\":2");
        gateway.Advance(10);
        await caller.PressAsync("1#", Token);
        gateway.Advance(100);

        await caller.PressAsync("34", Token);

        await ExpectAsync(gateway, "34", "", "success");
    }

    [Fact]
    public async Task Collect_LongerThanTwoSeconds_FailsByTheTimerAndCollectsAllTheSame()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"max_digits\":1");
        gateway.Advance(2000);
        (await gateway.ResultsAsync("g1")).Should().Equal(false);

        await caller.PressAsync("7", Token);

        await ExpectAsync(gateway, "7", "", "success");
        (await gateway.ResultsAsync("g1")).Should().Equal(false);
    }

    [Theory]
    [InlineData("\"prompt_files\":[\"https://cdn.example.com/missing.wav\"]")]
    [InlineData("\"prompt_files\":[\"https://cdn.example.com/prompt.wav\"],\"invalid_files\":[\"https://cdn.example.com/missing.wav\"]")]
    public async Task Collect_MissingFile_ReportsItAndFails(string files)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "play_and_get_digits", $$"""{"command_uid":"g1",{{files}}}""");

        gateway.Advance(60_000);

        (await gateway.EventsAsync()).Should().Equal("call.new", "playback.file_not_found", "command.result");
        (await gateway.SingleAsync("playback.file_not_found")).Text("command_uid").Should().Be("g1");
        (await gateway.ResultsAsync("g1")).Should().Equal(false);
    }

    [Fact]
    public async Task Collect_CallEnds_ReportsFailureWithTheDigitsSoFarBeforeTheHangup()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":3");
        gateway.Advance(10);
        await caller.PressAsync("12", Token);

        await caller.HangUpAsync(Token);
        gateway.Advance(60_000);

        await ExpectAsync(gateway, "12", "", "failure");
        (await gateway.EventsAsync()).Should().Equal("call.new", "dtmf", "dtmf", "digits.collected", "command.result", "call.hangup");
        (await gateway.ResultsAsync("g1")).Should().Equal(false);
    }

    [Fact]
    public async Task Collect_AudioOfNoLength_GoesStraightToTheKeys()
    {
        await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(),
            MediaDuration = TimeSpan.Zero,
            FetchDelay = TimeSpan.Zero,
        });
        var caller = await CollectAsync(gateway, "\"max_tries\":2,\"timeout\":1000,\"min_digits\":2");
        await caller.PressAsync("1", Token);
        gateway.Advance(999);
        await caller.PressAsync("2#", Token);

        await ExpectAsync(gateway, "12", "#", "success");
        gateway.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Collect_WhilePlaying_StopsThePlayback()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "playback/start", $$"""{"command_uid":"p1","urls":["{{Prompt}}"]}""");
        gateway.Advance(10 + 100);

        await gateway.DoAsync(caller, "play_and_get_digits", $$"""{"prompt_files":["{{Prompt}}"]}""");

        (await gateway.SingleAsync("playback.stopped")).Text("command_uid").Should().Be("p1");
    }

    [Fact]
    public async Task Collect_PlaybackStarts_EndsAsFailure()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"min_digits\":3");
        gateway.Advance(10);
        await caller.PressAsync("1", Token);

        await gateway.DoAsync(caller, "playback/start", $$"""{"urls":["{{Prompt}}"]}""");

        await ExpectAsync(gateway, "1", "", "failure");
    }

    [Fact]
    public async Task Collect_PlaybackStopDuringThePrompt_GoesOnToTheKeys()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"timeout\":2000,\"max_tries\":1");
        gateway.Advance(10);

        await gateway.DoAsync(caller, "playback/stop");
        gateway.Advance(2000);

        await ExpectAsync(gateway, "", "", "timeout");
    }

    [Fact]
    public async Task Collect_PromptAudio_RaisesNoPlaybackEvents()
    {
        await using var gateway = await StartAsync();
        var caller = await CollectAsync(gateway, "\"max_digits\":1");
        gateway.Advance(10 + 1000);
        await caller.PressAsync("1", Token);

        (await gateway.EventsAsync()).Should().NotContain(name => name.StartsWith("playback.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Press_EveryKey_RaisesOneDtmfEachInAnyState()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await caller.PressAsync("0123456789ABCD*#", Token);

        var keys = (await gateway.WebhooksAsync()).Where(webhook => webhook.Event == "dtmf").ToList();
        string.Concat(keys.Select(webhook => webhook.Text("digit"))).Should().Be("0123456789ABCD*#");
        keys.Should().OnlyContain(webhook => webhook.Number("duration_ms") > 0);
    }

    private static async Task<EmulatedCaller> CollectAsync(GatewayHarness gateway, string fields)
    {
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "play_and_get_digits", $$"""{"command_uid":"g1","prompt_files":["{{Prompt}}"],{{fields}}}""");
        return caller;
    }

    private static async Task ExpectAsync(GatewayHarness gateway, string digits, string terminator, string status)
    {
        var collected = await gateway.SingleAsync("digits.collected");
        collected.Text("command_uid").Should().Be("g1");
        collected.Text("digits").Should().Be(digits);
        collected.Text("terminator").Should().Be(terminator);
        collected.Text("status").Should().Be(status);
    }

    private static Task<GatewayHarness> StartAsync() => GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(),
        EnforceCooldowns = false,
        MediaDurationOf = url => TimeSpan.FromMilliseconds(url.AbsoluteUri == Invalid ? 700 : 1000),
        IsMediaMissing = url => url.AbsoluteUri == Missing,
    });
}
