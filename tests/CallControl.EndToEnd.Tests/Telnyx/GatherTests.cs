using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>Collecting keys in the vendor's three forms.</summary>
public sealed class GatherTests
{
    private static readonly UrlSource File = MediaSource.Url("https://cdn.example.com/menu.mp3");
    private static readonly SpeechSource Text = MediaSource.Speech("Press a key.");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forms => ["gather", "gather_using_audio", "gather_using_speak"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Completion_KeysAndTerminator_YieldsTheKeys(string form)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();

        var gather = await call.StartGatherAsync(RequestOf(form) with { Digits = new DigitOptions { Min = 1, Max = 4, Terminators = "*" } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("12*", Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Digits.Should().Be("12");
        outcome.Result.Reason.Should().Be(GatherReason.InputComplete);
        world.Telnyx.Traffic.Should().ContainSingle(each => each.Direction == TrafficDirection.Command && each.Name == form);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task StopAsync_WhileCollecting_StopsWithTheKeysSoFar(string form)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(RequestOf(form) with { Digits = new DigitOptions { Max = 4 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("1", Cancelled);

        await gather.StopAsync(Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Stopped);
        outcome.Result!.Digits.Should().Be("1");
        outcome.Result.Reason.Should().Be(GatherReason.Stopped);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Completion_CallerHangsUp_YieldsTheKeysSoFar(string form)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(RequestOf(form) with { Digits = new DigitOptions { Max = 4 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("12", Cancelled);
        await world.Events.WaitForAsync<DtmfReceived>(each => each.Digit == '2');

        await caller.HangUpAsync(Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Digits.Should().Be("12");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Completion_NoKeys_IsAnAnswerToo(string form)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var tries = form == "gather" ? (int?)null : 1;

        var gather = await call.StartGatherAsync(RequestOf(form) with { Timeout = TimeSpan.FromMilliseconds(50), MaxTries = tries }, Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Reason.Should().Be(GatherReason.NoInput);
        outcome.Result.Digits.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Completion_ReplacedByAnother_EachGetsItsOwnEnd(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (caller, call) = await world.ConnectAsync();
        var first = await call.StartGatherAsync(RequestOf("gather_using_audio") with { Digits = new DigitOptions { Max = 4 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);

        var second = await call.StartGatherAsync(RequestOf("gather_using_speak") with { Digits = new DigitOptions { Max = 1 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("9", Cancelled);

        (await first.Completion).End.Should().Be(OperationEnd.Stopped);
        var outcome = await second.Completion;
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Digits.Should().Be("9");
    }

    private static GatherRequest RequestOf(string form) => form switch
    {
        "gather_using_audio" => new GatherRequest { Prompt = [File], InvalidPrompt = [File] },
        "gather_using_speak" => new GatherRequest { Prompt = [Text], InvalidPrompt = [Text] },
        _ => new GatherRequest(),
    };
}
