namespace CallControl.SignalWire.Tests;

/// <summary>Playbacks are known by their <c>control_id</c>; why they ended we must know ourselves.</summary>
public sealed class PlaybackTests
{
    private const string Play = "calling.play";
    private const string Stop = "calling.play.stop";

    private static readonly CallId Call = AdapterHarness.One;
    private static readonly MediaSource Song = MediaSource.Url("https://cdn.example.com/a.mp3");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Playback_Finished_Completes()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        harness.Sent.Single().ControlId.Should().Be(playback.Id.Value);
        await harness.PostAsync(Playing(playback, 1));
        playback.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Finished(playback, 9));

        (await playback.Completion.Soon()).Should().Be(OperationOutcome.Completed(new PlaybackResult()), "the vendor tells no length");
        harness.Seen.Select(each => each.GetType()).Should().Equal(typeof(PlaybackStarted), typeof(PlaybackEnded));
        harness.Seen.Should().OnlyContain(each => each.Operation == playback.Id);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Playback_FinishedOvertakesPlaying_CompletesOnce()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await harness.PostAsync(Finished(playback, 9), Playing(playback, 1));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_FinishedBeforeTheAnswer_Completes()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(Play, () => harness.PostAsync(NativeEvent.About("play", Call, new OperationId(harness.Sent[^1].ControlId!), "finished", 1)));

        var playback = await harness.PlayAsync(Song);

        playback.Completion.IsCompleted.Should().BeTrue();
        (await playback.Completion).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_Error_Fails()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await harness.PostAsync(NativeEvent.About("play", Call, playback.Id, "error", 2));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("error");
        harness.Seen.OfType<PlaybackEnded>().Single().Reason.Should().Be(PlaybackReason.Failed);
    }

    [Fact]
    public async Task Playback_FinishedAfterStop_IsStopped()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await playback.StopAsync(Cancelled);
        playback.Completion.IsCompleted.Should().BeFalse("the end comes with the vendor's report");
        await harness.PostAsync(Finished(playback, 3));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        harness.Names.Should().Equal(Play, Stop);
        harness.Sent[1].Params.ToJsonString().Should().Be($$"""{"control_id":"{{playback.Id}}"}""");
    }

    [Fact]
    public async Task Playback_ErrorAfterStop_Fails()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        await playback.StopAsync(Cancelled);

        await harness.PostAsync(NativeEvent.About("play", Call, playback.Id, "error", 2));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
    }

    [Fact]
    public async Task Playback_StopTwiceOrLate_IsSentOnce()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await Task.WhenAll(playback.StopAsync(Cancelled), playback.StopAsync(Cancelled));
        await harness.PostAsync(Finished(playback, 3));
        await playback.Completion.Soon();
        await playback.StopAsync(Cancelled);

        harness.Names.Should().Equal(Play, Stop);
    }

    [Fact]
    public async Task Playback_StopRefused_ThrowsAndLeavesItAsItWas()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        harness.Refuse(Stop);

        await playback.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();
        await harness.PostAsync(Finished(playback, 9));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed, "it was not cut short");
    }

    [Fact]
    public async Task Playback_StopFindsNothing_WaitsForTheEndAMarginLong()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        harness.RefuseAsGone(Stop);

        await playback.StopAsync(Cancelled);

        harness.Time.Advance(TimeSpan.FromSeconds(29));
        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromSeconds(1));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Theory]
    [InlineData(true, OperationEnd.Completed)]
    [InlineData(false, OperationEnd.CallEnded)]
    public async Task Playback_HangUp_CountsAsWhateverComesFirst(bool finishedFirst, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        NativeEvent[] events = [Finished(playback, 5), NativeEvent.Ended(Call, "hangup", 5)];

        await harness.PostAsync(finishedFirst ? events : events.Reverse());

        (await playback.Completion.Soon()).End.Should().Be(end);
    }

    [Fact]
    public async Task Playback_DuplicatesAndLateReports_ChangeNothing()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        var finished = Finished(playback, 9);

        await harness.PostAsync(finished, finished, NativeEvent.About("play", Call, playback.Id, "error", 10), Playing(playback, 11));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Seen.OfType<PlaybackEnded>().Should().HaveCount(2, "the second delivery is dropped, the late report is delivered");
    }

    [Fact]
    public async Task Playback_Two_EachHearsItsOwn()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.PlayAsync(Song);
        var second = await harness.PlayAsync(Song);
        first.Id.Should().NotBe(second.Id);

        await harness.PostAsync(Finished(second, 5));
        first.Completion.IsCompleted.Should().BeFalse("the vendor mixes them, none replaces another");
        await harness.PostAsync(NativeEvent.About("play", Call, first.Id, "error", 6));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_ReportsOfOthers_AreNotItsOwn()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await harness.PostAsync(
            NativeEvent.About("play", Call, new OperationId("of-a-document"), "finished", 1),
            NativeEvent.About("play", AdapterHarness.Two, playback.Id, "finished", 1),
            NativeEvent.State(Call, "ending", 1),
            NativeEvent.About("record", Call, new OperationId("another"), "finished", 1));

        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Seen.Single(each => each.Name == "calling.call.state").Operation.Should().BeNull();
    }

    [Fact]
    public async Task Playback_EndOfTheCall_IsOfNoOperation()
    {
        await using var harness = new AdapterHarness();
        await harness.PlayAsync(Song);

        await harness.PostAsync(NativeEvent.Ended(Call));

        harness.Seen.OfType<CallEnded>().Single().Operation.Should().BeNull();
    }

    [Theory]
    [InlineData("finished", false, OperationEnd.Completed)]
    [InlineData("finished", true, OperationEnd.Stopped)]
    [InlineData("error", false, OperationEnd.Failed)]
    public async Task Playback_ReportInTheFlatForm_EndsItAsWell(string state, bool isStopped, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        if (isStopped)
            await playback.StopAsync(Cancelled);

        await harness.PostAsync(Flat(playback, "playing"), Flat(playback, "paused"));
        playback.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Flat(playback, state), Flat(playback, "finished"));

        var outcome = await playback.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Failure?.Code.Should().Be(state);
    }

    [Fact]
    public async Task Playback_ReportWithAMemberThatCannotBeRead_EndsIt()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await harness.PostAsync(NativeEvent.About("play", Call, playback.Id, "finished", 2, ("tag", new System.Text.Json.Nodes.JsonObject())));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_Refused_LeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(Play, "invalid_parameter");

        var thrown = await harness.Awaiting(each => each.PlayAsync(Song)).Should().ThrowAsync<CommandRejectedException>();

        thrown.Which.Error!.Code.Should().Be("invalid_parameter");
        thrown.Which.Operation!.Value.Value.Should().Be(harness.Sent.Single().ControlId);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Playback_OfACallThatIsGone_SaysSo()
    {
        await using var harness = new AdapterHarness();
        harness.RefuseAsGone(Play);

        await harness.Awaiting(each => each.PlayAsync(Song)).Should().ThrowAsync<CallEndedException>();

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Playback_AnswerLost_MayHaveBegun()
    {
        await using var harness = new AdapterHarness();
        harness.LoseAnswer(Play);

        (await harness.Awaiting(each => each.PlayAsync(Song)).Should().ThrowAsync<ProviderUnavailableException>()).Which.Effect.Should().Be(CommandEffect.Unknown);

        harness.Sent.Should().ContainSingle("the vendor suppresses no second one");
    }

    [Fact]
    public async Task Playback_PauseAndResume_AreSentAndExtendTheDeadline()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await playback.PauseAsync(Cancelled);
        await harness.PostAsync(NativeEvent.About("play", Call, playback.Id, "paused", 2));
        harness.Time.Advance(TimeSpan.FromHours(11));
        playback.Completion.IsCompleted.Should().BeFalse("a pause lasts as long as one lets it");
        await playback.ResumeAsync(Cancelled);
        await harness.PostAsync(Playing(playback, 40_000), Finished(playback, 40_010));

        harness.Names.Should().Equal(Play, "calling.play.pause", "calling.play.resume");
        harness.Sent.Skip(1).Should().OnlyContain(command => command.Call == Call.Value && command.ControlId == playback.Id.Value && command.Params.Count == 1);
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Playback_PausedForEver_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        await playback.PauseAsync(Cancelled);

        harness.Time.Advance(TimeSpan.FromHours(12));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Playback_PauseRefused_ThrowsAndLeavesTheDeadline()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        harness.Refuse("calling.play.pause");

        await playback.Awaiting(each => each.PauseAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();

        harness.Time.Advance(TimeSpan.FromMinutes(30));
        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(-0.5)]
    [InlineData(0)]
    [InlineData(40)]
    public async Task Playback_VolumeInRange_IsSent(double decibels)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        await playback.SetVolumeAsync(decibels, Cancelled);

        harness.Sent[^1].Name.Should().Be("calling.play.volume");
        harness.Sent[^1].Params["volume"]!.GetValue<double>().Should().Be(decibels);
        harness.Sent[^1].ControlId.Should().Be(playback.Id.Value);
    }

    [Theory]
    [InlineData(-40.1)]
    [InlineData(40.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task Playback_VolumeOutOfRange_IsRefusedBeforeItIsSent(double decibels)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        var refused = await playback.Awaiting(each => Task.Run(() => each.SetVolumeAsync(decibels, Cancelled), Cancelled)).Should().ThrowAsync<RequestValidationException>();

        refused.Which.Violations.Should().ContainSingle().Which.Should().Match<Violation>(each => each.Field == "decibels" && each.Rule == "must be -40 to 40");
        harness.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Playback_ControlsAfterTheEnd_DoNothing()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);
        await harness.PostAsync(Finished(playback, 9));
        await playback.Completion.Soon();

        await playback.PauseAsync(Cancelled);
        await playback.ResumeAsync(Cancelled);
        await playback.SetVolumeAsync(1, Cancelled);
        await playback.StopAsync(Cancelled);

        harness.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Playback_SeekAndRestart_AreRefused()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(Song);

        (await playback.Awaiting(each => each.SeekAsync(TimeSpan.FromSeconds(1), Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.PlaybackSeek);
        (await playback.Awaiting(each => each.RestartAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.PlaybackRestart);

        harness.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(1, 1, 30)]
    [InlineData(2, 1, 60)]
    [InlineData(2, 3, 180)]
    [InlineData(100, 1, 720)]
    [InlineData(null, 1, 720)]
    public async Task Playback_NothingHeard_TimesOut(int? repeat, int sources, int minutes)
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(new PlaybackRequest { Sources = [.. Enumerable.Repeat(Song, sources)], Repeat = repeat });

        harness.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await harness.PostAsync(Finished(playback, 1));
        harness.Seen.OfType<PlaybackEnded>().Single().Operation.Should().Be(playback.Id);
    }

    [Fact]
    public async Task Playback_EndlessSilence_LastsAsLongAsOneLetsIt()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(MediaSource.Silence());

        harness.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromTicks(1));
        playback.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Playback_DeadlineOfTheRequest_GoesFirst()
    {
        await using var harness = new AdapterHarness();
        var playback = await harness.PlayAsync(new PlaybackRequest { Sources = [Song], Deadline = TimeSpan.FromSeconds(7) });

        harness.Time.Advance(TimeSpan.FromSeconds(7));

        (await playback.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    private static NativeEvent Flat(PlaybackOperation playback, string state) => NativeEvent.Flat(
        ("call_id", Call.Value), ("node_id", "8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east"), ("control_id", playback.Id.Value), ("state", state));

    private static NativeEvent Playing(PlaybackOperation playback, double second) => NativeEvent.About("play", Call, playback.Id, "playing", second);

    private static NativeEvent Finished(PlaybackOperation playback, double second) => NativeEvent.About("play", Call, playback.Id, "finished", second);
}
