namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>One call from ringing to hang-up, under good and bad conditions: the outcome must be the same.</summary>
public sealed class WholeCallTests
{
    private static readonly WholeCallOutcome Expected = WholeCallOutcome.Good(GatherReason.InputComplete);

    public static TheoryData<string, int, bool> Conditions => new()
    {
        { "in order", 1, false },
        { "every webhook twice", 2, false },
        { "shuffled", 1, true },
        { "twice and shuffled", 2, true },
        { "three times and shuffled", 3, true },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Flow_WithAnswerPlayGatherRecordHangup_ComesToTheSameOutcome(string condition, int copies, bool shuffle)
    {
        var whole = new WholeCall();
        await using var world = await TelnyxWorld.StartAsync(whole.RunAsync);
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;

        var caller = await world.Telnyx.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);
        await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
        await caller.PressAsync(WholeCall.Pin + "#", TestContext.Current.CancellationToken);
        var outcome = await whole.Outcome.WaitAsync(TestContext.Current.CancellationToken);

        outcome.Should().Be(Expected, condition);
        world.Log.Lines.Should().NotContain(line => line.Contains(WholeCall.Pin, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        world.Telnyx.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task Flows_OnTwoHundredCallsAtOnce_AllComeToTheSameOutcome()
    {
        var outcomes = new List<Task<WholeCallOutcome>>();
        await using var world = await TelnyxWorld.StartAsync((call, ended) =>
        {
            var whole = new WholeCall();
            lock (outcomes)
                outcomes.Add(whole.Outcome);

            return whole.RunAsync(call, ended);
        });
        world.Telnyx.Faults.DuplicateWebhooks = 2;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var caller = await world.Telnyx.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);
            await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
            await caller.PressAsync(WholeCall.Pin + "#", TestContext.Current.CancellationToken);
            await caller.WaitForEndAsync(TestContext.Current.CancellationToken);
        }));

        var all = await Task.WhenAll(outcomes).WaitAsync(TestContext.Current.CancellationToken);
        all.Should().HaveCount(200).And.OnlyContain(outcome => outcome == Expected);
    }
}
