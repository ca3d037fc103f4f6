using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>A prompt is played while input is collected already, in whatever order the reports of both come.</summary>
public sealed class GatherPromptTests
{
    private const string Collect = "calling.collect";
    private const string Play = "calling.play";
    private const string StopPlay = "calling.play.stop";
    private const string StopCollect = "calling.collect.stop";
    private const string StartTimers = "calling.collect.start_input_timers";

    private static readonly CallId Call = AdapterHarness.One;

    private static readonly GatherRequest Asking = new() { Prompt = [MediaSource.Url("https://cdn.example.com/menu.wav")] };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Start of input, result, end of the prompt: in all orders, of which each may come before the play was accepted, and with prompts that are played or not.</summary>
    public static TheoryData<string, int, string> Orders
    {
        get
        {
            var orders = new TheoryData<string, int, string>();
            foreach (var order in new[] { "SRF", "SFR", "RSF", "RFS", "FSR", "FRS", "RF", "FR", "R" })
            {
                for (var early = 0; early <= order.Length; early++)
                {
                    orders.Add(order, early, "finished");
                    if (order.IndexOf('R', StringComparison.Ordinal) < order.IndexOf('F', StringComparison.Ordinal))
                        orders.Add(order, early, "error");
                }
            }

            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Prompt_ReportsInAnyOrder_GatherCompletesWithTheInput(string order, int early, string end)
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(Play, () => harness.PostAsync(order[..early].Select(Report)));

        var gather = await harness.GatherAsync(Asking);
        await harness.PostAsync(order[early..].Select(Report));

        (await gather.Completion.Soon()).Should().Be(OperationOutcome.Completed(new GatherResult { Reason = GatherReason.InputComplete, Digits = "12" }));
        await AdapterHarness.SettleAsync();
        harness.Names.Should().StartWith([Collect, Play]).And.OnlyHaveUniqueItems().And.NotContain(StopCollect);
        harness.Logged.Should().NotContain(line => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal));
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().HaveCount(order.Contains('F', StringComparison.Ordinal) ? 0 : 1);

        NativeEvent Report(char each) => each switch
        {
            'S' => OfCollect(harness, """{"type": "start_of_input"}""", 1),
            'R' => OfCollect(harness, """{"type": "digit", "params": {"digits": "12", "terminator": ""}}""", 2),
            _ => OfPlay(harness, end, 3),
        };
    }

    [Fact]
    public async Task Prompt_IsPlayedOnceItIsListenedTo()
    {
        await using var harness = new AdapterHarness();

        var gather = await harness.GatherAsync(Asking);

        harness.Names.Should().Equal(Collect, Play);
        harness.Sent[0].ControlId.Should().Be(gather.Id.Value);
        harness.Sent[0].Params["start_input_timers"]!.GetValue<bool>().Should().BeFalse();
        harness.Sent[0].Params["send_start_of_input"]!.GetValue<bool>().Should().BeTrue();
        harness.Sent[1].ControlId.Should().NotBe(gather.Id.Value).And.NotBeNullOrEmpty();
        harness.Sent[1].Params["play"]!.ToJsonString().Should().Be("""[{"type":"audio","params":{"url":"https://cdn.example.com/menu.wav"}}]""");
        harness.Sent[1].Params["status_url"]!.GetValue<string>().Should().Be(AdapterHarness.StatusUrl);
    }

    [Fact]
    public async Task Prompt_Finished_StartsTheTimeOutsOnce()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(OfPlay(harness, "playing", 1), OfPlay(harness, "finished", 2));
        var started = await harness.SentAsync(StartTimers);
        await harness.PostAsync(NativeEvent.Collect(gather, "start_of_input", second: 3), NativeEvent.Digits(gather, "1", second: 4));
        await gather.Completion.Soon();
        await AdapterHarness.SettleAsync();

        started.Params.ToJsonString().Should().Be($$"""{"control_id":"{{gather.Id}}"}""");
        harness.Names.Should().Equal(Collect, Play, StartTimers);
    }

    [Fact]
    public async Task Prompt_InputBegins_IsStoppedAndThenTheTimeOutsRun()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        var prompt = harness.Sent[1].ControlId;

        await harness.PostAsync(OfPlay(harness, "playing", 1), NativeEvent.Collect(gather, "start_of_input", second: 2));
        (await harness.SentAsync(StopPlay)).ControlId.Should().Be(prompt);
        await harness.SentAsync(StartTimers);
        await harness.PostAsync(OfPlay(harness, "finished", 3), NativeEvent.Collect(gather, "no_match", second: 9));

        (await gather.Completion.Soon()).Result!.Reason.Should().Be(GatherReason.Invalid);
        harness.Names.Should().Equal(Collect, Play, StopPlay, StartTimers);
    }

    [Fact]
    public async Task Prompt_PartialResult_StopsItAsWell()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(NativeEvent.Collect(gather, "digit", null, 1, ("final", false)));

        await harness.SentAsync(StopPlay);
        gather.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Prompt_Result_StopsItAndStartsNoTimeOuts()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(NativeEvent.Digits(gather, "1", second: 1));
        await gather.Completion.Soon();
        await harness.SentAsync(StopPlay);
        await harness.PostAsync(OfPlay(harness, "finished", 2));
        await AdapterHarness.SettleAsync();

        harness.Names.Should().Equal(Collect, Play, StopPlay);
    }

    [Fact]
    public async Task Prompt_Error_FailsTheGatherAndStopsCollecting()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(OfPlay(harness, "error", 1));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("error");
        (await harness.SentAsync(StopCollect)).ControlId.Should().Be(gather.Id.Value);
        await AdapterHarness.SettleAsync();
        harness.Names.Should().Equal(Collect, Play, StopCollect);
    }

    [Fact]
    public async Task Prompt_EndIsLost_StartsTheTimeOutsAtItsDeadline()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking with { Digits = new DigitOptions { Max = 1 }, Timeout = TimeSpan.FromSeconds(5) });

        harness.Time.Advance(TimeSpan.FromMinutes(30));
        await harness.SentAsync(StartTimers);
        gather.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Collect(gather, "no_input", second: 1_900));

        (await gather.Completion.Soon()).Result!.Reason.Should().Be(GatherReason.NoInput);
    }

    [Fact]
    public async Task Prompt_EverythingIsLost_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking with { Digits = new DigitOptions { Max = 1 } });

        harness.Time.Advance(TimeSpan.FromMinutes(30));
        await harness.SentAsync(StartTimers);
        harness.Time.Advance(TimeSpan.FromMinutes(1));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await AdapterHarness.SettleAsync();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Timers_Refused_FailTheGatherAndStopCollecting()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.Refuse(StartTimers, "invalid_parameter");

        await harness.PostAsync(OfPlay(harness, "finished", 1));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("invalid_parameter");
        await harness.SentAsync(StopCollect);
        await AdapterHarness.SettleAsync();
        harness.Logged.Should().ContainSingle(line => line.Contains(" 2200 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Timers_RefusedBecauseTheResultCameFirst_CompletesWithIt()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.Refuse(StartTimers);
        harness.WhileSending(StartTimers, () => harness.PostAsync(NativeEvent.Digits(gather, "7", second: 2)));

        await harness.PostAsync(OfPlay(harness, "finished", 1));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("7");
        await AdapterHarness.SettleAsync();
        harness.Names.Should().Equal(Collect, Play, StartTimers);
        harness.Logged.Should().NotContain(line => line.Contains(" 2200 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Timers_FindNothing_WaitForTheResultAMarginLong(bool resultComes)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.RefuseAsGone(StartTimers);
        await harness.PostAsync(OfPlay(harness, "finished", 1));
        await harness.SentAsync(StartTimers);
        await AdapterHarness.SettleAsync();
        gather.Completion.IsCompleted.Should().BeFalse();

        if (resultComes)
            await harness.PostAsync(NativeEvent.Digits(gather, "7", second: 2));
        else
            harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await gather.Completion.Soon()).End.Should().Be(resultComes ? OperationEnd.Completed : OperationEnd.TimedOut);
        harness.Names.Should().NotContain(StopCollect);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Timers_AnswerLost_AreStartedAgainOnce(int lost)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        for (var i = 0; i < lost; i++)
            harness.LoseAnswer(StartTimers);

        await harness.PostAsync(OfPlay(harness, "finished", 1));
        await harness.SentAsync(StartTimers, 2);

        if (lost == 1)
        {
            await AdapterHarness.SettleAsync();
            gather.Completion.IsCompleted.Should().BeFalse();
            await harness.PostAsync(NativeEvent.Digits(gather, "7", second: 2));
        }

        (await gather.Completion.Soon()).End.Should().Be(lost == 1 ? OperationEnd.Completed : OperationEnd.Failed);
    }

    [Theory]
    [InlineData(StopPlay)]
    [InlineData(StartTimers)]
    public async Task Input_OnceBegun_IsNotTakenAwayByACommandThatFails(string command)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.Refuse(command, "invalid_state");

        await harness.PostAsync(NativeEvent.Collect(gather, "start_of_input", second: 1));
        await harness.SentAsync(command);
        await AdapterHarness.SettleAsync();
        gather.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Digits(gather, "7", second: 2), OfPlay(harness, "error", 3));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("7");
        harness.Names.Should().NotContain(StopCollect);
    }

    [Fact]
    public async Task Deadline_DuringThePrompt_StopsBoth()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking with { Deadline = TimeSpan.FromSeconds(5) });

        harness.Time.Advance(TimeSpan.FromSeconds(5));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await harness.SentAsync(StopPlay);
        await harness.SentAsync(StopCollect);
    }

    [Fact]
    public async Task Deadline_AfterThePrompt_IsWhatInputMayTakeAndAMargin()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking with
        {
            Digits = new DigitOptions { Max = 2, InterDigitTimeout = TimeSpan.FromSeconds(5) },
            Timeout = TimeSpan.FromSeconds(10),
        });
        await harness.PostAsync(OfPlay(harness, "finished", 1));
        await harness.SentAsync(StartTimers);
        await AdapterHarness.SettleAsync();

        harness.Time.Advance(TimeSpan.FromSeconds(10 + (2 * 5) + 30) - TimeSpan.FromTicks(1));
        gather.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Theory]
    [InlineData(Collect)]
    [InlineData(Play)]
    public async Task Start_AnswerLost_UndoesWhatMayBeOn(string command)
    {
        await using var harness = new AdapterHarness();
        harness.LoseAnswer(command);

        (await harness.Awaiting(each => each.GatherAsync(Asking)).Should().ThrowAsync<ProviderUnavailableException>()).Which.Effect.Should().Be(CommandEffect.Unknown);

        harness.Names.Should().Equal(command == Collect ? [Collect, StopCollect] : [Collect, Play, StopCollect, StopPlay]);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task StopOfThePrompt_FindsNothing_GoesOn()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.RefuseAsGone(StopPlay);

        await harness.PostAsync(NativeEvent.Collect(gather, "start_of_input", second: 1));
        await harness.SentAsync(StopPlay);
        await harness.PostAsync(OfPlay(harness, "finished", 1));
        await harness.SentAsync(StartTimers);
        await harness.PostAsync(NativeEvent.Digits(gather, "7", second: 2));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("7");
    }

    [Theory]
    [InlineData("CP")]
    [InlineData("PC")]
    public async Task StopAsync_DuringThePrompt_StopsBothAndStartsNoTimeOuts(string order)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        var prompt = harness.Sent[1].ControlId;

        await gather.StopAsync(Cancelled);
        foreach (var each in order)
        {
            await harness.PostAsync(each == 'C' ? NativeEvent.Collect(gather, "finished", second: 2) : OfPlay(harness, "finished", 2));
            await AdapterHarness.SettleAsync();
        }

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        harness.Names.Should().Equal(Collect, Play, StopCollect, StopPlay);
        harness.Sent[2].ControlId.Should().Be(gather.Id.Value);
        harness.Sent[3].ControlId.Should().Be(prompt);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task StopAsync_AfterThePrompt_StopsCollectingOnly()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        await harness.PostAsync(OfPlay(harness, "finished", 1));
        await harness.SentAsync(StartTimers);

        await gather.StopAsync(Cancelled);
        await gather.StopAsync(Cancelled);
        await harness.PostAsync(NativeEvent.Collect(gather, "finished", second: 2));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        harness.Names.Should().Equal(Collect, Play, StartTimers, StopCollect);
    }

    [Fact]
    public async Task StopAsync_PromptFailsMeanwhile_IsStopped()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await gather.StopAsync(Cancelled);
        await harness.PostAsync(OfPlay(harness, "error", 1));
        await AdapterHarness.SettleAsync();
        await harness.PostAsync(NativeEvent.Collect(gather, "finished", second: 2));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        harness.Names.Should().Equal(Collect, Play, StopCollect, StopPlay);
    }

    [Fact]
    public async Task StopAsync_CallIsGone_EndsWithTheCall()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        harness.RefuseAsGone(StopCollect);
        harness.RefuseAsGone(StopPlay);

        await gather.StopAsync(Cancelled);
        await harness.PostAsync(NativeEvent.Ended(Call));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task HangUp_DuringThePrompt_EndsBothAndSendsNothing()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(OfPlay(harness, "playing", 1), NativeEvent.Ended(Call), OfPlay(harness, "finished", 2));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        await AdapterHarness.SettleAsync();
        harness.Names.Should().Equal(Collect, Play);
    }

    [Fact]
    public async Task FinishedWithoutAStop_DuringThePrompt_IsTheEndOfTheCall()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(NativeEvent.Collect(gather, "finished", second: 1), NativeEvent.Ended(Call));

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Collect_Refused_PlaysNothing()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(Collect);

        await harness.Awaiting(each => each.GatherAsync(Asking)).Should().ThrowAsync<CommandRejectedException>();

        harness.Names.Should().Equal(Collect);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Play_Refused_StopsCollectingAndThrows()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(Play, "invalid_parameter");

        (await harness.Awaiting(each => each.GatherAsync(Asking)).Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("invalid_parameter");

        harness.Names.Should().Equal(Collect, Play, StopCollect);
        harness.Sent[2].ControlId.Should().Be(harness.Sent[0].ControlId);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Play_FindsNoCall_SaysSo()
    {
        await using var harness = new AdapterHarness();
        harness.RefuseAsGone(Play);
        harness.RefuseAsGone(StopCollect);

        await harness.Awaiting(each => each.GatherAsync(Asking)).Should().ThrowAsync<CallEndedException>();

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Prompt_LateAndDuplicateReports_ChangeNothing()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);
        var (began, finished) = (NativeEvent.Collect(gather, "start_of_input", second: 1), OfPlay(harness, "finished", 2));

        await harness.PostAsync(began, began, NativeEvent.Collect(gather, "start_of_input", second: 1.5), finished, finished);
        await harness.SentAsync(StartTimers);
        await harness.PostAsync(OfPlay(harness, "error", 3), OfPlay(harness, "playing", 4), NativeEvent.Digits(gather, "7", second: 5));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("7");
        await AdapterHarness.SettleAsync();
        harness.Names.Should().StartWith([Collect, Play]).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Gathers_ManyAtOnce_EachHearsItsOwn()
    {
        const int Count = 200;
        await using var harness = new AdapterHarness();
        var calls = Enumerable.Range(0, Count).Select(each => new CallId($"call-{each}")).ToArray();

        var outcomes = await Task.WhenAll(calls.Select((call, index) => Task.Run(() => ConverseAsync(harness, call, index), Cancelled))).Soon();

        for (var index = 0; index < Count; index++)
        {
            outcomes[index].Should().Be(OperationOutcome.Completed(new GatherResult { Reason = GatherReason.InputComplete, Digits = $"{index}" }));
            harness.Operations.Pending(AdapterHarness.Provider, calls[index]).Should().BeEmpty();
        }

        harness.Names.Count(name => name == StartTimers).Should().Be(Count);
    }

    private static async Task<OperationOutcome<GatherResult>> ConverseAsync(AdapterHarness harness, CallId call, int index)
    {
        var gather = await harness.Control.StartGatherAsync(call, Asking, Cancelled);
        var prompt = harness.Sent.Last(command => command.Name == Play && command.Call == call.Value).ControlId!;
        await harness.PostAsync(
            NativeEvent.About("play", call, new OperationId(prompt), "playing", 1), NativeEvent.Collect(gather, "start_of_input", second: 1),
            NativeEvent.About("play", call, new OperationId(prompt), "finished", 2));
        while (!harness.Sent.Any(command => command.Name == StartTimers && command.Call == call.Value))
            await Task.Yield();

        await harness.PostAsync(NativeEvent.Digits(gather, $"{index}", second: 3));
        return await gather.Completion;
    }

    private static NativeEvent OfPlay(AdapterHarness harness, string state, double second) =>
        NativeEvent.About("play", Call, new OperationId(harness.Sent.First(command => command.Name == Play).ControlId!), state, second);

    private static NativeEvent OfCollect(AdapterHarness harness, string result, double second) => NativeEvent.Of(
        "calling.call.collect", Call, second, ("control_id", harness.Sent[0].ControlId), ("result", JsonNode.Parse(result)));
}
