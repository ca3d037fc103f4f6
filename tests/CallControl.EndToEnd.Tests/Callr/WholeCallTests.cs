using System.Globalization;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>One call from ringing to hang-up, under good and bad conditions: the outcome must be the same.</summary>
public sealed class WholeCallTests
{
    private static readonly WholeCallOutcome Expected = WholeCallOutcome.Good(GatherReason.Terminator);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Flow_WithAnswerPlayGatherRecordHangup_ComesToTheSameOutcome(int copies)
    {
        var whole = new WholeCall();
        await using var world = await CallrWorld.StartAsync(whole.RunAsync);
        world.Callr.Faults.DuplicateWebhooks = copies;

        var caller = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync(WholeCall.Pin + "#", Cancelled);
        var outcome = await whole.Outcome.WaitAsync(Cancelled);

        outcome.Should().Be(Expected);
        world.Log.Lines.Should().NotContain(line => line.Contains(WholeCall.Pin, StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        world.Callr.ScriptErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task Flows_OnTwoHundredCallsAtOnce_EndAsTheirScriptsImply()
    {
        const int Calls = 200;
        var window = TimeSpan.FromMilliseconds(400);
        var conclusions = new Journal<Conclusion>();
        await using var world = await CallrWorld.StartAsync(
            async (call, ended) =>
            {
                try
                {
                    await ThinkAsync(call, ended);
                    await call.AnswerAsync(ended);
                    await ThinkAsync(call, ended);
                    var gathered = await call.GatherAsync(
                        new GatherRequest { Digits = new DigitOptions { Min = 4, Max = 4 }, Timeout = TimeSpan.FromSeconds(20) }, ended);
                    await ThinkAsync(call, ended);
                    await call.SendDtmfAsync("1", ended);
                    conclusions.Add(new Conclusion(call.Id, gathered.Digits));
                    await call.HangupAsync(ended);
                }
                catch (Exception exception) when (exception is CallEndedException or OperationCanceledException)
                {
                    conclusions.Add(new Conclusion(call.Id, Digits: null));
                }
            },
            configure: account => account.ReplyWindow = window);

        var random = new Random(20_261_121);
        var scripts = Enumerable.Range(0, Calls).Select(index => (Index: index, HangsUp: random.Next(4) == 0)).ToArray();
        var callers = await Task.WhenAll(scripts.Select(async script =>
        {
            var caller = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);
            await caller.WaitForPromptAsync(Cancelled);
            if (script.HangsUp)
                await caller.HangUpAsync(Cancelled);
            else
                await caller.PressAsync($"{script.Index:0000}", Cancelled);

            await caller.WaitForEndAsync(Cancelled);
            return caller;
        }));
        await world.Callr.WaitForIdleAsync(Cancelled);
        foreach (var (script, caller) in scripts.Zip(callers))
        {
            var conclusion = await conclusions.WaitForAsync(each => each.Call.Value == caller.SessionId);
            conclusion.Digits.Should().Be(script.HangsUp ? null : $"{script.Index:0000}");
        }

        world.Callr.LateReplies.Should().Be(0);
        world.Callr.ScriptErrors.Should().BeEmpty();

        // The emulator would have ended calls whose flows think for six seconds, had nobody answered in their place.
        world.Callr.SlowestReply.Should().BeLessThan(TimeSpan.FromSeconds(5));

        // Longer than the window for some, shorter for others, and for some longer than the vendor would wait; told by the call, so that each run is the same.
        static Task ThinkAsync(Call call, CancellationToken ended)
        {
            var number = long.Parse(call.Id.Value, CultureInfo.InvariantCulture);
            return Task.Delay(number % 10 == 0 ? TimeSpan.FromSeconds(6) : TimeSpan.FromMilliseconds(number * 7919 % 900), TimeProvider.System, ended);
        }
    }

    private sealed record Conclusion(CallId Call, string? Digits);
}
