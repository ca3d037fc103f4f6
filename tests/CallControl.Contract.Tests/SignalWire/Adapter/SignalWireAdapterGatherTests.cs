using CallControl.Contract.Tests.WireMock;
using static CallControl.Contract.Tests.SignalWire.SignalWireAdapterScope;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What a gather becomes, and what its prompt is composed of: the bodies are written from the vendor's documentation.</summary>
public sealed class SignalWireAdapterGatherTests(WireMockServer server)
{
    private const string Status = SignalWireApplication.StatusUrl;

    private static readonly GatherRequest Menu = new()
    {
        Prompt = [MediaSource.Url("https://files.example.com/menu.mp3")],
        Digits = new DigitOptions { Max = 4, Terminators = "#", InterDigitTimeout = TimeSpan.FromSeconds(2.5) },
        Timeout = TimeSpan.FromSeconds(6),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartGatherAsync_WithoutPrompt_CollectsAndStartsTheTimersAtOnce()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var collect = await scope.TakeAsync("calling.collect");
        var stop = await scope.TakeAsync("calling.collect.stop");

        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu with { Prompt = [] }, Cancelled);
        await gather.StopAsync(Cancelled);

        scope.ShouldBe(
            await SentAsync(collect),
            "calling.collect",
            $$"""
            {
              "control_id": "{{gather.Id}}",
              "initial_timeout": 6,
              "digits": {"max": 4, "terminators": "#", "digit_timeout": 2.5},
              "start_input_timers": true,
              "status_url": "{{Status}}"
            }
            """);
        scope.ShouldBe(await SentAsync(stop), "calling.collect.stop", $$"""{"control_id": "{{gather.Id}}"}""");
    }

    [Fact]
    public async Task StartGatherAsync_OfSpeech_SendsItsOptions()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var collect = await scope.TakeAsync("calling.collect");

        var gather = await scope.Control.StartGatherAsync(
            scope.Call,
            new GatherRequest
            {
                Digits = null,
                Speech = new SpeechOptions { Language = "de-DE", Hints = ["ja", "nein"], EndSilence = TimeSpan.FromSeconds(1), MaxDuration = TimeSpan.FromSeconds(10) },
                Timeout = TimeSpan.FromSeconds(6),
            },
            Cancelled);

        scope.ShouldBe(
            await SentAsync(collect),
            "calling.collect",
            $$"""
            {
              "control_id": "{{gather.Id}}",
              "initial_timeout": 6,
              "speech": {"end_silence_timeout": 1, "speech_timeout": 10, "language": "de-DE", "hints": ["ja", "nein"]},
              "start_input_timers": true,
              "status_url": "{{Status}}"
            }
            """);
    }

    [Fact]
    public async Task StartGatherAsync_WithAPrompt_CollectsBeforeItPlays()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var collect = await scope.TakeAsync("calling.collect");
        var play = await scope.RefuseAsync("calling.play", "422");
        var stop = await scope.TakeAsync("calling.collect.stop");

        var start = () => scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);

        // The prompt is refused: what was sent before it, was sent.
        (await start.Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("url_is_unsafe");
        var control = SignalWireRun.ControlIdOf(await SentAsync(collect));
        SignalWireRun.ControlIdOf(await SentAsync(stop)).Should().Be(control);
        SignalWireRun.ControlIdOf(await SentAsync(play)).Should().NotBe(control);
    }

    [Fact]
    public async Task StartGatherAsync_WithAPrompt_AsksForTheStartOfInputAndLetsTheTimersWait()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var collect = await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");

        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);

        scope.ShouldBe(
            await SentAsync(collect),
            "calling.collect",
            $$"""
            {
              "control_id": "{{gather.Id}}",
              "initial_timeout": 6,
              "digits": {"max": 4, "terminators": "#", "digit_timeout": 2.5},
              "send_start_of_input": true,
              "start_input_timers": false,
              "status_url": "{{Status}}"
            }
            """);
        scope.ShouldBe(
            await SentAsync(play),
            "calling.play",
            $$$"""
            {
              "control_id": "{{{SignalWireRun.ControlIdOf(await SentAsync(play))}}}",
              "play": [{"type": "audio", "params": {"url": "https://files.example.com/menu.mp3"}}],
              "status_url": "{{{Status}}}"
            }
            """);
    }

    [Fact]
    public async Task Gather_PromptEndsByItself_StartsTheTimersAndStopsNothing()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");
        var stopPlay = await scope.TakeAsync("calling.play.stop");
        var timers = await scope.TakeAsync("calling.collect.start_input_timers");
        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);

        await scope.ReportStateAsync("calling.call.play", SignalWireRun.ControlIdOf(await SentAsync(play))!.Value, "finished");

        scope.ShouldBe((await scope.WaitAsync(timers))[0], "calling.collect.start_input_timers", $$"""{"control_id": "{{gather.Id}}"}""");
        (await stopPlay.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        gather.Completion.IsCompleted.Should().BeFalse("nobody has pressed a key yet");
    }

    [Fact]
    public async Task Gather_InputBeginsDuringThePrompt_StopsThePromptThenStartsTheTimers()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");
        var stopPlay = await scope.TakeAsync("calling.play.stop");
        var timers = await scope.TakeAsync("calling.collect.start_input_timers");
        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);
        var prompt = SignalWireRun.ControlIdOf(await SentAsync(play))!.Value;

        await scope.ReportAsync("calling.call.collect", $$$""", "control_id": "{{{gather.Id}}}", "result": {"type": "start_of_input"}""");

        scope.ShouldBe((await scope.WaitAsync(stopPlay))[0], "calling.play.stop", $$"""{"control_id": "{{prompt}}"}""");
        scope.ShouldBe((await scope.WaitAsync(timers))[0], "calling.collect.start_input_timers", $$"""{"control_id": "{{gather.Id}}"}""");
        await scope.ReportStateAsync("calling.call.play", prompt, "finished");
        await scope.ReportAsync(
            "calling.call.collect", $$$""", "control_id": "{{{gather.Id}}}", "result": {"type": "digit", "params": {"digits": "1234", "terminator": "#"}}""");
        var outcome = await gather.Completion.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Cancelled);
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Digits.Should().Be("1234");
    }

    [Fact]
    public async Task Gather_ResultDuringThePrompt_StopsThePromptAndStartsNoTimers()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");
        var stopPlay = await scope.TakeAsync("calling.play.stop");
        var timers = await scope.TakeAsync("calling.collect.start_input_timers");
        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);
        var prompt = SignalWireRun.ControlIdOf(await SentAsync(play))!.Value;

        await scope.ReportAsync(
            "calling.call.collect", $$$""", "control_id": "{{{gather.Id}}}", "result": {"type": "digit", "params": {"digits": "1", "terminator": "#"}}""");

        scope.ShouldBe((await scope.WaitAsync(stopPlay))[0], "calling.play.stop", $$"""{"control_id": "{{prompt}}"}""");
        (await gather.Completion.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Cancelled)).Result!.Digits.Should().Be("1");
        await scope.ReportStateAsync("calling.call.play", prompt, "finished");
        await scope.TakeAsync("calling.end");
        await scope.Control.HangupAsync(scope.Call, new HangupRequest(), Cancelled);
        (await timers.GetRequestsAsync(Cancelled)).Should().BeEmpty("there is nothing to time any more");
    }

    [Fact]
    public async Task StopAsync_OfAGatherThatPrompts_StopsBothParts()
    {
        await using var scope = new SignalWireAdapterScope(server);
        await scope.TakeAsync("calling.collect");
        var play = await scope.TakeAsync("calling.play");
        var stopPlay = await scope.TakeAsync("calling.play.stop");
        var stopCollect = await scope.TakeAsync("calling.collect.stop");
        var gather = await scope.Control.StartGatherAsync(scope.Call, Menu, Cancelled);

        await gather.StopAsync(Cancelled);

        SignalWireRun.ControlIdOf(await SentAsync(stopCollect)).Should().Be(gather.Id);
        SignalWireRun.ControlIdOf(await SentAsync(stopPlay)).Should().Be(SignalWireRun.ControlIdOf(await SentAsync(play)));
    }
}
