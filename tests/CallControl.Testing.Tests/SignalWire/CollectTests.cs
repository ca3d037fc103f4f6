using System.Text.Json;

namespace CallControl.Testing.Tests.SignalWire;

public sealed class CollectTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Collect_MaximumOfDigits_IsAResultWithoutATerminator()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":3}");

        await caller.PressAsync("1234", Token);

        var result = (await signalWire.CallbacksAsync()).Single();
        result.Event.Should().Be("calling.call.collect");
        result.Text("control_id").Should().Be("c1");
        result.Get("result.type").GetString().Should().Be("digit");
        result.Get("result.params.digits").GetString().Should().Be("123");
        result.Get("result.params.terminator").GetString().Should().Be("");
        result.Params.TryGetProperty("state", out _).Should().BeFalse();
        result.Params.TryGetProperty("final", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Collect_Terminator_EndsAndIsNotADigit()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":10,\"terminators\":\"#*\"}");

        await caller.PressAsync("42*", Token);

        var result = (await signalWire.CallbacksAsync()).Single();
        result.Get("result.params.digits").GetString().Should().Be("42");
        result.Get("result.params.terminator").GetString().Should().Be("*");
    }

    [Fact]
    public async Task DigitTimeout_AfterADigit_EndsWithWhatThereIs()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":10,\"digit_timeout\":1.5}");

        await caller.PressAsync("1", Token);
        signalWire.Advance(1499);
        await caller.PressAsync("2", Token);
        signalWire.Advance(1499);
        (await signalWire.CallbacksAsync()).Should().BeEmpty();
        signalWire.Advance(1);

        (await signalWire.CallbacksAsync()).Single().Get("result.params.digits").GetString().Should().Be("12");
    }

    [Fact]
    public async Task InitialTimeout_ByDefault_DoesNotRun()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":1},\"initial_timeout\":2");

        signalWire.Advance(60_000);
        (await signalWire.CallbacksAsync()).Should().BeEmpty();
        await signalWire.DoAsync(caller.SessionId, "calling.collect.start_input_timers", """{"control_id":"c1"}""");
        signalWire.Advance(1999);
        (await signalWire.CallbacksAsync()).Should().BeEmpty();
        signalWire.Advance(1);

        ResultsOf(await signalWire.CallbacksAsync()).Should().Equal("no_input");
    }

    [Fact]
    public async Task InitialTimeout_WithItsTimersStarted_RunsAtOnceAndEndsWithInput()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":2,\"digit_timeout\":9},\"initial_timeout\":2,\"start_input_timers\":true");

        signalWire.Advance(1999);
        await caller.PressAsync("1", Token);
        signalWire.Advance(5000);
        (await signalWire.CallbacksAsync()).Should().BeEmpty();
        await caller.PressAsync("2", Token);

        ResultsOf(await signalWire.CallbacksAsync()).Should().Equal("digit");
    }

    [Fact]
    public async Task StartOfInput_WhenAsked_IsToldOnce()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":2},\"send_start_of_input\":true");

        await caller.PressAsync("12", Token);

        ResultsOf(await signalWire.CallbacksAsync()).Should().Equal("start_of_input", "digit");
    }

    [Fact]
    public async Task Speech_AfterASilence_IsAResult()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"speech\":{\"end_silence_timeout\":1}");

        await caller.PressAsync("1", Token);
        await caller.SayAsync("my order", Token);
        signalWire.Advance(999);
        await caller.SayAsync("please", Token);
        signalWire.Advance(1000);

        var result = (await signalWire.CallbacksAsync()).Single();
        result.Get("result.type").GetString().Should().Be("speech");
        result.Get("result.params.text").GetString().Should().Be("my order please");
        result.Get("result.params.confidence").GetDouble().Should().Be(83.2);
    }

    [Fact]
    public async Task SpeechTimeout_WhileWordsGoOn_EndsThem()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"speech\":{\"end_silence_timeout\":1,\"speech_timeout\":1.5}");

        await caller.SayAsync("one", Token);
        signalWire.Advance(900);
        await caller.SayAsync("two", Token);
        signalWire.Advance(600);

        (await signalWire.CallbacksAsync()).Single().Get("result.params.text").GetString().Should().Be("one two");
    }

    [Fact]
    public async Task Speech_NobodyUnderstands_IsNoMatch()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Script.IsUnintelligible = words => words is "mumble";
        var caller = await CollectAsync(signalWire, "\"speech\":{\"end_silence_timeout\":1}");

        await caller.SayAsync("mumble", Token);
        signalWire.Advance(1000);

        ResultsOf(await signalWire.CallbacksAsync()).Should().Equal("no_match");
    }

    [Fact]
    public async Task PartialResults_WhenAsked_CarryStateAndFinal()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":2},\"partial_results\":true");

        await caller.PressAsync("12", Token);

        var results = await signalWire.CallbacksAsync();
        results.Select(result => (result.State, result.Get("final").GetBoolean(), result.Get("result.params.digits").GetString()))
            .Should().Equal(("collecting", false, "1"), ("finished", true, "12"));
    }

    [Fact]
    public async Task Continuous_UntilStopped_CollectsAgain()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":2},\"continuous\":true");

        await caller.PressAsync("1234", Token);
        await signalWire.DoAsync(caller.SessionId, "calling.collect.stop", """{"control_id":"c1"}""");

        var results = await signalWire.CallbacksAsync();
        ResultsOf(results).Should().Equal("digit", "digit", "finished");
        results.Select(result => result.State).Should().Equal("collecting", "collecting", "finished");
        results[1].Get("result.params.digits").GetString().Should().Be("34");
    }

    [Fact]
    public async Task Collect_StoppedOrHungUp_ReportsFinished()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await CollectAsync(signalWire, "\"digits\":{\"max\":2}");

        await caller.HangUpAsync(Token);

        ResultsOf(await signalWire.CallbacksAsync()).Should().Equal("finished");
    }

    [Fact]
    public async Task Collect_OfNothing_IsABadRequest()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.collect", """{"control_id":"c1"}""");

        answer.Status.Should().Be(400);
        answer.Text.Should().Be("""{"error":"Bad Request"}""");
    }

    [Theory]
    [InlineData("\"max_digits\":2", "12", null, "match_digits", "12")]
    [InlineData("\"speech_language\":\"en-US\"", null, "sales", "match_speech", "sales")]
    [InlineData("\"max_digits\":2,\"initial_timeout\":1", null, null, "no_input", null)]
    public async Task SwmlPrompt_WithAnyInput_KeepsItInVariables(string more, string? keys, string? words, string result, string? value)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/next", """{"sections":{"main":["hangup"]}}""");
        var caller = await signalWire.PlaceCallAsync(
            $$$"""[{"prompt":{"play":"say:Which?",{{{more}}}}},{"transfer":{"dest":"{{{signalWire.Url("/next")}}}"}}]""");
        await caller.WaitForPromptAsync(Token);

        if (keys is not null)
            await caller.PressAsync(keys, Token);
        if (words is not null)
            await caller.SayAsync(words, Token);
        signalWire.Advance(10);
        signalWire.Advance(200);
        signalWire.Advance(1000);
        await caller.WaitForEndAsync(Token);

        var variables = (await signalWire.FetchesAsync("/next")).Single().Json.GetProperty("vars");
        variables.GetProperty("prompt_result").GetString().Should().Be(result);
        variables.GetProperty("prompt_value").ValueKind.Should().Be(value is null ? JsonValueKind.Null : JsonValueKind.String);
        variables.GetProperty("prompt_value").GetString().Should().Be(value);
    }

    private static IEnumerable<string?> ResultsOf(IEnumerable<SignalWireCallback> callbacks) =>
        callbacks.Select(callback => callback.Get("result.type").GetString());

    private static async Task<EmulatedCaller> CollectAsync(SignalWireHarness signalWire, string parameters)
    {
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(caller.SessionId, "calling.collect", $$"""{"control_id":"c1","status_url":"STATUS",{{parameters}}}""");
        await caller.WaitForPromptAsync(Token);
        return caller;
    }
}
