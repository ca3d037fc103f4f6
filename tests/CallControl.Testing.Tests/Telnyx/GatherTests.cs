namespace CallControl.Testing.Tests.Telnyx;

public sealed class GatherTests
{
    private const string Prompt = "https://cdn.example.com/prompt.mp3";
    private const string Invalid = "https://cdn.example.com/invalid.mp3";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Gather_MaximumDigits_IsValid()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"maximum_digits\":3,\"gather_id\":\"menu\"");

        await caller.PressAsync("1234", Token);

        await ExpectAsync(telnyx, "123", "valid");
        (await telnyx.SingleAsync("call.gather.ended")).Text("gather_id").Should().Be("menu");
        (await telnyx.AllAsync("call.dtmf.received")).Select(webhook => webhook.Text("digit")).Should().Equal("1", "2", "3", "4");
    }

    [Theory]
    [InlineData("12#", "12", "valid")]
    [InlineData("#", "", "invalid")]
    public async Task Gather_TerminatingDigit_EndsAndIsNotCounted(string keys, string digits, string status)
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"maximum_digits\":10");

        await caller.PressAsync(keys, Token);

        await ExpectAsync(telnyx, digits, status);
    }

    [Fact]
    public async Task Gather_OtherTerminator_MakesTheHashADigit()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"terminating_digit\":\"*\"");

        await caller.PressAsync("1#*", Token);

        await ExpectAsync(telnyx, "1#", "valid");
    }

    [Fact]
    public async Task Gather_KeyThatIsNotValid_IsInvalid()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"valid_digits\":\"12\",\"maximum_digits\":2");

        await caller.PressAsync("19", Token);

        await ExpectAsync(telnyx, "19", "invalid");
    }

    [Fact]
    public async Task Gather_NoFirstDigit_TimesOut()
    {
        await using var telnyx = await StartAsync();
        await GatherAsync(telnyx, "gather", "\"initial_timeout_millis\":3000,\"inter_digit_timeout_millis\":1000");

        telnyx.Advance(2999);
        (await telnyx.EventsAsync()).Should().NotContain("call.gather.ended");
        telnyx.Advance(1);

        await ExpectAsync(telnyx, "", "timeout");
    }

    [Theory]
    [InlineData(1, "valid")]
    [InlineData(3, "invalid")]
    public async Task Gather_PauseAfterADigit_JudgesWhatIsThere(int minimum, string status)
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", $"\"minimum_digits\":{minimum},\"inter_digit_timeout_millis\":1000");
        await caller.PressAsync("1", Token);
        telnyx.Advance(999);
        await caller.PressAsync("2", Token);

        telnyx.Advance(999);
        (await telnyx.EventsAsync()).Should().NotContain("call.gather.ended");
        telnyx.Advance(1);

        await ExpectAsync(telnyx, "12", status);
    }

    [Fact]
    public async Task Gather_OverallLimit_EndsDespiteKeys()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"timeout_millis\":4000,\"inter_digit_timeout_millis\":3000");
        telnyx.Advance(2000);
        await caller.PressAsync("7", Token);

        telnyx.Advance(2000);

        await ExpectAsync(telnyx, "7", "valid");
    }

    [Fact]
    public async Task GatherStop_WhileRunning_Cancels()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "");
        await caller.PressAsync("4", Token);

        await telnyx.DoAsync(caller.SessionId, "gather_stop");

        await ExpectAsync(telnyx, "4", "cancelled");
    }

    [Fact]
    public async Task Gather_WhileAnotherRuns_CancelsThatOne()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "\"gather_id\":\"first\"");

        await telnyx.DoAsync(caller.SessionId, "gather", """{"gather_id":"second","maximum_digits":1}""");
        await caller.PressAsync("5", Token);

        (await telnyx.AllAsync("call.gather.ended")).Select(webhook => $"{webhook.Text("gather_id")} {webhook.Text("status")}")
            .Should().Equal("first cancelled", "second valid");
    }

    [Fact]
    public async Task Gather_HangUp_EndsBeforeTheCall()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather", "");

        await caller.HangUpAsync(Token);

        await ExpectAsync(telnyx, "", "call_hangup");
        (await telnyx.EventsAsync()).Should().EndWith(["call.gather.ended", "call.hangup"]);
    }

    [Theory]
    [InlineData("gather", "{}", "completed")]
    [InlineData("gather_using_speak", """{"payload":"Hello.","voice":"female"}""", "cancelled")]
    public async Task Gather_WhileAFilePlays_CutsItOffByAPromptOnly(string form, string body, string status)
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "playback_start", $$"""{"audio_url":"{{Prompt}}"}""");
        telnyx.Advance(10);

        await telnyx.DoAsync(caller.SessionId, form, body);
        telnyx.Advance(1000);

        (await telnyx.SingleAsync("call.playback.ended")).Text("status").Should().Be(status);
    }

    [Fact]
    public async Task UsingAudio_NoInput_RaisesThePromptOnEachTry()
    {
        await using var telnyx = await StartAsync();
        await GatherAsync(telnyx, "gather_using_audio", $"\"audio_url\":\"{Prompt}\",\"maximum_tries\":2,\"timeout_millis\":3000");

        telnyx.Advance((10 + 1000 + 3000) * 2 - 1);
        (await telnyx.EventsAsync()).Should().NotContain("call.gather.ended");
        telnyx.Advance(1);

        await ExpectAsync(telnyx, "", "timeout");
        (await telnyx.EventsAsync()).Should().Equal(
            "call.initiated", "call.answered", "call.playback.started", "call.playback.ended", "call.playback.started",
            "call.playback.ended", "call.gather.ended");
        (await telnyx.AllAsync("call.playback.ended")).Select(webhook => webhook.Text("status")).Should().Equal("completed", "completed");
        (await telnyx.SingleAsync("call.gather.ended")).Has("gather_id").Should().BeFalse();
    }

    [Fact]
    public async Task UsingAudio_KeyDuringThePrompt_CutsItOffAndCounts()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather_using_audio", $"\"audio_url\":\"{Prompt}\",\"maximum_digits\":2");
        telnyx.Advance(10 + 500);

        await caller.PressAsync("42", Token);

        await ExpectAsync(telnyx, "42", "valid");
        (await telnyx.SingleAsync("call.playback.ended")).Text("status").Should().Be("cancelled");
    }

    [Fact]
    public async Task UsingAudio_WrongInput_PlaysTheInvalidFileThenThePrompt()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather_using_audio",
            $"\"audio_url\":\"{Prompt}\",\"invalid_audio_url\":\"{Invalid}\",\"valid_digits\":\"1\",\"maximum_digits\":1");
        telnyx.Advance(10);

        await caller.PressAsync("9", Token);
        telnyx.Advance(10 + 1000 + 10);
        await caller.PressAsync("1", Token);

        await ExpectAsync(telnyx, "1", "valid");
        (await telnyx.AllAsync("call.playback.started")).Select(webhook => webhook.Text("media_url"))
            .Should().Equal(Prompt, Invalid, Prompt);
    }

    [Fact]
    public async Task UsingAudio_WrongInputOnEveryTry_IsInvalid()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather_using_audio",
            $"\"audio_url\":\"{Prompt}\",\"minimum_digits\":4,\"maximum_tries\":2");
        telnyx.Advance(10);

        await caller.PressAsync("1#2#", Token);

        await ExpectAsync(telnyx, "2", "invalid");
    }

    [Fact]
    public async Task UsingSpeak_Always_RaisesNoSpeakEvents()
    {
        await using var telnyx = await StartAsync();
        var caller = await GatherAsync(telnyx, "gather_using_speak",
            "\"payload\":\"your number\",\"voice\":\"female\",\"invalid_payload\":\"wrong\",\"maximum_digits\":1,\"valid_digits\":\"1\"");
        await caller.WaitForPromptAsync(Token);
        telnyx.Advance(10);

        await caller.PressAsync("2", Token);
        telnyx.Advance(10 + 200 + 10 + 200);
        await caller.PressAsync("1", Token);

        (await telnyx.EventsAsync()).Should().Equal(
            "call.initiated", "call.answered", "call.dtmf.received", "call.dtmf.received", "call.gather.ended");
        await ExpectAsync(telnyx, "1", "valid");
    }

    [Fact]
    public async Task Press_OutsideOfAGather_IsReportedOnceAnswered()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        await caller.PressAsync("1", Token);
        await telnyx.DoAsync(caller.SessionId, "answer");

        await caller.PressAsync("2", Token);

        (await telnyx.SingleAsync("call.dtmf.received")).Text("digit").Should().Be("2");
    }

    private static Task<TelnyxHarness> StartAsync() => TelnyxHarness.StartAsync(new TelnyxEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(),
        MediaDurationOf = _ => TimeSpan.FromSeconds(1),
    });

    private static async Task<EmulatedCaller> GatherAsync(TelnyxHarness telnyx, string command, string fields)
    {
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, command, $"{{{fields}}}");
        return caller;
    }

    private static async Task ExpectAsync(TelnyxHarness telnyx, string digits, string status)
    {
        var ended = await telnyx.SingleAsync("call.gather.ended");
        ended.Text("digits").Should().Be(digits);
        ended.Text("status").Should().Be(status);
    }
}
