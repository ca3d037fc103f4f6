namespace CallControl.Core.Tests;

public sealed class CallTests
{
    private static readonly OperationFailure Failure = new() { Message = "No route to +33612345678", Code = "E1" };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ShortForms_Completed_ReturnTheResult()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        var played = new PlaybackResult { Duration = TimeSpan.FromSeconds(1) };
        var gathered = new GatherResult { Digits = "12" };
        var recorded = new RecordingResult { SizeBytes = 3 };
        var bridged = new BridgeResult { With = HubHarness.Id(2) };
        var transferred = new TransferResult { NewCall = HubHarness.Id(3) };
        hub.Control.Answer.Set(OperationOutcome.Completed(new AnswerResult()));
        hub.Control.Playback.Set(OperationOutcome.Completed(played));
        hub.Control.Gather.Set(OperationOutcome.Completed(gathered));
        hub.Control.Recording.Set(OperationOutcome.Completed(recorded));
        hub.Control.Bridge.Set(OperationOutcome.Completed(bridged));
        hub.Control.Transfer.Set(OperationOutcome.Completed(transferred));

        await call.AnswerAsync(Cancelled);
        (await call.PlayAsync(MediaSource.Silence(), Cancelled)).Should().BeSameAs(played);
        (await call.GatherAsync(new GatherRequest(), Cancelled)).Should().BeSameAs(gathered);
        (await call.RecordAsync(new RecordingRequest(), Cancelled)).Should().BeSameAs(recorded);
        (await call.BridgeAsync(hub.Call(2), Cancelled)).Should().BeSameAs(bridged);
        (await call.TransferAsync(Destination.Phone("+33612345678"), Cancelled)).Should().BeSameAs(transferred);
        await call.SendDtmfAsync("42", Cancelled);
        await call.RejectAsync(Cancelled);
        await call.HangupAsync(Cancelled);

        hub.Control.Commands.Should().Equal(
            "answer", "play", "gather", "record", "bridge call-2", "transfer +*********78", "dtmf 42", "reject rejected", "hangup call-1");
    }

    [Fact]
    public async Task StartForms_Accepted_ReturnBeforeTheEnd()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();

        (await call.StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Silence()] }, Cancelled)).Id.Should().Be(new OperationId("play-1"));
        (await call.StartGatherAsync(new GatherRequest(), Cancelled)).Completion.IsCompleted.Should().BeFalse();
        (await call.StartRecordingAsync(Cancelled)).Call.Should().Be(call.Id);
        (await call.StartStreamAsync(new StreamRequest { Url = new Uri("wss://example.com") }, Cancelled)).Id.Should().Be(new OperationId("stream-1"));
        (await call.StartForkAsync(new ForkRequest(), Cancelled)).Id.Should().Be(new OperationId("fork-1"));
        (await call.StartBridgeAsync(new BridgeRequest { With = HubHarness.Id(2) }, Cancelled)).Id.Should().Be(new OperationId("bridge-1"));
    }

    [Fact]
    public async Task PlayAsync_Stopped_ReturnsWhatWasPlayed()
    {
        await using var hub = new HubHarness();
        hub.Control.Playback.Set(OperationOutcome.Stopped<PlaybackResult>());

        (await hub.Call().PlayAsync(MediaSource.Silence(), Cancelled)).Duration.Should().BeNull();
    }

    [Fact]
    public async Task AnswerAsync_Stopped_Throws()
    {
        await using var hub = new HubHarness();
        hub.Control.Answer.Set(OperationOutcome.Stopped<AnswerResult>());

        await FluentActions.Awaiting(() => hub.Call().AnswerAsync(Cancelled)).Should().ThrowAsync<OperationStoppedException>();
    }

    [Fact]
    public async Task GatherAsync_CallEnded_Throws() =>
        (await ThrownAsync<CallEndedException>(OperationOutcome.CallEnded<GatherResult>())).Message.Should().Contain("gather-1");

    [Fact]
    public async Task GatherAsync_TimedOut_Throws() =>
        (await ThrownAsync<OperationTimedOutException>(OperationOutcome.TimedOut<GatherResult>())).Message.Should().Contain("gather-1");

    [Fact]
    public async Task GatherAsync_Failed_ThrowsWhyWithoutNumbers()
    {
        var thrown = await ThrownAsync<OperationFailedException>(OperationOutcome.Failed<GatherResult>(Failure));

        thrown.Failure.Should().BeSameAs(Failure);
        thrown.Message.Should().Contain("E1").And.NotContain("33612345678");
    }

    [Fact]
    public async Task PlayAsync_CancelledWhereStopIsOffered_StopsAndThrowsTheCancellation()
    {
        await using var hub = new HubHarness();
        using var cancel = new CancellationTokenSource();
        var playing = hub.Call().PlayAsync(MediaSource.Silence(), cancel.Token);

        await cancel.CancelAsync();

        var thrown = await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
        thrown.Which.CancellationToken.Should().Be(cancel.Token);
        hub.Control.Commands.Should().Equal("play", "stop play");
    }

    [Fact]
    public async Task PlayAsync_CancelledWhereStopIsNotOffered_OnlyThrows()
    {
        await using var hub = new HubHarness();
        hub.Control.Capabilities = new CapabilitySet([Capability.Unsupported(CallFeature.PlaybackStop, "none")]);
        using var cancel = new CancellationTokenSource();
        var playing = hub.Call().PlayAsync(MediaSource.Silence(), cancel.Token);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
        hub.Control.Commands.Should().Equal("play");
    }

    [Fact]
    public async Task TransferAsync_Cancelled_IsNotTakenBack()
    {
        await using var hub = new HubHarness();
        using var cancel = new CancellationTokenSource();
        var transferring = hub.Call().TransferAsync(Destination.Phone("+33612345678"), cancel.Token);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => transferring).Should().ThrowAsync<OperationCanceledException>();
        hub.Control.Commands.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlayAsync_StopFails_IsLoggedAndTheCancellationIsThrown(bool isOurs)
    {
        await using var hub = new HubHarness();
        hub.Control.OnCommand = command => command != "stop play" ? Task.CompletedTask
            : throw (isOurs ? new CommandRejectedException("no") : new InvalidOperationException("adapter"));
        using var cancel = new CancellationTokenSource();
        var playing = hub.Call().PlayAsync(MediaSource.Silence(), cancel.Token);

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
        hub.Log.Count(1200).Should().Be(1);
    }

    [Fact]
    public async Task PlayAsync_CancelledAfterTheCallEnded_StopsNothing()
    {
        await using var hub = new HubHarness();
        using var cancel = new CancellationTokenSource();
        var playing = hub.Call().PlayAsync(MediaSource.Silence(), cancel.Token);
        await hub.HandleAsync(hub.Ended());

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => playing).Should().ThrowAsync<OperationCanceledException>();
        hub.Control.Commands.Should().Equal("play");
    }

    [Fact]
    public async Task GatherAsync_EndedAndCancelledAtOnce_TheOutcomeWins()
    {
        await using var hub = new HubHarness();
        using var cancel = new CancellationTokenSource();
        hub.Control.OnCommand = _ =>
        {
            hub.Control.Gather.Set(OperationOutcome.Completed(new GatherResult { Digits = "5" }));
            return cancel.CancelAsync();
        };

        var result = await hub.Call().GatherAsync(new GatherRequest(), cancel.Token);

        result.Digits.Should().Be("5");
    }

    [Fact]
    public async Task HangupAsync_CallIsOver_SendsNothing()
    {
        await using var hub = new HubHarness();
        await hub.HandleAsync(hub.Ended());

        await hub.Call().HangupAsync(Cancelled);

        hub.Control.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task Events_SeveralReaders_ReplayThenLiveThenEnd()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        await hub.HandleAsync(hub.Digit('1'), hub.Digit('2'));
        var readers = Enumerable.Range(0, 3).Select(_ => call.Events.GetAsyncEnumerator(Cancelled)).ToArray();
        foreach (var reader in readers)
            (await reader.MoveNextAsync()).Should().BeTrue();

        await hub.HandleAsync(hub.Digit('3'), hub.Ended(), hub.Digit('4'));

        foreach (var reader in readers)
        {
            var digits = "";
            do
            {
                digits += reader.Current is DtmfReceived digit ? digit.Digit : 'E';
            }
            while (await reader.MoveNextAsync());

            digits.Should().Be("123E");
            await reader.DisposeAsync();
        }

        (await DigitsAsync(call)).Should().Be("123E", "a reader that comes after the end is told all the same");
    }

    [Fact]
    public async Task Events_ReadTwiceFromOneEnumerable_ReplayTwice()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        await hub.HandleAsync(hub.Digit('1'), hub.Ended());
        var events = call.Events;

        (await events.CountAsync(Cancelled)).Should().Be(2);
        (await events.CountAsync(Cancelled)).Should().Be(2);
    }

    [Fact]
    public async Task Events_BacklogFull_KeepsTheNewest()
    {
        await using var hub = new HubHarness(options => options.EventBacklog = 3);
        await hub.HandleAsync(hub.Digit('1'), hub.Digit('2'), hub.Digit('3'), hub.Ended());

        (await DigitsAsync(hub.Call())).Should().Be("23E");
    }

    [Fact]
    public async Task Events_SlowReader_LosesTheOldestAndItIsCounted()
    {
        await using var hub = new HubHarness(options => options.EventBuffer = 2);
        var call = hub.Call();
        var slow = call.Events.GetAsyncEnumerator(Cancelled);
        var first = slow.MoveNextAsync().AsTask();
        await hub.HandleAsync(hub.Digit('0'));
        (await first).Should().BeTrue();

        await hub.HandleAsync(hub.Digit('1'), hub.Digit('2'), hub.Digit('3'), hub.Ended());

        (await slow.MoveNextAsync()).Should().BeTrue();
        slow.Current.Should().BeOfType<DtmfReceived>().Which.Digit.Should().Be('3');
        (await slow.MoveNextAsync()).Should().BeTrue();
        slow.Current.Should().BeOfType<CallEnded>();
        (await slow.MoveNextAsync()).Should().BeFalse();
        hub.Meters["events.dropped"].Should().Be(2);
        hub.Log.Count(1003).Should().Be(1);
        await slow.DisposeAsync();
    }

    [Fact]
    public async Task Events_ReaderThatLeaves_IsForgotten()
    {
        await using var hub = new HubHarness(options => options.EventBuffer = 1);
        await hub.HandleAsync(hub.Digit('1'));
        await foreach (var callEvent in hub.Call().Events.WithCancellation(Cancelled))
        {
            callEvent.Should().BeOfType<DtmfReceived>();
            break;
        }

        await hub.HandleAsync(hub.Digit('2'), hub.Digit('3'), hub.Digit('4'));

        hub.Meters["events.dropped"].Should().Be(0, "nobody reads any more");
    }

    [Fact]
    public async Task Events_Cancelled_Throws()
    {
        await using var hub = new HubHarness();
        using var cancel = new CancellationTokenSource();
        var reading = hub.Call().Events.CountAsync(cancel.Token).AsTask();

        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task EndedToken_AskedForBeforeAndAfter_IsCancelled()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        var before = call.EndedToken;
        var cancelled = new TaskCompletionSource();
        await using var registration = before.Register(cancelled.SetResult);
        before.IsCancellationRequested.Should().BeFalse();

        await hub.HandleAsync(hub.Ended());

        await cancelled.Task.Soon();
        (await call.Ended.Soon()).Cause.Should().Be(HangupCause.Normal);
        call.EndedToken.Should().Be(before);
        await hub.HandleAsync(hub.Ended(call: 2));
        hub.Call(2).EndedToken.IsCancellationRequested.Should().BeTrue("it was asked for after the end");
    }

    [Fact]
    public async Task EndedToken_CallbackThrows_IsLoggedOnly()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        await using var registration = call.EndedToken.Register(() => throw new InvalidOperationException("callback"));

        await hub.HandleAsync(hub.Ended());

        await Until.TrueAsync(() => hub.Log.Count(1008) == 1);
        (await call.Ended.Soon()).Should().NotBeNull();
        hub.Seen.Events.Should().ContainSingle();
        await hub.HandleAsync(hub.Digit());
    }

    [Fact]
    public async Task State_Events_ShowIt()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        call.From.Should().Be(default(CallParty));
        call.IsAnswered.Should().BeFalse();

        await hub.HandleAsync(hub.Incoming(), hub.Answered());

        call.From.Value.Should().Be("+33612345678");
        call.To.Value.Should().Be("+33123456789");
        call.IsAnswered.Should().BeTrue();
        call.HasEnded.Should().BeFalse();
        call.Provider.Name.Should().Be(hub.Provider);
        call.Control.Should().BeSameAs(hub.Control);
    }

    private static async Task<string> DigitsAsync(Call call) =>
        string.Concat(await call.Events.Select(callEvent => callEvent is DtmfReceived digit ? digit.Digit : 'E').ToListAsync(Cancelled));

    private static async Task<TException> ThrownAsync<TException>(OperationOutcome<GatherResult> outcome)
        where TException : CallControlException
    {
        await using var hub = new HubHarness();
        hub.Control.Gather.Set(outcome);

        var thrown = (await FluentActions.Awaiting(() => hub.Call().GatherAsync(new GatherRequest(), Cancelled)).Should().ThrowAsync<TException>()).Which;

        thrown.Provider.Should().Be(hub.Provider);
        thrown.Call.Should().Be(HubHarness.Id());
        thrown.Operation.Should().Be(new OperationId("gather-1"));
        return thrown;
    }
}
