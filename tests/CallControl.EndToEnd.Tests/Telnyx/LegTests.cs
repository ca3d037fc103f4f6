using CallControl.Telnyx;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>Calls of several legs: dialled, bridged, transferred.</summary>
public sealed class LegTests
{
    private const string Colleague = "+15550100777";
    private const string Us = "+15550100002";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Conditions => new() { { 1, false }, { 2, false }, { 2, true }, { 3, true } };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Bridge_OfTwoCalls_Completes(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (caller, call) = await world.ConnectAsync();
        var other = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = Us }, Cancelled);
        await other.WaitForAnswerAsync(Cancelled);

        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id }, Cancelled);
        var outcome = await bridge.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.With.Should().Be(other.Id);
        await caller.HangUpAsync(Cancelled);
        await other.Ended.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task Bridge_OtherCallEndsFirst_Fails()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        world.Telnyx.Callees.Set(Colleague, CalleeBehavior.Manual);
        var other = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = Us }, Cancelled);
        var callee = await world.Telnyx.WaitForDialAsync(Colleague, Cancelled);

        // The report that the two are joined is lost, and the other side is gone.
        world.Telnyx.Faults.DropWebhook = name => name == "call.bridged";
        await callee.AnswerAsync(Cancelled);
        await other.WaitForAnswerAsync(Cancelled);
        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id, KeepAfterwards = true }, Cancelled);
        await callee.HangUpAsync(Cancelled);

        var outcome = await bridge.Completion;
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Message.Should().Contain("other call");
    }

    [Fact]
    public async Task Bridge_StopAsync_IsRefused()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var (_, other) = await world.ConnectAsync();
        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id }, Cancelled);
        await bridge.Completion;

        await bridge.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>();
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Transfer_DestinationAnswers_CompletesAndNamesTheNewLeg(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var outcome = await transfer.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        var callee = await world.Telnyx.WaitForDialAsync(Colleague, Cancelled);
        if (!shuffle)
            outcome.Result!.NewCall!.Value.Value.Should().Be(callee.SessionId);

        await callee.HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "user_busy", 1, false)]
    [InlineData(CalleeBehavior.Reject, "call_rejected", 1, false)]
    [InlineData(CalleeBehavior.Busy, "user_busy", 2, true)]
    public async Task Transfer_DestinationDoesNotAnswer_FailsAndLeavesTheCall(CalleeBehavior behavior, string cause, int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        world.Telnyx.Callees.Set(Colleague, behavior);
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var outcome = await transfer.Completion;

        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be(cause);
        call.Ended.IsCompleted.Should().BeFalse();
        await call.PlayAsync(MediaSource.Speech("Nobody is there."), Cancelled);
    }

    [Fact]
    public async Task Transfer_StopAsync_WhileItRings_HangsUpTheNewLeg()
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Callees.Set(Colleague, CalleeBehavior.Manual);
        var (_, call) = await world.ConnectAsync();
        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var callee = await world.Telnyx.WaitForDialAsync(Colleague, Cancelled);

        await transfer.StopAsync(Cancelled);

        (await transfer.Completion).End.Should().Be(OperationEnd.Stopped);
        callee.HasEnded.Should().BeTrue();
        call.Ended.IsCompleted.Should().BeFalse();
    }

    [Theory]
    [InlineData(200, OperationEnd.Completed)]
    [InlineData(603, OperationEnd.Failed)]
    public async Task Refer_FarEndReports_EndsTheTransfer(int status, OperationEnd end)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Script.ReferResponse = _ => status;
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(
            call.Id, new TransferRequest { To = Destination.Sip("sip:desk@sip.example.com"), Method = TransferMethod.Refer }, Cancelled);

        (await transfer.Completion).End.Should().Be(end);
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "busy")]
    [InlineData(CalleeBehavior.Reject, "rejected")]
    public async Task Dial_NobodyAnswers_EndsTheCallWithTheCause(CalleeBehavior behavior, string cause)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Callees.Set(Colleague, behavior);

        var call = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = Us }, Cancelled);

        await call.Invoking(each => each.WaitForAnswerAsync(Cancelled)).Should().ThrowAsync<CallEndedException>();
        (await call.Ended).Cause.Should().Be(new HangupCause(cause));
    }

    [Theory]
    [InlineData(CalleeBehavior.Answer, AnsweredBy.Human)]
    [InlineData(CalleeBehavior.Machine, AnsweredBy.Machine)]
    public async Task Dial_WithMachineDetection_TellsWhoAnswered(CalleeBehavior behavior, AnsweredBy answeredBy)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Callees.Set(Colleague, behavior);

        var call = await world.Calls.DialAsync(
            new DialRequest { To = Destination.Phone(Colleague), From = Us, MachineDetection = new MachineDetectionOptions { WaitForBeep = true } }, Cancelled);

        var detected = await world.Events.WaitForAsync<MachineDetected>(each => each.Call == call.Id);
        detected.AnsweredBy.Should().Be(answeredBy);
        if (answeredBy == AnsweredBy.Machine)
            await world.Events.WaitForAsync<MachineDetected>(each => each.Call == call.Id && each.BeepHeard);
    }

    [Fact]
    public async Task SendDtmf_WithPauses_IsHeardByTheCaller()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();

        await call.Control.SendDtmfAsync(call.Id, new DtmfRequest { Digits = "5w6", ToneDuration = TimeSpan.FromMilliseconds(100) }, Cancelled);

        caller.HeardDigits.Should().Be("56");
    }

    [Theory]
    [InlineData("busy", "USER_BUSY")]
    [InlineData("rejected", "CALL_REJECTED")]
    public async Task Reject_WithCause_TellsTheVendorsWord(string cause, string expected)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.RingAsync();

        await call.Control.RejectAsync(call.Id, new RejectRequest { Cause = new HangupCause(cause) }, Cancelled);
        await caller.WaitForEndAsync(Cancelled);

        world.Telnyx.Traffic.Should().ContainSingle(each => each.Name == "reject").Which.Body.Should().Contain(expected);
        await call.Control.HangupAsync(call.Id, new HangupRequest(), Cancelled);
    }

    [Fact]
    public async Task ClientState_OfTheApplication_IsLeftAlone()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var state = TelnyxClientState.FromText("the application's own");
        var (_, call) = await world.RingAsync();

        await call.Control.AnswerAsync(
            call.Id, new AnswerRequest { AdditionalProperties = new() { ["client_state"] = state.Value } }, Cancelled);
        var answered = await world.Events.WaitForAsync<CallAnswered>(each => each.Call == call.Id);
        await call.PlayAsync(MediaSource.Speech("Hello."), Cancelled);

        ((TelnyxEvent)answered.NativeEvent!).ClientState!.Value.TryGetText(out var text).Should().BeTrue();
        text.Should().Be("the application's own");
        var played = await world.Events.WaitForAsync<PlaybackEnded>(each => each.Call == call.Id);
        ((TelnyxEvent)played.NativeEvent!).ClientState.Should().Be(state);
    }
}
