using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>A bridge is a conference that both calls are sent to.</summary>
public sealed class BridgeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bridge_OfTwoCalls_SendsBothToOneRoom()
    {
        await using var pair = Pair.Ring();
        var bridging = pair.BridgeAsync();

        var far = await pair.Far.NextAsync();
        var near = await pair.Near.NextAsync();
        var bridge = await bridging.Soon();

        (far.Command, near.Command).Should().Be(("conference", "conference"));
        var room = (string)far.Parameters["id"]!;
        room.Should().MatchRegex("^[0-9]+$");
        JsonNode.DeepEquals(far.Parameters, near.Parameters).Should().BeTrue();
        ((bool)near.Parameters["auto_leave_when_alone"]!).Should().BeTrue();
        ((string?)near.Parameters["pin_code"]).Should().BeEmpty();
        (await bridge.Completion.Soon()).Should().Be(OperationOutcome.Completed(new BridgeResult { With = pair.Far.Call, Bridge = new BridgeId(room) }));
        (await FluentActions.Awaiting(() => bridge.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>()).Which.Feature.Should().Be(CallFeature.Unbridge);
    }

    [Fact]
    public async Task Bridge_ThatIsOver_IsToldOnBothCalls()
    {
        await using var pair = Pair.Ring();
        var room = await pair.JoinAsync();

        await pair.Far.HangUpAsync();
        pair.Near.Done("LAST_PARTICIPANT");

        var near = await pair.Vendor.Events.WaitForAsync<CallUnbridged>(pair.Near.Call);
        (near.With, near.Bridge, near.Reason).Should().Be((pair.Far.Call, new BridgeId(room), "LAST_PARTICIPANT"));
        pair.Near.IsAsking.Should().BeTrue("it goes on under our control");
        (await pair.Vendor.Events.OfAsync(pair.Far.Call)).Should().ContainSingle(each => each is CallEnded);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Bridge_ThatIsNotToBeSurvived_HangsUpAfterwards(bool? keep, bool hangsUp)
    {
        await using var pair = Pair.Ring();
        await pair.JoinAsync(keep);

        pair.Near.Done("LAST_PARTICIPANT");

        if (hangsUp)
            (await pair.Near.NextAsync()).Command.Should().Be("hangup");
        else
            pair.Near.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task Bridge_WithProperties_PutsThemIntoBothCommands()
    {
        await using var pair = Pair.Ring();
        _ = pair.BridgeAsync(request => request with { AdditionalProperties = new JsonObject { ["waiting"] = 42 } });

        ((int)(await pair.Far.NextAsync()).Parameters["waiting"]!).Should().Be(42);
        ((int)(await pair.Near.NextAsync()).Parameters["waiting"]!).Should().Be(42);
    }

    [Theory]
    [InlineData("itself", "With")]
    [InlineData("nobody", "With")]
    [InlineData("its own room", "id")]
    [InlineData("all at once", "With", "Deadline", "id")]
    public async Task Bridge_ThatCannotBe_IsRefusedByTheFieldsNames(string wrong, params string[] fields)
    {
        await using var line = Line.Ring();
        var request = wrong switch
        {
            "itself" => new BridgeRequest { With = line.Call },
            "nobody" => new BridgeRequest { With = default },
            "its own room" => new BridgeRequest { With = new CallId("1"), AdditionalProperties = new JsonObject { ["id"] = "1" } },
            _ => new BridgeRequest { With = line.Call, Deadline = TimeSpan.Zero, AdditionalProperties = new JsonObject { ["id"] = "1" } },
        };

        (await line.RefusalAsync(control => control.BridgeAsync(line.Call, request, Cancelled))).Should().BeEquivalentTo(fields);
    }

    [Fact]
    public async Task Bridge_WithACallThatIsNotKnown_SendsNothing()
    {
        await using var line = Line.Ring();

        var bridge = () => line.Vendor.Control.BridgeAsync(line.Call, new BridgeRequest { With = new CallId("99") }, Cancelled);

        (await bridge.Should().ThrowAsync<CallEndedException>()).Which.Call.Should().Be(new CallId("99"));
        line.CheckUntouched();
    }

    [Theory]
    [InlineData("hangs up")]
    [InlineData("leaves")]
    [InlineData("is not let in")]
    public async Task Bridge_WhoseOtherCallGoesWhileThisOneIsBusy_FailsAndDoesNotLeaveThisOneAlone(string how)
    {
        await using var pair = Pair.Ring();
        var tones = pair.Vendor.Control.SendDtmfAsync(pair.Near.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await pair.Near.NextAsync();
        await tones.Soon();
        var bridging = pair.BridgeAsync();
        (await pair.Far.NextAsync()).Command.Should().Be("conference");

        if (how == "hangs up")
            await pair.Far.HangUpAsync();
        else
            pair.Far.Done(how == "leaves" ? "LEFT_CONFERENCE" : "", how == "leaves" ? "" : "NO_ROOM");

        pair.Near.Done("0");

        await FluentActions.Awaiting(() => bridging.Soon()).Should().ThrowAsync<CallControlException>();
        pair.Near.IsAsking.Should().BeTrue("a call that is alone in a conference from the beginning would stay there");
        pair.Vendor.Operations.Pending("callr", pair.Near.Call).Should().BeEmpty();
        pair.Vendor.Rpc.Requests.Should().BeEmpty("nobody is there to be taken out");
    }

    [Theory]
    [InlineData("this call ends")]
    [InlineData("the caller gives up")]
    public async Task Bridge_ThatFailsHalfWay_TakesTheOtherCallOut(string how)
    {
        await using var pair = Pair.Ring();
        var tones = pair.Vendor.Control.SendDtmfAsync(pair.Near.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await pair.Near.NextAsync();
        await tones.Soon();
        using var givesUp = new CancellationTokenSource();
        var bridging = pair.Vendor.Control.BridgeAsync(pair.Near.Call, new BridgeRequest { With = pair.Far.Call }, givesUp.Token);
        await pair.Far.NextAsync();

        if (how == "this call ends")
        {
            await pair.Near.HangUpAsync();
            await FluentActions.Awaiting(() => bridging.Soon()).Should().ThrowAsync<CallEndedException>();
        }
        else
        {
            await givesUp.CancelAsync();
            await FluentActions.Awaiting(() => bridging.Soon()).Should().ThrowAsync<OperationCanceledException>();
        }

        (await pair.TakenOutAsync()).Should().Equal("calls.realtime_break [2]");
        pair.Vendor.Operations.Pending("callr", pair.Near.Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Bridge_WhoseOtherCallIsBusy_WaitsForIt()
    {
        await using var pair = Pair.Ring();
        var tones = pair.Vendor.Control.SendDtmfAsync(pair.Far.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await pair.Far.NextAsync();
        await tones.Soon();
        var bridging = pair.BridgeAsync();

        pair.Near.IsAsking.Should().BeTrue();
        await pair.Far.HangUpAsync();

        (await FluentActions.Awaiting(() => bridging.Soon()).Should().ThrowAsync<CallEndedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        pair.Near.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task Bridge_WhoseOtherCallLeavesUnnoticed_TakesThisOneOut()
    {
        await using var pair = Pair.Ring();
        await pair.JoinAsync();
        await pair.Far.HangUpAsync();
        pair.Vendor.Rpc.Requests.Should().BeEmpty("the vendor may tell it itself");

        (await pair.TakenOutAsync()).Should().Equal("calls.realtime_break [1]");
    }

    [Fact]
    public async Task Bridge_WhoseCallIsBusyForTooLong_IsGivenUpAndTakesTheOtherOut()
    {
        await using var pair = Pair.Ring();
        var tones = pair.Vendor.Control.SendDtmfAsync(pair.Near.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        await pair.Near.NextAsync();
        await tones.Soon();
        var bridging = pair.BridgeAsync(request => request with { Deadline = TimeSpan.FromSeconds(20) });
        await pair.Far.NextAsync();

        pair.Vendor.Time.Advance(TimeSpan.FromSeconds(20));

        await FluentActions.Awaiting(() => bridging.Soon()).Should().ThrowAsync<CommandRejectedException>();
        (await pair.TakenOutAsync()).Should().Equal("calls.realtime_break [2]");
        pair.Vendor.Operations.Pending("callr", pair.Near.Call).Should().BeEmpty();
    }

    private sealed record Pair(Vendor Vendor, Line Near, Line Far) : IAsyncDisposable
    {
        public static Pair Ring()
        {
            var vendor = Vendor.Start(flow: null, account => account.ApiKey = "key-of-the-account");
            return new Pair(vendor, Line.Ring(vendor.Beside(1)), Line.Ring(vendor.Beside(2)));
        }

        public Task<BridgeOperation> BridgeAsync(Func<BridgeRequest, BridgeRequest>? change = null)
        {
            var request = new BridgeRequest { With = Far.Call };
            return Vendor.Control.BridgeAsync(Near.Call, change?.Invoke(request) ?? request, Cancelled);
        }

        /// <summary>Both are in the room, whose name is told.</summary>
        public async Task<string> JoinAsync(bool? keep = null)
        {
            var bridging = BridgeAsync(request => request with { KeepAfterwards = keep });
            await Far.NextAsync();
            var answer = await Near.NextAsync();
            (await (await bridging.Soon()).Completion.Soon()).IsCompleted.Should().BeTrue();
            return (string)answer.Parameters["id"]!;
        }

        /// <summary>What the vendor is asked when nothing else has taken a call out of the room; the clock goes on until it is.</summary>
        public async Task<IReadOnlyList<string>> TakenOutAsync()
        {
            while (Vendor.Rpc.Requests.Count == 0)
            {
                Cancelled.ThrowIfCancellationRequested();
                Vendor.Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            return Vendor.Rpc.Requests;
        }

        public ValueTask DisposeAsync() => Vendor.DisposeAsync();
    }
}
