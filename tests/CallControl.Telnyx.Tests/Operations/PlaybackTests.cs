namespace CallControl.Telnyx.Tests;

/// <summary>Playbacks find their events, in whatever order these come.</summary>
public sealed class PlaybackTests
{
    private const string A = "https://cdn.example.com/a.mp3";
    private const string B = "https://cdn.example.com/b.mp3";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All orders of four events, with the vendor's ids and without.</summary>
    public static TheoryData<string, bool> Orders
    {
        get
        {
            var orders = new TheoryData<string, bool>();
            foreach (var order in Permutations("aAbB"))
            {
                orders.Add(order, true);
                orders.Add(order, false);
            }

            return orders;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Playback_TwiceTheSameFile_BothCompleteInAnyOrderOfEvents(string order, bool hasIds)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync(order.Select(each => Event(each, A, A, hasIds)));

        first.Completion.IsCompleted.Should().BeTrue();
        second.Completion.IsCompleted.Should().BeTrue();
        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        (await second.Completion).End.Should().Be(OperationEnd.Completed);
        if (!hasIds)
            return;

        harness.Seen.Should().OnlyContain(each => each.Operation == first.Id || each.Operation == second.Id);
        harness.Seen.Count(each => each.Operation == first.Id).Should().Be(2);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Playback_OfTwoFiles_EachHearsItsOwn(string order, bool hasIds)
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(B));

        await harness.PostAsync(order.Select(each => Event(each, A, B, hasIds)));

        var names = harness.Seen.Select(each => (Url: UrlOf(each), each.Operation)).ToArray();
        names.Should().OnlyContain(each => each.Operation == (each.Url == A ? first.Id : second.Id));
        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        (await second.Completion).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Playback_AfterTheOther_IsNotEndedByLateEventsOfIt(string order, bool hasIds)
    {
        // The second is started as soon as the first is heard to have ended, whatever else is still on its way.
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Event('A', A, A, hasIds));
        var second = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync(order.Where(each => each != 'A').Select(each => Event(each, A, A, hasIds)));

        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        second.Completion.IsCompleted.Should().BeTrue();
        harness.Seen.Count(each => each.Operation == first.Id).Should().Be(2);
        harness.Seen.Count(each => each.Operation == second.Id).Should().Be(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Playback_LateStartOfTheFirst_IsNotTakenForTheSecond(bool hasIds)
    {
        await using var harness = new AdapterHarness();
        await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Event('A', A, A, hasIds));
        var second = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync(Event('a', A, A, hasIds));
        second.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Event('b', A, A, hasIds));
        second.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Event('B', A, A, hasIds));

        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_EventsDeliveredTwice_CountOnce()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(A));
        var (started, ended) = (Event('a', A, A, false), Event('A', A, A, false));

        await harness.PostAsync(started, started, ended, ended, started, ended);

        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        second.Completion.IsCompleted.Should().BeFalse();
        harness.Seen.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("completed", OperationEnd.Completed)]
    [InlineData("cancelled", OperationEnd.Stopped)]
    [InlineData("cancelled_amd", OperationEnd.Stopped)]
    [InlineData("call_hangup", OperationEnd.CallEnded)]
    [InlineData("file_not_found", OperationEnd.Failed)]
    [InlineData("failed", OperationEnd.Failed)]
    [InlineData("unknown", OperationEnd.Completed)]
    [InlineData("a-new-word", OperationEnd.Completed)]
    public async Task Playback_Status_TellsHowItEnded(string status, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync(
            NativeEvent.PlaybackStarted(AdapterHarness.One, A, second: 2), NativeEvent.PlaybackEnded(AdapterHarness.One, A, second: 9, status: status));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Result!.Duration.Should().Be(TimeSpan.FromSeconds(7));
        outcome.Failure?.Code.Should().Be(status);
        (outcome.Failure is null).Should().Be(end != OperationEnd.Failed);
    }

    [Fact]
    public async Task Playback_OfALibraryFileWhoseAddressIsToldToo_Completes()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Library("greeting"));

        await harness.PostAsync(
            NativeEvent.Of("call.playback.started", AdapterHarness.One, 0, ("media_name", "greeting"), ("media_url", A)),
            NativeEvent.Of("call.playback.ended", AdapterHarness.One, 1, ("media_name", "greeting"), ("media_url", A), ("status", "completed")));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Playback_OfBytes_IsTheOneWithoutAddressAndName(string? empty)
    {
        await using var harness = new AdapterHarness();
        var file = await harness.PlayAsync(MediaSource.Url(A));
        var bytes = await harness.PlayAsync(MediaSource.Audio(new byte[] { 1 }, AudioFormat.Mp3));

        await harness.PostAsync(
            NativeEvent.Of("call.playback.ended", AdapterHarness.One, 1, ("media_name", empty), ("media_url", empty), ("status", "completed")));

        (await bytes.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        file.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Playback_OfSpeechAndFiles_IsTheListOfTheirCommandsAndEndsWithTheLast()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Speech("One."), MediaSource.Url(A), MediaSource.Speech("Two."));

        harness.Actions.Should().Equal("speak", "playback_start", "speak");
        await harness.PostAsync("call.speak.started", AdapterHarness.One);
        await harness.PostAsync("call.speak.ended", AdapterHarness.One, ("status", "completed"));
        await harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false));
        playback.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync("call.speak.ended", AdapterHarness.One, ("status", "completed"));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Duration.Should().BeNull();
        harness.Seen.Should().OnlyContain(each => each.Operation == playback.Id);
    }

    [Fact]
    public async Task Playback_OfAListOneOfWhichFails_Fails()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A), MediaSource.Url(B));

        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, A, status: "file_not_found"));
        playback.Completion.IsCompleted.Should().BeFalse("the vendor plays the other one all the same");
        await harness.PostAsync(NativeEvent.PlaybackStarted(AdapterHarness.One, B), NativeEvent.PlaybackEnded(AdapterHarness.One, B));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("file_not_found");
    }

    [Fact]
    public async Task Playback_Refused_IsForgottenAndTheNextOfTheSameFileHearsItsEvents()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse();
        await harness.Awaiting(each => each.PlayAsync(MediaSource.Url(A))).Should().ThrowAsync<CommandRejectedException>();

        var next = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false));

        (await next.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Operations.Pending(AdapterHarness.Provider, AdapterHarness.One).Should().BeEmpty();
    }

    [Fact]
    public async Task Playback_WhoseAnswerIsLost_LetsTheNextOfTheSameFileEnd()
    {
        await using var harness = new AdapterHarness();
        harness.LoseAnswer();
        var thrown = await harness.Awaiting(each => each.PlayAsync(MediaSource.Url(A))).Should().ThrowAsync<ProviderUnavailableException>();
        thrown.Which.Effect.Should().Be(CommandEffect.Unknown);

        var next = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false));

        (await next.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_WhoseAnswerIsLostWhileItIsHeard_TakesItsOwnEnd()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(() => harness.PostAsync(Event('a', A, A, false)));
        harness.LoseAnswer();
        await harness.Awaiting(each => each.PlayAsync(MediaSource.Url(A))).Should().ThrowAsync<ProviderUnavailableException>();

        var next = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Event('A', A, A, false));

        next.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Event('b', A, A, false), Event('B', A, A, false));
        (await next.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_OfAListWhoseSecondIsRefused_GoesOnAndFailsWhenTheFirstIsOver()
    {
        await using var harness = new AdapterHarness();
        harness.Accept();
        harness.Refuse();
        var playback = await harness.PlayAsync(MediaSource.Url(A), MediaSource.Url(B));
        var next = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Message.Should().StartWith("Sources[1] was not taken: ");
        next.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Event('b', A, A, false), Event('B', A, A, false));
        (await next.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_OfAListWhoseSecondIsRefusedAfterTheFirstIsOver_HasFailed()
    {
        await using var harness = new AdapterHarness();
        harness.Accept();
        harness.WhileSending(() => harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false)));
        harness.Refuse();

        var playback = await harness.PlayAsync(MediaSource.Url(A), MediaSource.Url(B));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
    }

    [Theory]
    [InlineData("speech")]
    [InlineData("file")]
    public async Task Playback_WhoseEndIsLost_LeavesThoseAfterItTheirOwn(string kind)
    {
        await using var harness = new AdapterHarness();
        MediaSource source = kind == "file" ? MediaSource.Url(A) : MediaSource.Speech("Hello.");
        var lost = await harness.PlayAsync(source);
        await harness.PostAsync(Sign(kind, isEnd: false, second: 1));
        harness.Time.Advance(TimeSpan.FromMinutes(31));
        (await lost.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);

        for (var second = 10; second < 40; second += 10)
        {
            var next = await harness.PlayAsync(source);
            await harness.PostAsync(Sign(kind, isEnd: false, second), Sign(kind, isEnd: true, second + 5));
            (await next.Completion.Soon()).Should().Be(OperationOutcome.Completed(new PlaybackResult { Duration = TimeSpan.FromSeconds(5) }));
        }
    }

    [Fact]
    public async Task Playback_CutOffBeforeItStarted_LeavesThoseAfterItTheirStart()
    {
        await using var harness = new AdapterHarness();
        var cut = await harness.PlayAsync(MediaSource.Speech("Hello."));
        await harness.PostAsync(NativeEvent.Of("call.speak.ended", AdapterHarness.One, 1, ("status", "cancelled")));
        (await cut.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);

        var next = await harness.PlayAsync(MediaSource.Speech("Hello again."));
        await harness.PostAsync(Sign("speech", isEnd: false, 10), Sign("speech", isEnd: true, 15));

        (await next.Completion.Soon()).Should().Be(OperationOutcome.Completed(new PlaybackResult { Duration = TimeSpan.FromSeconds(5) }));
        harness.Seen.Count(each => each.Operation == next.Id).Should().Be(2);
    }

    [Theory]
    [InlineData("A", "B")]
    [InlineData("B", "A")]
    public async Task Playback_LaidOverAnotherOfTheSameFile_BothEnd(string first, string second)
    {
        await using var harness = new AdapterHarness();
        var one = await harness.PlayAsync(MediaSource.Url(A));
        var two = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PostAsync(Sign("file", isEnd: false, 1), Sign("file", isEnd: false, 3));

        await harness.PostAsync(Sign("file", isEnd: true, first == "A" ? 4 : 6), Sign("file", isEnd: true, second == "A" ? 4 : 6));

        (await one.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        (await two.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_OfAListOfWhichAnEndIsLost_IsGivenUpSoon()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A), MediaSource.Url(B));

        await harness.PostAsync(Event('a', A, B, false), Event('b', A, B, false), Event('B', A, B, false));
        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task StopAsync_AfterOneOfWhichNoAnswerCame_SendsTheSameCommandAgain()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));
        harness.LoseAnswer();
        await playback.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<ProviderUnavailableException>();
        var id = (string)harness.LastCommand()["command_id"]!;

        await playback.StopAsync(Cancelled);
        await playback.StopAsync(Cancelled);

        harness.Actions.Should().Equal("playback_start", "playback_stop", "playback_stop");
        ((string)harness.LastCommand()["command_id"]!).Should().Be(id);
        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, A, status: "cancelled"));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task StopAsync_WhenTheNextIsHeardAlready_IsNotSent()
    {
        await using var harness = new AdapterHarness();
        var one = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PlayAsync(MediaSource.Url(B));
        await harness.PostAsync(Event('a', A, B, false), Event('b', A, B, false));

        await one.StopAsync(Cancelled);

        harness.Actions.Should().Equal("playback_start", "playback_start");
        await harness.PostAsync(Event('A', A, B, false));
        (await one.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StopAsync_WhileAGatherListens_IsSentAtOnce()
    {
        await using var harness = new AdapterHarness();
        var music = await harness.PlayAsync(MediaSource.Url(A));
        await harness.GatherAsync();

        await music.StopAsync(Cancelled);

        harness.Actions.Should().Equal("playback_start", "gather", "playback_stop");
    }

    [Fact]
    public async Task StopAsync_Twice_ReachesThisPlaybackOnly()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        await harness.PlayAsync(MediaSource.Url(B));
        await harness.PostAsync(Event('a', A, B, false));

        await first.StopAsync(Cancelled);
        await first.StopAsync(Cancelled);

        harness.Actions.Should().Equal("playback_start", "playback_start", "playback_stop");
    }

    [Fact]
    public async Task Playback_AllEventsBeforeTheAnswer_HasEndedWhenItIsHandedOut()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(() => harness.PostAsync(Event('a', A, A, false), Event('A', A, A, false)));

        var playback = await harness.PlayAsync(MediaSource.Url(A));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Operations.Pending(AdapterHarness.Provider, AdapterHarness.One).Should().BeEmpty();
    }

    [Fact]
    public async Task Playback_Hangup_EndsAll()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(A));

        await harness.PostAsync("call.hangup", AdapterHarness.One, ("hangup_cause", "normal_clearing"));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Theory]
    [InlineData(1, 30)]
    [InlineData(null, 720)]
    public async Task Playback_NothingHeard_TimesOut(int? repeat, int minutes)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.Control.StartPlaybackAsync(
            AdapterHarness.One, new PlaybackRequest { Sources = [MediaSource.Url(A)], Repeat = repeat }, Cancelled);

        harness.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task StopAsync_Alone_StopsAllAndIsStopped()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));

        await playback.StopAsync(Cancelled);

        harness.Actions.Last().Should().Be("playback_stop");
        ((string)harness.LastCommand()["stop"]!).Should().Be("all");
        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, A, status: "cancelled"));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        await playback.StopAsync(Cancelled);
        harness.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task StopAsync_OfWhatWaitsInTheQueue_CutsItWhenItStarts()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(B));
        await harness.PostAsync(Event('a', A, B, false));

        var stop = second.StopAsync(Cancelled);

        stop.IsCompleted.Should().BeFalse();
        harness.Actions.Should().NotContain("playback_stop");
        await harness.PostAsync(Event('A', A, B, false), Event('b', A, B, false));
        await stop.Soon();
        harness.Actions.Should().Equal("playback_start", "playback_start", "playback_stop");
        ((string)harness.LastCommand()["stop"]!).Should().Be("current");
        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, B, second: 4, status: "cancelled"));
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task StopAsync_OfWhatWaitsAndNeverStarts_EndsWithTheCall()
    {
        await using var harness = new AdapterHarness();
        await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(B));
        var stop = second.StopAsync(Cancelled);

        await harness.PostAsync("call.hangup", AdapterHarness.One);

        await stop.Soon();
        harness.Actions.Should().NotContain("playback_stop");
    }

    [Fact]
    public async Task StopAsync_WaitGivenUp_SendsNothing()
    {
        await using var harness = new AdapterHarness();
        await harness.PlayAsync(MediaSource.Url(A));
        var second = await harness.PlayAsync(MediaSource.Url(B));
        using var source = new CancellationTokenSource();
        var stop = second.StopAsync(source.Token);

        await source.CancelAsync();

        await FluentActions.Awaiting(() => stop).Should().ThrowAsync<OperationCanceledException>();
        harness.Actions.Should().NotContain("playback_stop");
        await harness.PostAsync(Event('b', A, B, false), Event('B', A, B, false));
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StopAsync_OfAListAmongOthers_IsRefused()
    {
        await using var harness = new AdapterHarness();
        var list = await harness.PlayAsync(MediaSource.Url(A), MediaSource.Url(B));
        await harness.PlayAsync(MediaSource.Url(A));

        var thrown = await list.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>();

        thrown.Which.Feature.Should().Be(CallFeature.PlaybackStop);
        harness.Actions.Should().NotContain("playback_stop");
    }

    [Fact]
    public async Task StopAsync_CallIsOver_DoesNotThrow()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));
        harness.Refuse(code: "90018");

        await playback.StopAsync(Cancelled);

        playback.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync("call.hangup", AdapterHarness.One);
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task StopAsync_Refused_ThrowsAndThePlaybackGoesOn()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));
        harness.Refuse();

        await playback.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();

        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, A, status: "unknown"));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed, "nothing has cut it short");
    }

    [Fact]
    public async Task StopAsync_AnswerLost_ThrowsAndAnUnclearEndIsAStop()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));
        harness.LoseAnswer();

        await playback.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<ProviderUnavailableException>();

        await harness.PostAsync(NativeEvent.PlaybackEnded(AdapterHarness.One, A, status: "unknown"));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task StopAsync_EndIsNeverHeard_TimesOutAfterTheMargin()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));
        await playback.StopAsync(Cancelled);

        harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Controls_TheVendorLacks_AreRefusedBeforeAnythingIsSent()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Url(A));

        foreach (var (feature, control) in new (CallFeature, Func<Task>)[]
        {
            (CallFeature.PlaybackPause, () => playback.PauseAsync(Cancelled)),
            (CallFeature.PlaybackPause, () => playback.ResumeAsync(Cancelled)),
            (CallFeature.PlaybackSeek, () => playback.SeekAsync(TimeSpan.FromSeconds(1), Cancelled)),
            (CallFeature.PlaybackRestart, () => playback.RestartAsync(Cancelled)),
            (CallFeature.PlaybackVolume, () => playback.SetVolumeAsync(1, Cancelled)),
        })
        {
            (await FluentActions.Awaiting(control).Should().ThrowAsync<CapabilityNotSupportedException>()).Which.Feature.Should().Be(feature);
        }

        harness.Sent.Should().ContainSingle();
    }

    private static NativeEvent Event(char kind, string first, string second, bool hasIds) => kind switch
    {
        'a' => NativeEvent.PlaybackStarted(AdapterHarness.One, first, hasIds ? "p1" : null, 1),
        'A' => NativeEvent.PlaybackEnded(AdapterHarness.One, first, hasIds ? "p1" : null, 2),
        'b' => NativeEvent.PlaybackStarted(AdapterHarness.One, second, hasIds ? "p2" : null, 3),
        _ => NativeEvent.PlaybackEnded(AdapterHarness.One, second, hasIds ? "p2" : null, 4),
    };

    private static NativeEvent Sign(string kind, bool isEnd, int second) => (kind, isEnd) switch
    {
        ("file", false) => NativeEvent.PlaybackStarted(AdapterHarness.One, A, second: second),
        ("file", true) => NativeEvent.PlaybackEnded(AdapterHarness.One, A, second: second),
        (_, false) => NativeEvent.Of("call.speak.started", AdapterHarness.One, second),
        (_, true) => NativeEvent.Of("call.speak.ended", AdapterHarness.One, second, ("status", "completed")),
    };

    private static string? UrlOf(CallEvent each) => each.NativeEvent switch
    {
        CallPlaybackStartedEvent started => started.MediaUrl,
        CallPlaybackEndedEvent ended => ended.MediaUrl,
        _ => null,
    };

    private static IEnumerable<string> Permutations(string letters) =>
        letters.Length == 1 ? [letters] : letters.SelectMany(letter => Permutations(letters.Replace($"{letter}", "", StringComparison.Ordinal)).Select(rest => letter + rest));
}
