namespace CallControl.SignalWire.Tests;

/// <summary>Two calls meet in a conference, whose reports name the operation by their address.</summary>
public sealed class BridgeTests
{
    private const string Wait = """{"sleep":-1}""";
    private const string KeepAlive = """[{"sleep":-1}]""";

    private static readonly CallId One = AdapterHarness.One;
    private static readonly CallId Two = AdapterHarness.Two;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, Wait)]
    [InlineData(true, Wait)]
    [InlineData(false, """{"switch":{"variable":"join_conference_result","case":{"completed":[{"hangup":{}}]},"default":[{"sleep":-1}]}}""")]
    public async Task Bridge_IsSent_PutsBothCallsIntoAConferenceOfTheirOwn(bool? keep, string afterwards)
    {
        await using var harness = new AdapterHarness();

        var bridge = await BridgeAsync(harness, keep);

        harness.Names.Should().Equal("calling.transfer", "calling.transfer");
        harness.Sent.Select(command => command.Call).Should().Equal(One.Value, Two.Value);
        foreach (var command in harness.Sent)
        {
            var join = command.Steps[0]!["join_conference"]!.AsObject();
            ((string?)join["name"]).Should().Contain(bridge.Id.Value, "no two bridges share a conference");
            ((string?)join["status_callback"]).Should().Be($"{AdapterHarness.StatusUrl}/{bridge.Id}");
            ((string?)join["status_callback_event"])!.Split(' ').Should().BeEquivalentTo("start", "end", "join", "leave");
            ((string?)join["status_callback_event_type"]).Should().Be("relay", "the vendor has forms that are no JSON");
            ((bool?)join["end_on_exit"]).Should().BeTrue();
            ((string?)join["beep"]).Should().Be("false");
        }

        harness.Sent[0].Steps[1]!.ToJsonString().Should().Be(afterwards);
        harness.Sent[1].Steps[1]!.ToJsonString().Should().Be(Wait, "of the other call nothing was said");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_BothJoin_CompletesInEitherOrder(bool inOrder)
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        var (first, second) = inOrder ? (One, Two) : (Two, One);

        await harness.PostAsync(
            NativeEvent.Conference(first, bridge.Id, "participant-join", 1), NativeEvent.Conference(null, bridge.Id, "conference-start", 1));
        bridge.Completion.IsCompleted.Should().BeFalse("one alone talks to nobody");
        await harness.PostAsync(NativeEvent.Conference(second, bridge.Id, "participant-join", 2));

        (await bridge.Completion.Soon()).Should().Be(OperationOutcome.Completed(new BridgeResult { With = Two, Bridge = new BridgeId($"callcontrol-{bridge.Id}") }));
        harness.Seen.OfType<CallBridged>().Should().HaveCount(2).And.OnlyContain(each => each.Operation == bridge.Id && each.Bridge != null);
        await harness.PostAsync(NativeEvent.Conference(One, bridge.Id, "participant-leave", 9), NativeEvent.Conference(Two, bridge.Id, "participant-leave", 9));
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_JoinsWhileTheCommandsAreUnderWay_Completes()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending("calling.transfer", async () =>
        {
            var operation = new OperationId(OperationOf(harness.Sent[0]));
            await harness.PostAsync(NativeEvent.Conference(One, operation, "participant-join", 1), NativeEvent.Conference(Two, operation, "participant-join", 2));
        });

        var bridge = await BridgeAsync(harness);

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Bridge_JoinsTwice_AreHeardOnce()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        var join = NativeEvent.Conference(One, bridge.Id, "participant-join", 1);

        await harness.PostAsync(join, join, NativeEvent.Conference(One, bridge.Id, "participant-join", 2));

        bridge.Completion.IsCompleted.Should().BeFalse("the other one has not joined");
        harness.Seen.OfType<CallBridged>().Should().HaveCount(2, "of three, two are the same delivery");
    }

    [Fact]
    public async Task Bridge_OtherCallEndsBefore_Fails()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync(NativeEvent.Ended(Two));

        var outcome = await bridge.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed, "this call goes on");
        outcome.Failure!.Message.Should().Contain("other call");
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().Equal(One.Value);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_OtherCallEndsAfterThisOneHasJoined_Fails()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync(NativeEvent.Conference(One, bridge.Id, "participant-join", 1), NativeEvent.Ended(Two));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().Equal(One.Value);
    }

    [Fact]
    public async Task Bridge_OneLeavesBeforeTheOtherHasJoined_Fails()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync(NativeEvent.Conference(Two, bridge.Id, "participant-join", 1), NativeEvent.Conference(Two, bridge.Id, "participant-leave", 2));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().Equal(One.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_ThisCallEnds_IsEndedByIt(bool otherHasJoined)
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        if (otherHasJoined)
            await harness.PostAsync(NativeEvent.Conference(Two, bridge.Id, "participant-join", 1));

        await harness.PostAsync(NativeEvent.Ended(One));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().Equal(Two.Value);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_NothingHeard_TimesOutAndTakesBothBack()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        harness.Time.Advance(TimeSpan.FromMinutes(2));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().BeEquivalentTo([One.Value, Two.Value], "either may be in the conference, unheard");
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_OneJoinIsLost_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        await harness.PostAsync(NativeEvent.Conference(Two, bridge.Id, "participant-join", 1));

        harness.Time.Advance(TimeSpan.FromMinutes(2));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await AdapterHarness.SettleAsync();
        TakenBack(harness).Should().BeEquivalentTo(One.Value, Two.Value);
    }

    [Fact]
    public async Task Bridge_LongOver_IsNotTornApart()
    {
        await using var harness = new AdapterHarness();
        var bridge = await JoinedAsync(harness);
        await harness.PostAsync(NativeEvent.Conference(Two, bridge.Id, "participant-leave", 60), NativeEvent.Conference(One, bridge.Id, "participant-leave", 60));

        await bridge.StopAsync(Cancelled);

        harness.Sent.Should().HaveCount(2, "neither is in it any more");
    }

    [Fact]
    public async Task Bridge_OneHasLeft_StopTakesTheOtherOut()
    {
        await using var harness = new AdapterHarness();
        var bridge = await JoinedAsync(harness);
        await harness.PostAsync(NativeEvent.Conference(Two, bridge.Id, "participant-leave", 60));

        await bridge.StopAsync(Cancelled);

        TakenBack(harness).Should().Equal(One.Value);
    }

    [Fact]
    public async Task Bridge_ThatLastsLong_CanBeStoppedAllTheTime()
    {
        await using var harness = new AdapterHarness();
        var bridge = await JoinedAsync(harness);
        harness.Time.Advance(TimeSpan.FromHours(11));

        await bridge.StopAsync(Cancelled);

        TakenBack(harness).Should().BeEquivalentTo(One.Value, Two.Value);
        await NothingPendingAsync(harness);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_OfACallThatWaitsForItsDocument_IsRefused(bool isTheOther)
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync(isTheOther ? Two : One);

        (await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<CommandRejectedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);

        harness.Sent.Should().BeEmpty();
        fetch.IsCompleted.Should().BeFalse();
        await NothingPendingAsync(harness);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Bridge_AnswerLost_TakesBackWhoeverMayBeThere(int command)
    {
        await using var harness = new AdapterHarness();
        for (var i = 0; i < command; i++)
            harness.LetPass("calling.transfer");

        harness.LoseAnswer("calling.transfer");

        (await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<ProviderUnavailableException>()).Which.Effect.Should().Be(CommandEffect.Unknown);

        await AdapterHarness.SettleAsync();
        TakenBack(harness).Distinct().Should().BeEquivalentTo(command == 0 ? [One.Value] : new[] { One.Value, Two.Value });
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_FirstRefused_LeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse("calling.transfer");

        await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<CommandRejectedException>();

        harness.Sent.Should().ContainSingle();
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_SecondRefused_TakesTheFirstBack()
    {
        await using var harness = new AdapterHarness();
        harness.LetPass("calling.transfer");
        harness.Refuse("calling.transfer", "invalid_state");

        (await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("invalid_state");

        harness.Sent.Skip(2).Should().Contain(command => command.Call == One.Value && command.Steps.ToJsonString() == KeepAlive);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_SecondIsGone_TakesTheFirstBackAndSaysSo()
    {
        await using var harness = new AdapterHarness();
        harness.LetPass("calling.transfer");
        harness.RefuseAsGone("calling.transfer");

        await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<CallEndedException>();

        harness.Sent.Skip(2).Should().Contain(command => command.Call == One.Value && command.Steps.ToJsonString() == KeepAlive);
        await NothingPendingAsync(harness);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_OfACallThatIsOver_IsRefusedWithoutASend(bool ofTheOther)
    {
        await using var harness = new AdapterHarness();
        await harness.PostAsync(NativeEvent.Ended(ofTheOther ? Two : One));

        await harness.Awaiting(each => BridgeAsync(each)).Should().ThrowAsync<CallEndedException>();

        harness.Sent.Should().BeEmpty();
        await NothingPendingAsync(harness);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_StopAsync_TakesBothOut(bool hasCompleted)
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        if (hasCompleted)
            await JoinAsync(harness, bridge);

        await bridge.StopAsync(Cancelled);
        await bridge.StopAsync(Cancelled);

        harness.Sent.Should().HaveCount(4, "who has stopped it once has stopped it");
        harness.Sent.Skip(2).Select(command => command.Call).Should().BeEquivalentTo(One.Value, Two.Value);
        harness.Sent.Skip(2).Should().OnlyContain(command => command.Steps.ToJsonString() == KeepAlive);
        (await bridge.Completion.Soon()).End.Should().Be(hasCompleted ? OperationEnd.Completed : OperationEnd.Stopped);
    }

    [Fact]
    public async Task Bridge_StopWhenOneHasGone_TakesTheOtherOut()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        harness.RefuseAsGone("calling.transfer");

        await bridge.StopAsync(Cancelled);

        harness.Sent.Should().HaveCount(4);
        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Bridge_StopRefused_ThrowsAndCanBeTriedAgain()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        harness.Refuse("calling.transfer");

        await bridge.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();
        bridge.Completion.IsCompleted.Should().BeFalse();
        await bridge.StopAsync(Cancelled);

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Bridge_OneLeaves_IsTold()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        await harness.PostAsync(NativeEvent.Conference(One, bridge.Id, "participant-join", 1), NativeEvent.Conference(Two, bridge.Id, "participant-join", 2));

        await harness.PostAsync(
            NativeEvent.Conference(Two, bridge.Id, "participant-leave", 60),
            NativeEvent.Conference(null, bridge.Id, "conference-end", 60),
            NativeEvent.Conference(One, bridge.Id, "participant-leave", 60));

        harness.Seen.OfType<CallUnbridged>().Select(each => each.Call).Should().Equal(Two, One);
        harness.Seen.OfType<CallUnbridged>().Should().OnlyContain(each => each.Operation == bridge.Id && each.Bridge != null);
        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Bridge_StatesOfTheCalls_AreNotTakenForIt()
    {
        await using var harness = new AdapterHarness();
        await BridgeAsync(harness);

        await harness.PostAsync(NativeEvent.State(One, "answered", 1), NativeEvent.State(Two, "ending", 1));

        harness.Seen.Should().HaveCount(2).And.OnlyContain(each => each.Operation == null);
    }

    private static Task<BridgeOperation> BridgeAsync(AdapterHarness harness, bool? keep = null) =>
        harness.Control.BridgeAsync(One, new BridgeRequest { With = Two, KeepAfterwards = keep }, Cancelled);

    private static async Task<BridgeOperation> JoinedAsync(AdapterHarness harness)
    {
        var bridge = await BridgeAsync(harness);
        await JoinAsync(harness, bridge);
        return bridge;
    }

    private static async Task JoinAsync(AdapterHarness harness, BridgeOperation bridge)
    {
        await harness.PostAsync(NativeEvent.Conference(One, bridge.Id, "participant-join", 1), NativeEvent.Conference(Two, bridge.Id, "participant-join", 2));
        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    private static IEnumerable<string?> TakenBack(AdapterHarness harness) =>
        harness.Sent.Where(command => command.Steps.ToJsonString() == KeepAlive).Select(command => command.Call);

    private static string OperationOf(VendorCommand command) =>
        ((string)command.Steps[0]!["join_conference"]!["status_callback"]!).Split('/')[^1];

    private static async Task NothingPendingAsync(AdapterHarness harness)
    {
        // The other call's part ends by a continuation.
        await AdapterHarness.SettleAsync();
        harness.Operations.Pending(AdapterHarness.Provider, One).Should().BeEmpty();
        harness.Operations.Pending(AdapterHarness.Provider, Two).Should().BeEmpty();
    }
}
