namespace CallControl.Telnyx.Tests;

/// <summary>Gathers find their ends and keys, in whatever order these come.</summary>
public sealed class GatherTests
{
    private const string Prompt = "https://cdn.example.com/prompt.mp3";

    private static readonly CallId Call = AdapterHarness.One;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static GatherRequest Asking => new() { Prompt = [MediaSource.Url(Prompt)] };

    private static GatherRequest Speaking => new() { Prompt = [MediaSource.Speech("Your number, please.")] };

    [Theory]
    [InlineData("valid", "12", OperationEnd.Completed, GatherReason.InputComplete)]
    [InlineData("invalid", "12", OperationEnd.Completed, GatherReason.Invalid)]
    [InlineData("timeout", "", OperationEnd.Completed, GatherReason.NoInput)]
    [InlineData("timeout", "1", OperationEnd.Completed, GatherReason.Incomplete)]
    [InlineData("cancelled", "1", OperationEnd.Stopped, GatherReason.Stopped)]
    [InlineData("cancelled_amd", "", OperationEnd.Stopped, GatherReason.Stopped)]
    [InlineData("call_hangup", "1", OperationEnd.CallEnded, GatherReason.CallEnded)]
    [InlineData("a-new-word", "1", OperationEnd.Completed, GatherReason.Unknown)]
    [InlineData("", "1", OperationEnd.Completed, GatherReason.Unknown)]
    public async Task Gather_Status_TellsHowItEnded(string status, string digits, OperationEnd end, GatherReason reason)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        await harness.PostAsync(NativeEvent.GatherEnded(Call, digits, status));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Result.Should().Be(new GatherResult { Digits = digits, Reason = reason });
    }

    [Fact]
    public async Task Gather_WithoutPrompt_IsKnownByItsId()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();

        harness.LastCommand()["gather_id"]!.GetValue<string>().Should().Be(gather.Id.Value);
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "99", gatherId: "of-somebody-else"));
        gather.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "12", gatherId: gather.Id.Value));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("12");
    }

    [Theory]
    [InlineData(null, "12#3", "123")]
    [InlineData("*", "1#2*", "1#2")]
    [InlineData("", "1#2*", "1#2*")]
    public async Task Gather_CallEnds_YieldsTheKeysSoFar(string? terminators, string keys, string digits)
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Digits = new DigitOptions { Terminators = terminators } });

        await harness.PostAsync(keys.Select(key => NativeEvent.Key(Call, $"{key}")));
        await harness.PostAsync("call.hangup", Call, ("hangup_cause", "normal_clearing"));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Digits.Should().Be(digits);
        harness.Seen.OfType<DtmfReceived>().Should().OnlyContain(each => each.Operation == gather.Id);
    }

    [Fact]
    public async Task Gather_Deadline_YieldsTheKeysSoFar()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(new GatherRequest { Deadline = TimeSpan.FromSeconds(10) });
        await harness.PostAsync(NativeEvent.Key(Call, "7"));

        harness.Time.Advance(TimeSpan.FromSeconds(10));

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.TimedOut);
        outcome.Result!.Digits.Should().Be("7");
    }

    [Fact]
    public async Task Gather_PromptPlayedAgain_ForgetsTheKeysOfTheTryBefore()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(
            NativeEvent.PlaybackStarted(Call, Prompt), NativeEvent.PlaybackEnded(Call, Prompt), NativeEvent.Key(Call, "1"),
            NativeEvent.PlaybackStarted(Call, Prompt), NativeEvent.PlaybackEnded(Call, Prompt), NativeEvent.Key(Call, "2"));
        await harness.PostAsync("call.hangup", Call);

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("2");
    }

    [Fact]
    public async Task Key_AfterTheEnd_BelongsToNoGather()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(NativeEvent.GatherEnded(Call, "1"), NativeEvent.Key(Call, "5"));

        harness.Seen.OfType<DtmfReceived>().Single().Operation.Should().BeNull();
        (await gather.Completion.Soon()).Result!.Digits.Should().Be("1");
    }

    [Theory]
    [InlineData("abAB")]
    [InlineData("aAbB")]
    [InlineData("AaBb")]
    [InlineData("ABab")]
    [InlineData("aABb")]
    public async Task Gather_AfterAPlaybackOfItsPrompt_BothEnd(string order)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(Prompt));
        var gather = await harness.GatherAsync(Asking);

        await harness.PostAsync(order.Select(each => char.IsLower(each) ? NativeEvent.PlaybackStarted(Call, Prompt) : NativeEvent.PlaybackEnded(Call, Prompt)));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "12"));

        (await gather.Completion.Soon()).Result!.Digits.Should().Be("12");
        harness.Seen.Count(each => each.Operation == playback.Id).Should().Be(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Playback_AfterAGatherWithTheSamePrompt_IsNotEndedByLateEventsOfThePrompt(bool isEndLate)
    {
        await using var harness = new AdapterHarness();
        await harness.GatherAsync(Asking);
        var (first, late) = (NativeEvent.PlaybackStarted(Call, Prompt), NativeEvent.PlaybackEnded(Call, Prompt));
        if (!isEndLate)
            (first, late) = (late, first);

        await harness.PostAsync(first, NativeEvent.GatherEnded(Call, "1"));
        var playback = await harness.PlayAsync(MediaSource.Url(Prompt));

        await harness.PostAsync(late);
        playback.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.PlaybackStarted(Call, Prompt), NativeEvent.PlaybackEnded(Call, Prompt));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [InlineData("plain", true, true)]
    [InlineData("plain", true, false)]
    [InlineData("plain", false, true)]
    [InlineData("plain", false, false)]
    [InlineData("played", true, false)]
    [InlineData("played", false, false)]
    [InlineData("spoken", true, false)]
    [InlineData("spoken", false, false)]
    public async Task Gather_ReplacedByAnother_EndsAsStoppedInAnyOrder(string form, bool inOrder, bool hasIds)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Form(form));
        var second = await harness.GatherAsync(Form(form));
        var replaced = NativeEvent.GatherEnded(Call, "1", "cancelled", hasIds ? first.Id.Value : null);
        var done = NativeEvent.GatherEnded(Call, "22", "valid", hasIds ? second.Id.Value : null);

        await harness.PostAsync(inOrder ? [replaced, done] : [done, replaced]);

        (await first.Completion.Soon()).Should().Be(OperationOutcome.Stopped(new GatherResult { Digits = "1", Reason = GatherReason.Stopped }));
        (await second.Completion.Soon()).Should().Be(OperationOutcome.Completed(new GatherResult { Digits = "22", Reason = GatherReason.InputComplete }));
    }

    [Fact]
    public async Task Playback_OfThePromptWhileTheKeysAreWaitedFor_EndsOnItsOwn()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking with { MaxTries = 1 });
        await harness.PostAsync(NativeEvent.PlaybackStarted(Call, Prompt, second: 1), NativeEvent.PlaybackEnded(Call, Prompt, second: 2));

        var playback = await harness.PlayAsync(MediaSource.Url(Prompt));
        await harness.PostAsync(NativeEvent.PlaybackStarted(Call, Prompt, second: 3), NativeEvent.PlaybackEnded(Call, Prompt, second: 4));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        gather.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Gather_ReplacedTwice_EachHasItsEnd()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        var second = await harness.GatherAsync(Speaking);
        var third = await harness.GatherAsync(Speaking);

        await harness.PostAsync(NativeEvent.GatherEnded(Call, "333"), NativeEvent.GatherEnded(Call, "1", "cancelled"), NativeEvent.GatherEnded(Call, "2", "cancelled"));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        (await third.Completion.Soon()).Result!.Digits.Should().Be("333");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gather_StoppedAndFollowedByAnother_EachHasItsEndInAnyOrder(bool inOrder)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        await first.StopAsync(Cancelled);
        var second = await harness.GatherAsync(Speaking);
        var (stopped, done) = (NativeEvent.GatherEnded(Call, "1", "cancelled"), NativeEvent.GatherEnded(Call, "22"));

        await harness.PostAsync(inOrder ? [stopped, done] : [done, stopped]);

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        (await second.Completion.Soon()).Result!.Digits.Should().Be("22");
    }

    [Fact]
    public async Task Key_WhileAReplacedGatherEnds_IsTheNewOnes()
    {
        await using var harness = new AdapterHarness();
        await harness.GatherAsync(Speaking);
        await harness.PostAsync(NativeEvent.Key(Call, "1"));
        var second = await harness.GatherAsync(Speaking);

        await harness.PostAsync(NativeEvent.Key(Call, "2"));
        await harness.PostAsync("call.hangup", Call);

        (await second.Completion.Soon()).Result!.Digits.Should().Be("2");
    }

    [Fact]
    public async Task Gather_ThatWasToReplaceIsRefused_LeavesTheOtherAsItWas()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        await harness.PostAsync(NativeEvent.Key(Call, "1"));
        harness.Refuse();
        await harness.Awaiting(each => each.GatherAsync(Speaking)).Should().ThrowAsync<CommandRejectedException>();

        await harness.PostAsync(NativeEvent.Key(Call, "2"));
        harness.Seen.OfType<DtmfReceived>().Should().OnlyContain(each => each.Operation == first.Id);
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "12"));

        (await first.Completion.Soon()).Should().Be(OperationOutcome.Completed(new GatherResult { Digits = "12", Reason = GatherReason.InputComplete }));
    }

    [Fact]
    public async Task Gather_StoppedThenTheNextIsRefused_StaysStopped()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        await first.StopAsync(Cancelled);
        harness.Refuse();
        await harness.Awaiting(each => each.GatherAsync(Speaking)).Should().ThrowAsync<CommandRejectedException>();

        await harness.PostAsync(NativeEvent.Key(Call, "2"), NativeEvent.GatherEnded(Call, "", "cancelled"));

        harness.Seen.OfType<DtmfReceived>().Single().Operation.Should().BeNull();
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Theory]
    [InlineData("valid")]
    [InlineData("cancelled")]
    public async Task Gather_ThatWasToReplaceIsLost_TheOtherStillEnds(string status)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        harness.LoseAnswer();
        await harness.Awaiting(each => each.GatherAsync(Speaking)).Should().ThrowAsync<ProviderUnavailableException>();

        await harness.PostAsync(NativeEvent.GatherEnded(Call, "1", status));

        (await first.Completion.Soon()).End.Should().Be(status == "valid" ? OperationEnd.Completed : OperationEnd.Stopped);
    }

    [Fact]
    public async Task Gather_TimedOutAndCutOffByTheNext_DoesNotEndTheNext()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking with { Deadline = TimeSpan.FromSeconds(5) });
        harness.Time.Advance(TimeSpan.FromSeconds(5));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        var second = await harness.GatherAsync(Speaking);

        await harness.PostAsync(NativeEvent.GatherEnded(Call, "1", "cancelled"));
        second.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "22"));

        (await second.Completion.Soon()).Result!.Digits.Should().Be("22");
    }

    [Fact]
    public async Task Gather_StoppedAfterOneWhoseEndIsLost_HearsItsOwn()
    {
        await using var harness = new AdapterHarness();
        for (var second = 0; second < 300; second += 100)
        {
            var gather = await harness.GatherAsync(Speaking);
            await gather.StopAsync(Cancelled);
            if (second > 0)
                await harness.PostAsync(NativeEvent.GatherEnded(Call, "", "cancelled", second: second));

            harness.Time.Advance(TimeSpan.FromSeconds(100));
            (await gather.Completion.Soon()).End.Should().Be(second == 0 ? OperationEnd.TimedOut : OperationEnd.Stopped);
        }
    }

    [Theory]
    [InlineData("timed out")]
    [InlineData("stopped")]
    [InlineData("replaced")]
    public async Task Gather_WhoseEndIsLost_LeavesThoseAfterItTheirOwn(string how)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking with { Deadline = TimeSpan.FromSeconds(5) });
        if (how == "stopped")
            await first.StopAsync(Cancelled);

        if (how != "replaced")
            harness.Time.Advance(TimeSpan.FromSeconds(31));

        foreach (var digits in new[] { "22", "33", "44" })
        {
            var next = await harness.GatherAsync(Speaking);
            await harness.PostAsync(NativeEvent.GatherEnded(Call, digits));
            (await next.Completion.Soon()).Result!.Digits.Should().Be(digits);
        }

        harness.Time.Advance(TimeSpan.FromSeconds(31));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Gather_TimedOutLongAgo_LeavesTheNextItsEnd()
    {
        await using var harness = new AdapterHarness();
        var request = Speaking with { Timeout = TimeSpan.FromSeconds(5), MaxTries = 2 };
        await harness.GatherAsync(request);

        // The prompt may take 30 minutes; then two tries of 5 s, and a margin.
        harness.Time.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(10) + TimeSpan.FromSeconds(30));
        var second = await harness.GatherAsync(request);
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "22"));

        (await second.Completion.Soon()).Result!.Digits.Should().Be("22");
    }

    [Fact]
    public async Task Gather_EndDeliveredTwice_DoesNotEndTheNext()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.GatherAsync(Speaking);
        var ended = NativeEvent.GatherEnded(Call, "1");
        await harness.PostAsync(ended);
        var second = await harness.GatherAsync(Speaking);

        await harness.PostAsync(ended, ended);

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        second.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task StopAsync_SendsGatherStopAndTheEndIsAStop()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync(Asking);

        await gather.StopAsync(Cancelled);

        harness.Actions.Should().Equal("gather_using_audio", "gather_stop");
        await harness.PostAsync(NativeEvent.GatherEnded(Call, "1", "cancelled"));
        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        await gather.StopAsync(Cancelled);
        harness.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task StopAsync_InputWasCompleteJustBefore_IsThatInput()
    {
        await using var harness = new AdapterHarness();
        var gather = await harness.GatherAsync();
        await gather.StopAsync(Cancelled);

        await harness.PostAsync(NativeEvent.GatherEnded(Call, "12", gatherId: gather.Id.Value));

        (await gather.Completion.Soon()).Should().Be(OperationOutcome.Completed(new GatherResult { Digits = "12", Reason = GatherReason.InputComplete }));
    }

    private static GatherRequest Form(string form) => form switch
    {
        "played" => Asking,
        "spoken" => Speaking,
        _ => new GatherRequest(),
    };
}
