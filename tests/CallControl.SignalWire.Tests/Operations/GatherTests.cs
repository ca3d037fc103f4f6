using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Gathers end with the first result of their <c>collect</c>.</summary>
public sealed class GatherTests
{
    private const string Collect = "calling.collect";

    private static readonly CallId Call = AdapterHarness.One;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("no_input", OperationEnd.Completed, GatherReason.NoInput)]
    [InlineData("no_match", OperationEnd.Completed, GatherReason.Invalid)]
    [InlineData("a-new-word", OperationEnd.Completed, GatherReason.Unknown)]
    public async Task Gather_ResultWithoutInput_TellsHowItEnded(string type, OperationEnd end, GatherReason reason)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.Collect(gather, type));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Result.Should().Be(new GatherResult { Reason = reason });
    }

    [Theory]
    [InlineData("12", "", GatherReason.InputComplete, null)]
    [InlineData("12", "#", GatherReason.Terminator, "#")]
    [InlineData("", "*", GatherReason.Incomplete, "*")]
    public async Task Gather_Digits_CompletesWithThem(string digits, string terminator, GatherReason reason, string? key)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.Digits(gather, digits, terminator));

        (await gather.Completion.Soon()).Should().Be(
            OperationOutcome.Completed(new GatherResult { Reason = reason, Digits = digits, Terminator = key }));
        harness.Seen.OfType<GatherEnded>().Single().Operation.Should().Be(gather.Id);
        harness.Sent.Should().ContainSingle().Which.ControlId.Should().Be(gather.Id.Value);
    }

    [Theory]
    [InlineData(0.95, 0.95)]
    [InlineData(83.2, 0.832)]
    [InlineData(100.0, 1.0)]
    [InlineData(null, null)]
    public async Task Gather_Speech_CompletesWithTheText(double? confidence, double? expected)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Digits = null, Speech = new SpeechOptions() });

        await harness.PostAsync(NativeEvent.Collect(gather, "speech", new JsonObject { ["text"] = "two tickets", ["confidence"] = confidence }));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Reason.Should().Be(GatherReason.InputComplete);
        outcome.Result.Transcript.Should().Be("two tickets");
        outcome.Result.Digits.Should().BeEmpty();
        outcome.ToString().Should().NotContain("tickets");
        if (expected is { } wanted)
            outcome.Result.Confidence.Should().BeApproximately(wanted, 1e-9);
        else
            outcome.Result.Confidence.Should().BeNull();
    }

    [Theory]
    [InlineData(3, "12", "", GatherReason.Incomplete)]
    [InlineData(3, "12", "#", GatherReason.Incomplete)]
    [InlineData(3, "123", "#", GatherReason.Terminator)]
    [InlineData(3, "123", "", GatherReason.InputComplete)]
    [InlineData(0, "", "#", GatherReason.Terminator)]
    public async Task Gather_FewerDigitsThanMin_AreIncomplete(int min, string digits, string terminator, GatherReason reason)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Digits = new DigitOptions { Min = min } });

        await harness.PostAsync(NativeEvent.Digits(gather, digits, terminator));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Reason.Should().Be(reason);
        outcome.Result.Digits.Should().Be(digits);
    }

    [Fact]
    public async Task Gather_SpeechWhereDigitsWereExpected_IsNotTooShort()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Digits = new DigitOptions { Min = 4 }, Speech = new SpeechOptions() });

        await harness.PostAsync(NativeEvent.Collect(gather, "speech", new JsonObject { ["text"] = "four", ["confidence"] = 0.5 }));

        (await gather.Completion.Soon()).Result!.Reason.Should().Be(GatherReason.InputComplete);
    }

    [Theory]
    [InlineData(0, OperationEnd.CallEnded, GatherReason.CallEnded)]
    [InlineData(1, OperationEnd.CallEnded, GatherReason.CallEnded)]
    [InlineData(2, OperationEnd.Stopped, GatherReason.Stopped)]
    public async Task Gather_FinishedWithoutAStop_IsTheEndOfTheCallIfThatComesSoon(int seconds, OperationEnd end, GatherReason reason)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.Collect(gather, "finished", second: 1));
        gather.Completion.IsCompleted.Should().BeFalse("the end of the call may be behind it");
        await AdapterHarness.SettleAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(seconds));
        await harness.PostAsync(NativeEvent.Ended(Call, "hangup", 2));

        (await gather.Completion.Soon()).End.Should().Be(end);
        (await gather.Completion).Result.Should().Be(new GatherResult { Reason = reason });
    }

    [Fact]
    public async Task Gather_StateFinishedWithoutAResult_IsAnEndAsWell()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        await gather.StopAsync(Cancelled);

        await harness.PostAsync(NativeEvent.About("collect", Call, gather.Id, "finished", 1));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Gather_StateError_Fails()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.About("collect", Call, gather.Id, "error", 1));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
    }

    [Fact]
    public async Task Gather_Error_Fails()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.Collect(gather, "error"));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("error");
    }

    [Fact]
    public async Task Gather_PartialResults_AreNoEnd()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(
            NativeEvent.Collect(gather, "start_of_input", second: 1),
            NativeEvent.Collect(gather, "digit", new JsonObject { ["digits"] = "1" }, 2, ("final", false), ("state", "collecting")));
        gather.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Collect(gather, "digit", new JsonObject { ["digits"] = "12" }, 3, ("final", true), ("state", "finished")));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("12");
    }

    [Fact]
    public async Task Gather_DuplicateAndLateResults_ChangeNothing()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        var result = NativeEvent.Digits(gather, "12", second: 1);

        await harness.PostAsync(result, result, NativeEvent.Digits(gather, "34", second: 2), NativeEvent.Collect(gather, "error", second: 3));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("12");
        harness.Seen.OfType<GatherEnded>().Should().HaveCount(2);
    }

    [Fact]
    public async Task Gather_ResultBeforeTheAnswer_Completes()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(Collect, () => harness.PostAsync(NativeEvent.Of(
            "calling.call.collect", Call, 1, ("control_id", harness.Sent[0].ControlId), ("result", new JsonObject { ["type"] = "no_input" }))));

        var gather = await harness.GatherAsync();

        (await gather.Completion.Soon()).Result!.Reason.Should().Be(GatherReason.NoInput);
    }

    [Fact]
    public async Task Gather_StopAsync_IsStoppedWithWhatWasPressed()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await gather.StopAsync(Cancelled);
        gather.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Collect(gather, "finished"));
        await gather.StopAsync(Cancelled);

        harness.Names.Should().Equal(Collect, "calling.collect.stop");
        harness.Sent[1].Params.ToJsonString().Should().Be($$"""{"control_id":"{{gather.Id}}"}""");
        (await gather.Completion.Soon()).Should().Be(OperationOutcome.Stopped(new GatherResult { Reason = GatherReason.Stopped }));
    }

    [Fact]
    public async Task Gather_ResultAfterStop_CountsAsAResult()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        await gather.StopAsync(Cancelled);

        await harness.PostAsync(NativeEvent.Digits(gather, "12"));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("12");
    }

    [Fact]
    public async Task Gather_StopFindsNothing_DoesNotThrowAndEndsWithTheCall()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        harness.RefuseAsGone("calling.collect.stop");

        await gather.StopAsync(Cancelled);
        await harness.PostAsync(NativeEvent.Ended(Call));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Gather_StopRefused_ThrowsAndGoesOn()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        harness.Refuse("calling.collect.stop");

        await gather.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();
        await harness.PostAsync(NativeEvent.Collect(gather, "finished"), NativeEvent.Ended(Call));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded, "it was not we who stopped it");
    }

    [Fact]
    public async Task Gather_CallEnds_IsEndedByIt()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.Ended(Call));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Gather_Refused_LeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(Collect);

        await harness.Awaiting(each => each.GatherAsync()).Should().ThrowAsync<CommandRejectedException>();

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Gather_NothingHeard_TimesOutWhenNoInputCouldLastLonger()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest
        {
            Digits = new DigitOptions { Max = 4, InterDigitTimeout = TimeSpan.FromSeconds(5) }, Timeout = TimeSpan.FromSeconds(10),
        });

        harness.Time.Advance(TimeSpan.FromSeconds(10 + (4 * 5) + 30) - TimeSpan.FromTicks(1));
        gather.Completion.IsCompleted.Should().BeFalse("the vendor may wait for each digit, and its report be late");
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Gather_LongestTimes_AreTaken()
    {
        await using var harness = new AdapterHarness();

        var gather = await harness.GatherAsync(new GatherRequest
        {
            Digits = new DigitOptions { InterDigitTimeout = TimeSpan.MaxValue }, Speech = new SpeechOptions { MaxDuration = TimeSpan.MaxValue }, Timeout = TimeSpan.MaxValue,
        });

        harness.Sent.Should().ContainSingle().Which.Params["initial_timeout"]!.GetValue<double>().Should().Be(TimeSpan.MaxValue.TotalSeconds);
        gather.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Gather_DeadlineOfTheRequest_GoesFirst()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Deadline = TimeSpan.FromSeconds(3) });

        harness.Time.Advance(TimeSpan.FromSeconds(3));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Gather_ReportsOfOthers_AreNotItsOwn()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(
            NativeEvent.State(Call, "ending", 1),
            NativeEvent.Of("calling.call.detect", Call, 1, ("detect", new JsonObject { ["type"] = "machine", ["params"] = new JsonObject { ["event"] = "HUMAN" } })));

        gather.Completion.IsCompleted.Should().BeFalse();
        harness.Seen.Should().HaveCount(2).And.OnlyContain(each => each.Operation == null);
    }
}
