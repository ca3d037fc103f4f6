using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>Outbound calls, and several legs.</summary>
public sealed class LegTests
{
    private const string Them = "+15550100077";
    private const string Us = "+15550100002";
    private const long Silence = 1001;
    private const long Chime = 1002;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dial_ThatIsAnswered_IsConductedLikeAnyCall()
    {
        await using var world = await CallrWorld.StartAsync();
        var call = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Them), From = Us }, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(Them, Cancelled);
        await call.WaitForAnswerAsync(Cancelled);

        await call.SendDtmfAsync("42", Cancelled);
        await call.PlayAsync(MediaSource.Speech("Hello"), Cancelled);
        await call.HangupAsync(Cancelled);

        await callee.WaitForEndAsync(Cancelled);
        callee.HeardDigits.Should().Be("42");
        call.To.Value.Should().Be(Them);
        (await call.Ended.WaitAsync(Cancelled)).Cause.Should().Be(HangupCause.Normal);
    }

    [Theory]
    [InlineData(CalleeBehavior.Busy, "busy")]
    [InlineData(CalleeBehavior.NoAnswer, "no-answer")]
    public async Task Dial_ThatIsNotAnswered_EndsWithItsCause(CalleeBehavior behavior, string cause)
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Callees.Set(Them, behavior);

        var call = await world.Calls.DialAsync(
            new DialRequest { To = Destination.Phone(Them), From = Us, RingTimeout = TimeSpan.FromSeconds(5) }, Cancelled);

        (await call.Ended.WaitAsync(Cancelled)).Cause.Value.Should().Be(cause);
        var play = () => call.PlayAsync(MediaSource.Speech("Hello"), Cancelled);
        await play.Should().ThrowAsync<CallEndedException>();
    }

    [Fact]
    public async Task Hangup_BeforeTheAnswer_EndsTheCallAsSoonAsItIsAnswered()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Callees.Set(Them, CalleeBehavior.Manual);
        var call = await world.Calls.DialAsync(new DialRequest { To = Destination.Phone(Them), From = Us }, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(Them, Cancelled);

        await call.HangupAsync(Cancelled);
        await callee.AnswerAsync(Cancelled);

        await callee.WaitForEndAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);
    }

    [Fact]
    public async Task Detection_OfAPersonWhoSpeaksBriefly_TellsAHuman()
    {
        await using var world = await CallrWorld.StartAsync(options: new CallrEmulatorOptions(), configure: account => account.DetectionMedia = Silence);
        world.Callr.Library.Add(Silence, TimeSpan.FromSeconds(5));
        world.Callr.Callees.Set(Them, CalleeBehavior.Manual);
        await world.Calls.DialAsync(
            new DialRequest { To = Destination.Phone(Them), From = Us, MachineDetection = new MachineDetectionOptions() }, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(Them, Cancelled);
        await callee.AnswerAsync(Cancelled);
        await callee.WaitForPlaybackAsync(Cancelled);
        await callee.SayAsync("Hello?", Cancelled);

        (await world.Events.WaitForAsync<MachineDetected>()).AnsweredBy.Should().Be(AnsweredBy.Human);
    }

    [Fact]
    public async Task Detection_OfAMachine_StaysUnknown()
    {
        await using var world = await CallrWorld.StartAsync(options: new CallrEmulatorOptions(), configure: account => account.DetectionMedia = Silence);
        world.Callr.Library.Add(Silence, TimeSpan.FromSeconds(1));
        world.Callr.Callees.Set(Them, CalleeBehavior.Machine);
        await world.Calls.DialAsync(
            new DialRequest { To = Destination.Phone(Them), From = Us, MachineDetection = new MachineDetectionOptions { Timeout = TimeSpan.FromSeconds(1) } }, Cancelled);

        (await world.Events.WaitForAsync<MachineDetected>()).AnsweredBy.Should().Be(AnsweredBy.Unknown);
    }

    [Fact]
    public async Task Bridge_OfTwoCalls_EndsWhenOneLeavesAndGivesTheOtherBack()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Library.Add(Chime, TimeSpan.FromMilliseconds(50));
        var (near, nearCall) = await world.ConnectAsync();
        var (far, farCall) = await world.ConnectAsync();

        // Who is there first hears the other come.
        var bridged = await nearCall.BridgeAsync(new BridgeRequest { With = farCall.Id, AdditionalProperties = new() { ["user_join"] = Chime } }, Cancelled);
        bridged.With.Should().Be(farCall.Id);
        await (await Task.WhenAny(near.WaitForPlaybackAsync(Cancelled), far.WaitForPlaybackAsync(Cancelled)));
        await far.HangUpAsync(Cancelled);
        var unbridged = await world.Events.WaitForAsync<CallUnbridged>(each => each.Call == nearCall.Id);
        unbridged.Bridge.Should().Be(bridged.Bridge);
        unbridged.Reason.Should().Be("LAST_PARTICIPANT");

        await nearCall.SendDtmfAsync("7", Cancelled);
        await nearCall.HangupAsync(Cancelled);
        await near.WaitForEndAsync(Cancelled);
        near.HeardDigits.Should().Be("7");
    }

    [Fact]
    public async Task Bridge_WhoseOtherCallEndsOnTheWay_LetsGoOfTheFirst()
    {
        await using var world = await CallrWorld.StartAsync();
        var (_, nearCall) = await world.ConnectAsync();
        var (far, farCall) = await world.ConnectAsync();
        world.Callr.Faults.WebhookDelay = TimeSpan.FromMilliseconds(200);

        await nearCall.BridgeAsync(farCall, Cancelled);
        await far.HangUpAsync(Cancelled);

        await world.Events.WaitForAsync<CallUnbridged>(each => each.Call == nearCall.Id);
        await nearCall.SendDtmfAsync("1", Cancelled);
    }

    [Fact]
    public async Task Bridge_NotKeptAfterwards_HangsUp()
    {
        await using var world = await CallrWorld.StartAsync();
        var (near, nearCall) = await world.ConnectAsync();
        var (far, farCall) = await world.ConnectAsync();

        await nearCall.BridgeAsync(new BridgeRequest { With = farCall.Id, KeepAfterwards = false }, Cancelled);
        await far.HangUpAsync(Cancelled);

        await near.WaitForEndAsync(Cancelled);
    }

    [Fact]
    public async Task Bridge_WithACallThatIsOver_IsRefused()
    {
        await using var world = await CallrWorld.StartAsync();
        var (_, nearCall) = await world.ConnectAsync();
        var (far, farCall) = await world.ConnectAsync();
        await far.HangUpAsync(Cancelled);
        await farCall.Ended.WaitAsync(Cancelled);

        var bridge = () => nearCall.BridgeAsync(farCall, Cancelled);

        await bridge.Should().ThrowAsync<CallEndedException>();
        await nearCall.SendDtmfAsync("1", Cancelled);
    }

    [Fact]
    public async Task Transfer_ThatNobodyAnswers_FailsAndLeavesTheCallWithUs()
    {
        await using var world = await CallrWorld.StartAsync();
        world.Callr.Callees.Set(Them, CalleeBehavior.Busy);
        var (caller, call) = await world.ConnectAsync();

        var transfer = () => call.TransferAsync(Destination.Phone(Them), Cancelled);

        (await transfer.Should().ThrowAsync<OperationFailedException>()).Which.Failure.Code.Should().Be("NOANSWER");
        await call.SendDtmfAsync("1", Cancelled);
        await call.HangupAsync(Cancelled);
        await caller.WaitForEndAsync(Cancelled);
    }

    [Fact]
    public async Task Message_WithLimits_IsRecordedAndPlayedBack()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(30) }, Cancelled);
        await caller.WaitForRecordingAsync(Cancelled);
        var stop = () => recording.StopAsync(Cancelled);
        await stop.Should().ThrowAsync<CapabilityNotSupportedException>();

        await caller.PressAsync("#", Cancelled);
        var message = await recording.Completion.WaitAsync(Cancelled);

        message.End.Should().Be(OperationEnd.Completed);
        var played = await (await call.StartPlaybackAsync(
            new PlaybackRequest { Sources = [MediaSource.Library(message.Result!.Recording!.Value.Value)] }, Cancelled)).Completion.WaitAsync(Cancelled);
        played.End.Should().Be(OperationEnd.Completed);
    }
}
