namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>A call may end at any time: whatever goes on then ends with it, with what came of it.</summary>
public sealed class HangupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hangup_DuringRead_EndsTheGatherWithTheKeysPressed()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest { Digits = new DigitOptions { Max = 6 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("12", Cancelled);
        await caller.HangUpAsync(Cancelled);

        var outcome = await gather.Completion.WaitAsync(Cancelled);

        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Digits.Should().Be("12");
        outcome.Result.Reason.Should().Be(GatherReason.CallEnded);
        (await call.Ended.WaitAsync(Cancelled)).Cause.Should().Be(HangupCause.Normal);
    }

    [Fact]
    public async Task Hangup_DuringRecord_EndsTheRecordingWithItsFile()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(60) }, Cancelled);
        await caller.WaitForRecordingAsync(Cancelled);
        await caller.HangUpAsync(Cancelled);

        var outcome = await recording.Completion.WaitAsync(Cancelled);

        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Recording.Should().NotBeNull();
    }

    [Fact]
    public async Task Hangup_DuringAWholeCallRecording_KeepsItsHash()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(Cancelled);
        await world.Events.WaitForAsync<RecordingStarted>();
        await caller.HangUpAsync(Cancelled);

        var outcome = await recording.Completion.WaitAsync(Cancelled);

        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Recording.Should().NotBeNull();
    }

    [Fact]
    public async Task Hangup_DuringDialout_EndsTheTransfer()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var transfer = await call.Control.TransferAsync(call.Id, new TransferRequest { To = Destination.Phone("+15550100077") }, Cancelled);
        var callee = await world.Callr.WaitForDialAsync(cancellationToken: Cancelled);
        await callee.WaitForAnswerAsync(Cancelled);
        await caller.HangUpAsync(Cancelled);

        var outcome = await transfer.Completion.WaitAsync(Cancelled);

        outcome.End.Should().Be(OperationEnd.CallEnded);
        await callee.WaitForEndAsync(Cancelled);
    }

    [Fact]
    public async Task Hangup_WithoutResults_EndsTheGatherAllTheSame()
    {
        await using var world = await CallrWorld.StartAsync(options: new() { InterruptedResults = Testing.CallrEmulatorInterruption.NoResult });
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest(), Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("12", Cancelled);
        await caller.HangUpAsync(Cancelled);

        var outcome = await gather.Completion.WaitAsync(Cancelled);

        outcome.End.Should().Be(OperationEnd.CallEnded);
        outcome.Result!.Digits.Should().BeEmpty();
    }

    [Fact]
    public async Task Hangup_WhileACommandWaitsForItsTurn_RefusesItAsCallEnded()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        await call.StartGatherAsync(new GatherRequest(), Cancelled);
        await caller.WaitForPromptAsync(Cancelled);
        var waiting = call.PlayAsync(MediaSource.Speech("Hello"), Cancelled);
        waiting.IsCompleted.Should().BeFalse();
        await caller.HangUpAsync(Cancelled);

        var play = () => waiting;

        (await play.Should().ThrowAsync<CallEndedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public async Task HangupAsync_WhileACommandGoesOn_EndsTheCallAtOnce()
    {
        await using var world = await CallrWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest { Timeout = TimeSpan.FromSeconds(30) }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);

        await call.HangupAsync(Cancelled);

        await caller.WaitForEndAsync(Cancelled);
        (await gather.Completion.WaitAsync(Cancelled)).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task HangupAsync_WithoutCredentialsOfTheAccount_EndsTheCallAfterItsCommand()
    {
        await using var world = await CallrWorld.StartAsync(configure: account => account.ApiKey = "");
        var (caller, call) = await world.ConnectAsync();
        var gather = await call.StartGatherAsync(new GatherRequest { Digits = new DigitOptions { Max = 1 } }, Cancelled);
        await caller.WaitForPromptAsync(Cancelled);

        await call.HangupAsync(Cancelled);
        caller.HasEnded.Should().BeFalse();
        await caller.PressAsync("7", Cancelled);

        await caller.WaitForEndAsync(Cancelled);
        (await gather.Completion.WaitAsync(Cancelled)).Result!.Digits.Should().Be("7");
    }

    [Fact]
    public async Task RejectAsync_OfACallThatRings_EndsItUnanswered()
    {
        await using var world = await CallrWorld.StartAsync((call, ended) => call.RejectAsync(ended));
        var caller = await world.Callr.PlaceCallAsync(cancellationToken: Cancelled);

        await caller.WaitForEndAsync(Cancelled);

        caller.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task Caller_WhoHasGoneBeforeTheFirstRequest_StartsNoFlow()
    {
        await using var world = await CallrWorld.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Endpoint)
        {
            Content = new StringContent(
                """{"app":"4346423A","callid":7,"request_hash":null,"cli_name":"","cli_number":"","date_started":"2026-11-21 10:00:00","number":"+15550100002","command":"","command_id":0,"command_result":"","command_error":"","call_status":"HANGUP","cdr_field":"","variables":{}}""",
                System.Text.Encoding.UTF8,
                "application/json"),
        };
        request.Headers.Authorization = world.Basic();

        using var response = await http.SendAsync(request, Cancelled);

        response.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancelled)).Should().BeEmpty();
        var ended = await world.Events.WaitForAsync<CallEnded>();
        ended.Call.Value.Should().Be("7");
        world.Events.All.Should().NotContain(each => each is CallIncoming);
    }
}
