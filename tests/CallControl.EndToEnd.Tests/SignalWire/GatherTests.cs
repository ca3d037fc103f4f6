using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>Collecting input: the vendor's <c>collect</c>, and a prompt composed with it.</summary>
public sealed class GatherTests
{
    private static readonly UrlSource Prompt = MediaSource.Url("https://cdn.example.com/menu.mp3");
    private static readonly TimeSpan LongPrompt = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Conditions => new() { { 1, false }, { 2, false }, { 2, true }, { 3, true } };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Completion_KeysDuringThePrompt_StopItAndCount(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync(options: new SignalWireEmulatorOptions { MediaDuration = LongPrompt });
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (caller, call) = await world.ConnectAsync();

        var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Prompt], Digits = new DigitOptions { Max = 4 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("24", Cancelled);
        await WaitForCommandAsync(world, "calling.play.stop");
        await caller.PressAsync("68", Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Digits.Should().Be("2468");
        outcome.Result.Reason.Should().Be(GatherReason.InputComplete);
        CommandsOf(world, "calling.play.stop").Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Completion_Silence_IsNoInputAfterThePromptAndTheTimeout(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync(options: new SignalWireEmulatorOptions { MediaDuration = TimeSpan.FromMilliseconds(300) });
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        // Shorter than the prompt: it must not run while that plays.
        var gather = await call.StartGatherAsync(
            new GatherRequest { Prompt = [Prompt], Timeout = TimeSpan.FromMilliseconds(100) }, Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Reason.Should().Be(GatherReason.NoInput);
        var ended = world.Events.All.OfType<PlaybackEnded>().Should().ContainSingle().Subject;
        var gathered = world.Events.All.OfType<GatherEnded>().Should().ContainSingle().Subject;
        (gathered.OccurredAt - ended.OccurredAt).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(95), "the vendor counts from the end of the prompt");
        CommandsOf(world, "calling.collect.start_input_timers").Should().Be(1);
        CommandsOf(world, "calling.play.stop").Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Completion_CallerHangsUp_EndsBothParts(bool duringThePrompt)
    {
        var length = duringThePrompt ? LongPrompt : TimeSpan.FromMilliseconds(50);
        await using var world = await SignalWireWorld.StartAsync(options: new SignalWireEmulatorOptions { MediaDuration = length });
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Prompt], Timeout = LongPrompt }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        if (!duringThePrompt)
            await WaitForCommandAsync(world, "calling.collect.start_input_timers");

        await caller.HangUpAsync(Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.CallEnded);
        await call.Ended.WaitAsync(Cancelled);
        world.Log.Lines.Should().NotContain(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Completion_PromptIsMissing_FailsAndStopsCollecting()
    {
        await using var world = await SignalWireWorld.StartAsync(
            options: new SignalWireEmulatorOptions { IsMediaMissing = url => url == Prompt.Location.AbsoluteUri });
        var (_, call) = await world.ConnectAsync();

        var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Prompt] }, Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Message.Should().Contain("prompt");
        await WaitForCommandAsync(world, "calling.collect.stop");
    }

    [Fact]
    public async Task StopAsync_DuringThePrompt_StopsBothParts()
    {
        await using var world = await SignalWireWorld.StartAsync(options: new SignalWireEmulatorOptions { MediaDuration = LongPrompt });
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Prompt] }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);

        await gather.StopAsync(Cancelled);

        (await gather.Completion).End.Should().Be(OperationEnd.Stopped);
        CommandsOf(world, "calling.collect.stop").Should().Be(1);
        CommandsOf(world, "calling.play.stop").Should().Be(1);
    }

    [Fact]
    public async Task Completion_WithoutPrompt_YieldsKeysAndTerminator()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();

        var gather = await call.StartGatherAsync(new GatherRequest { Digits = new DigitOptions { Min = 3, Max = 6, Terminators = "*" } }, Cancelled);
        await caller.PressAsync("12*", Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Digits.Should().Be("12");
        outcome.Result.Terminator.Should().Be("*");
        outcome.Result.Reason.Should().Be(GatherReason.Incomplete, "there are fewer than Min");
    }

    [Fact]
    public async Task Completion_Speech_YieldsTheTranscript()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();

        var gather = await call.StartGatherAsync(new GatherRequest { Digits = null, Speech = new SpeechOptions { Language = "en-US" } }, Cancelled);
        await caller.SayAsync("operator please", Cancelled);
        var outcome = await gather.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Transcript.Should().Be("operator please");
        outcome.Result.Confidence.Should().BeInRange(0, 1);
    }

    private static int CommandsOf(SignalWireWorld world, string name) =>
        world.SignalWire.Traffic.Count(each => each.Direction == TrafficDirection.Command && each.Name == name);

    private static async Task WaitForCommandAsync(SignalWireWorld world, string name)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.SignalWire.TrafficObserved += traffic =>
        {
            if (traffic.Direction == TrafficDirection.Command && traffic.Name == name)
                seen.TrySetResult();
        };
        if (CommandsOf(world, name) == 0)
            await seen.Task.WaitAsync(Cancelled);
    }
}
