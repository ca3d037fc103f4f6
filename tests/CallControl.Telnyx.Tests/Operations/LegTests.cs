using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Telnyx.Tests;

/// <summary>Answers, bridges and transfers, told by the events of either leg.</summary>
public sealed class LegTests
{
    private const string Colleague = "+15550100777";
    private const string Session = "9f1c2a34-5b6d-4e7f-8a90-0b1c2d3e4f02";

    private static readonly CallId One = AdapterHarness.One;
    private static readonly CallId Two = AdapterHarness.Two;
    private static readonly CallId Three = new("v3:three");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_Answered_CompletesWithTheTime()
    {
        await using var harness = new AdapterHarness();
        var answer = await harness.Control.AnswerAsync(One, new AnswerRequest(), Cancelled);

        await harness.PostAsync(NativeEvent.Of("call.answered", One, 4));

        (await answer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new AnswerResult { AnsweredAt = NativeEvent.Start.AddSeconds(4) }));
    }

    [Fact]
    public async Task Answer_StopAsync_HangsUp()
    {
        await using var harness = new AdapterHarness();
        var answer = await harness.Control.AnswerAsync(One, new AnswerRequest(), Cancelled);

        await answer.StopAsync(Cancelled);

        harness.Actions.Should().Equal("answer", "hangup");
    }

    [Fact]
    public async Task HangupAndReject_OfACallThatIsOver_DoNotThrow()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(code: "90018");
        harness.Refuse(code: "90018");

        await harness.Control.HangupAsync(One, new HangupRequest(), Cancelled);
        await harness.Control.RejectAsync(One, new RejectRequest(), Cancelled);

        harness.Actions.Should().Equal("hangup", "reject");
    }

    [Theory]
    [InlineData("v3:one")]
    [InlineData("v3:two")]
    public async Task Bridge_BridgedIsHeardOfEitherLeg_CompletesOnce(string heard)
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync("call.bridged", new CallId(heard));

        var outcome = await bridge.Completion.Soon();
        outcome.Should().Be(OperationOutcome.Completed(new BridgeResult { With = Two }));
        await harness.PostAsync("call.bridged", new CallId(heard == One.Value ? Two.Value : One.Value));
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_OtherLegEnds_Fails()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync("call.hangup", Two);

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_ThisLegEnds_IsEndedByTheCall()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        await harness.PostAsync("call.hangup", One);

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Transfer_LongAfterABridgeThatOneLegDidNotReport_HearsItsOwn()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);
        await harness.PostAsync("call.bridged", Two);
        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Time.Advance(TimeSpan.FromMinutes(10));

        var transfer = await harness.Control.TransferAsync(One, new TransferRequest { To = Destination.Phone("+15550100777") }, Cancelled);
        await harness.PostAsync(NativeEvent.Of("call.bridged", One, 610));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Bridge_NothingHeard_TimesOutAndLeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        harness.Time.Advance(TimeSpan.FromMinutes(2));

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_Refused_LeavesNothingBehindAndCanBeTriedAgain()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(code: "90034");
        await FluentActions.Awaiting(() => BridgeAsync(harness)).Should().ThrowAsync<CommandRejectedException>();
        await NothingPendingAsync(harness);

        var bridge = await BridgeAsync(harness);
        await harness.PostAsync("call.bridged", Two);

        (await bridge.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [InlineData("v3:one")]
    [InlineData("v3:two")]
    public async Task Bridge_OfALegThatIsOver_IsRefusedWithoutASend(string over)
    {
        await using var harness = new AdapterHarness();
        await harness.PostAsync("call.hangup", new CallId(over));

        await FluentActions.Awaiting(() => BridgeAsync(harness)).Should().ThrowAsync<CallEndedException>();

        harness.Sent.Should().BeEmpty();
        await NothingPendingAsync(harness);
    }

    [Fact]
    public async Task Bridge_StopAsync_IsRefused()
    {
        await using var harness = new AdapterHarness();
        var bridge = await BridgeAsync(harness);

        (await bridge.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.Unbridge);
        harness.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Transfer_Bridged_CompletesWithTheNewLeg()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(Initiated(Three), Answered(Three), Bridged(One));

        (await transfer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new TransferResult { NewCall = Three }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Transfer_Busy_FailsWhetherTheStartWasHeardBeforeOrAfter(bool inOrder)
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(inOrder ? [Initiated(Three), Hangup(Three, "user_busy")] : [Hangup(Three, "user_busy"), Initiated(Three)]);

        var outcome = await transfer.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("user_busy");
        outcome.ToString().Should().NotContain(Colleague);
        harness.Seen.OfType<TransferFailed>().Single().Should().BeEquivalentTo(new { Call = One, Operation = (OperationId?)transfer.Id, Name = "call.hangup" });
        harness.Seen.OfType<CallEnded>().Single().Call.Should().Be(Three);
    }

    [Fact]
    public async Task Transfer_HangupDeliveredTwice_FailsOnce()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);
        var hangup = Hangup(Three, "call_rejected");

        await harness.PostAsync(Initiated(Three), hangup, hangup);

        (await transfer.Completion.Soon()).Failure!.Code.Should().Be("call_rejected");
        harness.Seen.OfType<TransferFailed>().Should().ContainSingle();
    }

    [Fact]
    public async Task Transfer_AnsweredThenHungUpBeforeBridgedIsHeard_IsNotAFailure()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(Initiated(Three), Answered(Three), Hangup(Three, "normal_clearing"));
        transfer.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Bridged(One));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Transfer_EndOfAnotherLegOfTheSession_IsNotItsFailure()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(Initiated(Three), Hangup(Two, "normal_clearing", "+15550100888"), Hangup(Two, "normal_clearing"));

        transfer.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Transfer_TwoInOneSession_EachHearsOfItsOwnLeg()
    {
        await using var harness = await WithCallAsync();
        await harness.PostAsync(Incoming(Two));
        var first = await TransferAsync(harness);
        var second = await harness.Control.TransferAsync(Two, new TransferRequest { To = Destination.Phone("+15550100888") }, Cancelled);
        var four = new CallId("v3:four");

        await harness.PostAsync(Initiated(four, "+15550100888"), Initiated(Three), Hangup(four, "no_answer", "+15550100888"));

        (await second.Completion.Soon()).Failure!.Code.Should().Be("no_answer");
        first.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Hangup(Three, "user_busy"));
        (await first.Completion.Soon()).Failure!.Code.Should().Be("user_busy");
    }

    [Theory]
    [InlineData("sip:desk@sip.example.com", "sip:desk@sip.example.com")]
    [InlineData("sip:desk@sip.example.com", "desk@sip.example.com")]
    [InlineData("SIP:Desk@sip.example.com", "sip:desk@SIP.example.com")]
    public async Task Transfer_ToASipAddress_IsFoundWithAndWithoutTheScheme(string asked, string told)
    {
        await using var harness = await WithCallAsync();
        var transfer = await harness.Control.TransferAsync(One, new TransferRequest { To = Destination.Sip(asked) }, Cancelled);

        await harness.PostAsync(Hangup(Three, "not_found", told));

        (await transfer.Completion.Soon()).Failure!.Code.Should().Be("not_found");
    }

    [Fact]
    public async Task Transfer_OfACallWhoseSessionIsNotKnown_EndsByItsBridgeOrDeadline()
    {
        await using var harness = new AdapterHarness();
        var first = await TransferAsync(harness);

        await harness.PostAsync(Initiated(Three), Hangup(Three, "user_busy"));
        first.Completion.IsCompleted.Should().BeFalse("nothing tells that the leg is of this call");
        harness.Time.Advance(TimeSpan.FromMinutes(2));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        var second = await TransferAsync(harness);
        await harness.PostAsync(Bridged(One));
        (await second.Completion.Soon()).Should().Be(OperationOutcome.Completed(new TransferResult()));
    }

    [Fact]
    public async Task Transfer_RingTimeout_IsAddedToThePatience()
    {
        await using var harness = await WithCallAsync();
        var transfer = await harness.Control.TransferAsync(
            One, new TransferRequest { To = Destination.Phone(Colleague), RingTimeout = TimeSpan.FromSeconds(90) }, Cancelled);

        harness.Time.Advance(TimeSpan.FromSeconds(209));
        transfer.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromSeconds(1));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Transfer_Refused_LeavesNothingBehind()
    {
        await using var harness = await WithCallAsync();
        harness.Refuse();
        await FluentActions.Awaiting(() => TransferAsync(harness)).Should().ThrowAsync<CommandRejectedException>();

        await NothingPendingAsync(harness);
        await harness.PostAsync(Hangup(Three, "user_busy"));
        harness.Seen.OfType<TransferFailed>().Should().BeEmpty();
    }

    [Fact]
    public async Task Transfer_TriedAgain_IsNotMisledByTheLateStartOfTheFirstTry()
    {
        await using var harness = await WithCallAsync();
        var first = await TransferAsync(harness);
        await harness.PostAsync(Hangup(Two, "user_busy"));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        var second = await TransferAsync(harness);

        await harness.PostAsync(Initiated(Two), Initiated(Three), Hangup(Three, "no_answer"));

        (await second.Completion.Soon()).Failure!.Code.Should().Be("no_answer");
        harness.Legs.Count.Should().Be(1, "of the three legs one is left");
    }

    [Fact]
    public async Task Transfer_StopAsyncBeforeTheLegIsNamed_HangsItUpWhenItIs()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);
        var stop = transfer.StopAsync(Cancelled);
        stop.IsCompleted.Should().BeFalse();

        await harness.PostAsync(Initiated(Three));
        await stop.Soon();

        harness.Sent[^1].Url.Should().Be("https://api.telnyx.com/v2/calls/v3%3Athree/actions/hangup");
        await harness.PostAsync(Hangup(Three, "originator_cancel"));
        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Transfer_StopAsyncWhileNoLegIsNamed_EndsWithTheTransfer()
    {
        await using var harness = await WithCallAsync();
        var transfer = await TransferAsync(harness);
        var stop = transfer.StopAsync(Cancelled);

        await harness.PostAsync("call.hangup", One);

        await stop.Soon();
        harness.Actions.Should().Equal("transfer");
    }

    [Fact]
    public async Task Transfer_OfADialledCall_IsToldThatItFailed()
    {
        await using var harness = new AdapterHarness();
        harness.Legs.Remember(One, Session);

        var transfer = await TransferAsync(harness);
        await harness.PostAsync(Hangup(Three, "timeout"));

        (await transfer.Completion.Soon()).Failure!.Code.Should().Be("timeout");
    }

    [Theory]
    [InlineData("call.refer.completed", 200, OperationEnd.Completed)]
    [InlineData("call.refer.failed", 603, OperationEnd.Failed)]
    public async Task Refer_FarEndReports_EndsTheTransfer(string name, int status, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var transfer = await ReferAsync(harness);

        await harness.PostAsync("call.refer.started", One, ("sip_notify_response", 100));
        transfer.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(name, One, ("sip_notify_response", status));

        var outcome = await transfer.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Failure?.Message.Should().Contain("603");
    }

    [Fact]
    public async Task Refer_StopAsync_IsRefused()
    {
        await using var harness = new AdapterHarness();
        var transfer = await ReferAsync(harness);

        (await transfer.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.TransferRefer);
        harness.Actions.Should().Equal("refer");
    }

    [Fact]
    public async Task Dial_IsSentForTheApplicationOfTheOptions()
    {
        await using var harness = new AdapterHarness();
        harness.WhileSending(() => Task.CompletedTask);

        await FluentActions.Awaiting(() => harness.Control.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = "+15550100002" }, Cancelled))
            .Should().ThrowAsync<ProviderProtocolException>("the answer names no call");

        harness.Sent.Single().Url.Should().Be("https://api.telnyx.com/v2/calls");
        harness.LastCommand()["connection_id"]!.GetValue<string>().Should().Be(AdapterHarness.Application);
    }

    private static async Task<AdapterHarness> WithCallAsync()
    {
        var harness = new AdapterHarness();
        await harness.PostAsync(Incoming(One));
        return harness;
    }

    private static async Task NothingPendingAsync(AdapterHarness harness)
    {
        // The far leg's watch ends by a continuation.
        var watched = new[] { One, Two }.SelectMany(each => harness.Operations.Pending(AdapterHarness.Provider, each)).OfType<PendingOperation<BridgeResult>>();
        await Task.WhenAll(watched.Select(each => each.Completion)).Soon();

        Pending(harness).Should().Be(0);
    }

    private static int Pending(AdapterHarness harness) =>
        harness.Operations.Pending(AdapterHarness.Provider, One).Count + harness.Operations.Pending(AdapterHarness.Provider, Two).Count;

    private static Task<BridgeOperation> BridgeAsync(AdapterHarness harness) =>
        harness.Control.BridgeAsync(One, new BridgeRequest { With = Two }, Cancelled);

    private static Task<TransferOperation> TransferAsync(AdapterHarness harness) =>
        harness.Control.TransferAsync(One, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);

    private static Task<TransferOperation> ReferAsync(AdapterHarness harness) =>
        harness.Control.TransferAsync(One, new TransferRequest { To = Destination.Sip("sip:desk@sip.example.com"), Method = TransferMethod.Refer }, Cancelled);

    private static NativeEvent Incoming(CallId call) => Leg("call.initiated", call, "+15550100002", ("direction", "incoming"), ("state", "parked"));

    private static NativeEvent Initiated(CallId call, string to = Colleague) =>
        Leg("call.initiated", call, to, ("direction", "outgoing"), ("state", "bridging"));

    private static NativeEvent Answered(CallId call) => Leg("call.answered", call, Colleague);

    private static NativeEvent Bridged(CallId call) => Leg("call.bridged", call, "+15550100002");

    private static NativeEvent Hangup(CallId call, string cause, string to = Colleague) => Leg("call.hangup", call, to, ("hangup_cause", cause));

    private static NativeEvent Leg(string name, CallId call, string to, params (string, JsonNode?)[] members) =>
        NativeEvent.Of(name, call, 0, [("call_session_id", Session), ("from", "+15550100001"), ("to", to), .. members]);
}
