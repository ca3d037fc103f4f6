using CallControl.SignalWire;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>Calls of several legs: dialled, bridged, transferred.</summary>
public sealed class LegTests
{
    private const string Colleague = "+15550100777";
    private const string Us = "+15550100002";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Conditions => new() { { 1, false }, { 2, false }, { 2, true }, { 3, true } };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Bridge_OfTwoCalls_CompletesAndIsTakenApart(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();
        var other = await DialAsync(world);

        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id }, Cancelled);
        var outcome = await bridge.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.With.Should().Be(other.Id);
        await bridge.StopAsync(Cancelled);
        await world.Events.WaitForAsync<CallUnbridged>(each => each.Call == call.Id);
        await call.PlayAsync(MediaSource.Speech("We are back."), Cancelled);
        await other.PlayAsync(MediaSource.Speech("We are back."), Cancelled);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bridge_OtherSideLeaves_CallIsKeptAsAskedFor(bool? kept)
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var (otherCaller, other) = await world.ConnectAsync();
        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id, KeepAfterwards = kept }, Cancelled);
        await bridge.Completion;

        await otherCaller.HangUpAsync(Cancelled);
        await world.Events.WaitForAsync<CallUnbridged>(each => each.Call == call.Id);

        if (kept == false)
        {
            await caller.WaitForEndAsync(Cancelled);
            return;
        }

        await call.PlayAsync(MediaSource.Speech("The other one is gone."), Cancelled);
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Bridge_StoppedLongAfterItIsOver_TouchesNothing()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var (otherCaller, other) = await world.ConnectAsync();
        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id }, Cancelled);
        await bridge.Completion;
        await otherCaller.HangUpAsync(Cancelled);
        await world.Events.WaitForAsync<CallUnbridged>(each => each.Call == call.Id);
        var before = world.SignalWire.Traffic.Count(each => each.Name == "calling.transfer");

        await bridge.StopAsync(Cancelled);

        world.SignalWire.Traffic.Count(each => each.Name == "calling.transfer").Should().Be(before);
    }

    [Fact]
    public async Task Bridge_OtherCallEndsFirst_Fails()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var (otherCaller, other) = await world.ConnectAsync();
        world.SignalWire.Faults.DropWebhook = name => name == "calling.conference";
        var bridge = await call.Control.BridgeAsync(call.Id, new BridgeRequest { With = other.Id }, Cancelled);

        await otherCaller.HangUpAsync(Cancelled);

        var outcome = await bridge.Completion;
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Message.Should().Contain("other call");
        await bridge.StopAsync(Cancelled);
        await call.PlayAsync(MediaSource.Speech("We are on our own again."), Cancelled);
    }

    [Fact]
    public async Task Bridge_OtherCallIsGone_ThrowsAndLeavesThisOne()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();

        var bridge = () => call.Control.BridgeAsync(call.Id, new BridgeRequest { With = new CallId("no-such-call") }, Cancelled);

        await bridge.Should().ThrowAsync<CallEndedException>();
        await call.PlayAsync(MediaSource.Speech("Nobody is there."), Cancelled);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Transfer_DestinationAnswers_CompletesAndNamesTheNewLeg(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var outcome = await transfer.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        var callee = await world.SignalWire.WaitForDialAsync(Colleague, Cancelled);
        outcome.Result!.NewCall!.Value.Value.Should().Be(callee.SessionId);
        await callee.HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, 1, false)]
    [InlineData(CalleeBehavior.Reject, 1, false)]
    [InlineData(CalleeBehavior.Busy, 2, true)]
    public async Task Transfer_DestinationDoesNotAnswer_FailsAndLeavesTheCall(CalleeBehavior behavior, int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        world.SignalWire.Callees.Set(Colleague, behavior);
        var (_, call) = await world.ConnectAsync();

        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var outcome = await transfer.Completion;

        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().NotBeNullOrEmpty();
        call.Ended.IsCompleted.Should().BeFalse();
        await call.PlayAsync(MediaSource.Speech("Nobody is there."), Cancelled);
    }

    [Fact]
    public async Task Transfer_StopAsync_WhileItRings_TakesTheCallBack()
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Callees.Set(Colleague, CalleeBehavior.Manual);
        var (_, call) = await world.ConnectAsync();
        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone(Colleague) }, Cancelled);
        var callee = await world.SignalWire.WaitForDialAsync(Colleague, Cancelled);

        await transfer.StopAsync(Cancelled);

        (await transfer.Completion).End.Should().Be(OperationEnd.Stopped);
        await callee.WaitForEndAsync(Cancelled);
        await call.PlayAsync(MediaSource.Speech("You are back."), Cancelled);
    }

    [Fact]
    public async Task Dial_Answered_IsDrivenByCommands()
    {
        await using var world = await SignalWireWorld.StartAsync();

        var call = await DialAsync(world);
        var callee = await world.SignalWire.WaitForDialAsync(Colleague, Cancelled);
        await call.PlayAsync(MediaSource.Speech("Good morning."), Cancelled);
        await call.HangupAsync(Cancelled);

        (await call.Ended).Cause.Should().Be(HangupCause.Normal);
        await callee.WaitForEndAsync(Cancelled);
        call.To.Value.Should().Be(Colleague);
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "busy")]
    [InlineData(CalleeBehavior.Reject, "rejected")]
    public async Task Dial_NobodyAnswers_EndsTheCallWithTheCause(CalleeBehavior behavior, string cause)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Callees.Set(Colleague, behavior);

        var call = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = Us }, Cancelled);

        await call.Invoking(each => each.WaitForAnswerAsync(Cancelled)).Should().ThrowAsync<CallEndedException>();
        (await call.Ended).Cause.Should().Be(new HangupCause(cause));
    }

    [Theory]
    [InlineData(CalleeBehavior.Answer, AnsweredBy.Human)]
    [InlineData(CalleeBehavior.Machine, AnsweredBy.Machine)]
    public async Task Dial_WithMachineDetection_TellsWhoAnswered(CalleeBehavior behavior, AnsweredBy answeredBy)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Callees.Set(Colleague, behavior);

        var call = await world.Calls.DialAsync(
            new DialRequest { To = Destination.Phone(Colleague), From = Us, MachineDetection = new MachineDetectionOptions { WaitForBeep = true } }, Cancelled);

        var detected = await world.Events.WaitForAsync<MachineDetected>(each => each.Call == call.Id);
        detected.AnsweredBy.Should().Be(answeredBy);
        if (answeredBy == AnsweredBy.Machine)
            await world.Events.WaitForAsync<MachineDetected>(each => each.Call == call.Id && each.BeepHeard);
    }

    [Fact]
    public async Task Hangup_OfACallThatIsOver_IsNoFault()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        await caller.HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);

        await call.Control.HangupAsync(call.Id, new HangupRequest(), Cancelled);

        var play = () => world.Client.PlayAsync(call.Id, new PlayCommand { Items = [new PlaySpeech { Text = "Hello?" }] }, Cancelled);
        await play.Should().ThrowAsync<CallEndedException>();
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("normal", "hangup")]
    public async Task Hangup_WithCause_TellsTheVendorsWord(string cause, string expected)
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();

        await call.HangupAsync(new HangupRequest { Cause = new HangupCause(cause) }, Cancelled);
        await caller.WaitForEndAsync(Cancelled);

        world.SignalWire.Traffic.Should().ContainSingle(each => each.Name == "calling.end").Which.Body.Should().Contain($"\"{expected}\"");
    }

    private static async Task<Call> DialAsync(SignalWireWorld world)
    {
        var call = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Colleague), From = Us }, Cancelled);
        await call.WaitForAnswerAsync(Cancelled);
        return call;
    }
}
