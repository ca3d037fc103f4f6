using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>One call from ringing to hang-up, under good and bad conditions: the outcome must be the same.</summary>
public sealed class WholeCallTests
{
    public static TheoryData<string, WebhookEnvelope, int, bool> Conditions => new()
    {
        { "in order", WebhookEnvelope.Nested, 1, false },
        { "every webhook twice", WebhookEnvelope.Nested, 2, false },
        { "shuffled", WebhookEnvelope.Nested, 1, true },
        { "three times and shuffled", WebhookEnvelope.Nested, 3, true },
        { "flat", WebhookEnvelope.Flat, 1, false },
        { "flat and twice", WebhookEnvelope.Flat, 2, false },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Flow_WithAnswerPlayGatherRecordHangup_ComesToTheSameOutcome(string condition, WebhookEnvelope envelope, int copies, bool shuffle)
    {
        var call = new WholeCall();
        await using var world = await GatewayWorld.StartAsync(call.RunAsync, new SessionGatewayEmulatorOptions { Envelope = envelope });
        world.Gateway.Faults.DuplicateWebhooks = copies;
        world.Gateway.Faults.ReorderWebhooks = shuffle;

        var caller = await world.CallAsync();
        await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
        await caller.PressAsync(WholeCall.Pin + "#", TestContext.Current.CancellationToken);
        var outcome = await call.Outcome.WaitAsync(TestContext.Current.CancellationToken);

        outcome.Should().Be(WholeCallOutcome.Good(GatherReason.Terminator), condition);
        world.Log.Lines.Should().NotContain(line => line.Contains(WholeCall.Pin, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        world.Gateway.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task Flows_OnTwoHundredCallsAtOnce_AllComeToTheSameOutcome()
    {
        var outcomes = new List<Task<WholeCallOutcome>>();
        await using var world = await GatewayWorld.StartAsync(
            async (call, ended) =>
            {
                var whole = new WholeCall();
                lock (outcomes)
                    outcomes.Add(whole.Outcome);

                await whole.RunAsync(call, ended);
            },
            new SessionGatewayEmulatorOptions { EnforceCooldowns = false });
        world.Gateway.Faults.DuplicateWebhooks = 2;

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            var caller = await world.CallAsync();
            await caller.WaitForPromptAsync(TestContext.Current.CancellationToken);
            await caller.PressAsync(WholeCall.Pin + "#", TestContext.Current.CancellationToken);
            await caller.WaitForEndAsync(TestContext.Current.CancellationToken);
        }));

        var all = await Task.WhenAll(outcomes).WaitAsync(TestContext.Current.CancellationToken);
        all.Should().HaveCount(200).And.OnlyContain(outcome => outcome.Digits == WholeCall.Pin && outcome.HasRecording && outcome.Cause == HangupCause.Normal);
    }
}
