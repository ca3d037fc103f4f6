using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>One call from ringing to hang-up, under good and bad conditions: the outcome must be the same.</summary>
public sealed class WholeCallTests
{
    private const string Pin = "2468";

    private static readonly UrlSource Audio = MediaSource.Url("https://cdn.example.com/audio.wav");

    private static readonly Outcome Expected = new(
        OperationEnd.Completed, Pin, GatherReason.Terminator, OperationEnd.Completed, OperationEnd.Completed, HasRecording: true, HangupCause.Normal);

    public static TheoryData<string, int, bool> Conditions => new()
    {
        { "in order", 1, false },
        { "every webhook twice", 2, false },
        { "shuffled", 1, true },
        { "twice and shuffled", 2, true },
        { "three times and shuffled", 3, true },
        { "flat", 1, false },
        { "flat, twice and shuffled", 2, true },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Flow_WithAnswerPlayGatherRecordHangup_ComesToTheSameOutcome(string condition, int copies, bool shuffle)
    {
        var outcomes = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var world = await SignalWireWorld.StartAsync(async (call, ended) =>
        {
            try
            {
                outcomes.SetResult(await ConductAsync(call, ended));
            }
            catch (Exception exception)
            {
                outcomes.TrySetException(exception);
                throw;
            }
        },
        new SignalWireEmulatorOptions { FlatCallbacks = condition.StartsWith("flat", StringComparison.Ordinal) });
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;

        var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);
        await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
        await caller.PressAsync(Pin + "#", TestContext.Current.CancellationToken);
        var outcome = await outcomes.Task.WaitAsync(TestContext.Current.CancellationToken);

        outcome.Should().Be(Expected, condition);
        world.Log.Lines.Should().NotContain(line => line.Contains(Pin, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        world.SignalWire.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task Flows_OnTwoHundredCallsAtOnce_AllComeToTheSameOutcome()
    {
        var outcomes = new List<Task<Outcome>>();
        await using var world = await SignalWireWorld.StartAsync((call, ended) =>
        {
            var outcome = ConductAsync(call, ended);
            lock (outcomes)
                outcomes.Add(outcome);

            return outcome;
        });
        world.SignalWire.Faults.DuplicateWebhooks = 2;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var caller = await world.SignalWire.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);
            await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
            await caller.PressAsync(Pin + "#", TestContext.Current.CancellationToken);
            await caller.WaitForEndAsync(TestContext.Current.CancellationToken);
        }));

        var all = await Task.WhenAll(outcomes).WaitAsync(TestContext.Current.CancellationToken);
        all.Should().HaveCount(200).And.OnlyContain(outcome => outcome == Expected);
    }

    private static async Task<Outcome> ConductAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        var greeting = await (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, callEnded)).Completion;
        var gathered = await call.GatherAsync(new GatherRequest { Prompt = [Audio], Digits = new DigitOptions { Min = 4, Max = 6 } }, callEnded);
        var recording = await call.StartRecordingAsync(callEnded);
        var thanks = await (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Audio] }, callEnded)).Completion;
        await recording.StopAsync(callEnded);
        var recorded = await recording.Completion;
        await call.HangupAsync(callEnded);
        var end = await call.Ended;
        return new Outcome(greeting.End, gathered.Digits, gathered.Reason, thanks.End, recorded.End, recorded.Result is { Urls.Count: > 0 }, end.Cause);
    }

    private sealed record Outcome(
        OperationEnd Greeting, string Digits, GatherReason Reason, OperationEnd Thanks, OperationEnd Recording, bool HasRecording, HangupCause Cause);
}
