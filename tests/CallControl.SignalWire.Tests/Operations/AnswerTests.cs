using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

/// <summary>What becomes of a call that waits for its document, and of one that does not.</summary>
public sealed class AnswerTests
{
    private const string KeepAlive = """[{"sleep":-1}]""";
    private const string Busy = """[{"hangup":{"reason":"busy"}}]""";

    private static readonly CallId Call = AdapterHarness.One;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_WhileTheVendorWaits_IsTheDocumentThatAnswersAndComesBack()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        var answer = await AnswerAsync(harness);

        var response = await fetch.Soon();
        response.StatusCode.Should().Be(200);
        response.ContentType.Should().Be("application/json");
        AdapterHarness.Steps(response).Should().Be($$$"""[{"answer":{}},{"transfer":{"dest":"{{{AdapterHarness.Account}}}/swml/answered"}}]""");
        answer.Completion.IsCompleted.Should().BeFalse("the vendor has not said so yet");
        harness.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Answer_AnsweredDocumentIsFetched_CompletesWithoutATime()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        var fetch = NativeEvent.AnsweredFetch(Call);
        var response = await harness.SendAsync(fetch);

        AdapterHarness.Steps(response).Should().Be(KeepAlive);
        (await answer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new AnswerResult()), "a request for a document tells no time");
    }

    [Fact]
    public async Task Answer_StateAnswered_CompletesWithItsTime()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        await harness.PostAsync(NativeEvent.State(Call, "ringing", 1), NativeEvent.State(Call, "answered", 4));

        (await answer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new AnswerResult { AnsweredAt = NativeEvent.Start.AddSeconds(4) }));
        harness.Seen.OfType<CallAnswered>().Single().Operation.Should().Be(answer.Id);
        harness.Seen.OfType<CallRinging>().Single().Operation.Should().BeNull("it is no answer");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answered_ToldByFetchAndByState_IsOneEvent(bool fetchFirst)
    {
        await using var harness = new AdapterHarness();
        await AnsweringAsync(harness);
        NativeEvent[] told = [NativeEvent.AnsweredFetch(Call), NativeEvent.State(Call, "answered", 4)];

        await harness.PostAsync(fetchFirst ? told : told.Reverse());

        harness.Seen.OfType<CallAnswered>().Should().ContainSingle();
        AdapterHarness.Steps(await harness.SendAsync(told[0])).Should().Be(KeepAlive, "whoever asks again is told the same");
        harness.Seen.OfType<CallAnswered>().Should().ContainSingle();
    }

    [Fact]
    public async Task Answer_CallEndsBeforeItIsAnswered_IsEndedByTheCall()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        await harness.PostAsync(NativeEvent.Ended(Call, "cancel"));

        (await answer.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Answer_Twice_IsRefused()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        await ShouldBeLateAsync(harness);

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().ContainSingle().Which.Id.Should().Be(answer.Id);
    }

    [Fact]
    public async Task Answer_ThatTheVendorHasNotAskedFor_IsRefused()
    {
        await using var harness = new AdapterHarness();

        await ShouldBeLateAsync(harness);

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Answer_AfterATransferThatFailed_IsTheDocumentByCommand()
    {
        await using var harness = new AdapterHarness();
        await harness.RingAsync();
        var transfer = await harness.Control.TransferAsync(Call, new TransferRequest { To = Destination.Phone("+15550100777") }, Cancelled);
        await harness.PostAsync(NativeEvent.Connect(transfer, "failed", 3, ("failed_reason", "busy")));

        var answer = await AnswerAsync(harness);

        harness.Sent.Should().ContainSingle().Which.Steps.ToJsonString()
            .Should().Be($$$"""[{"answer":{}},{"transfer":{"dest":"{{{AdapterHarness.Account}}}/swml/answered"}}]""");
        await harness.PostAsync(NativeEvent.AnsweredFetch(Call));
        (await answer.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Answer_Cancelled_DecidesNothing()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();
        var cancelled = new CancellationToken(canceled: true);

        await harness.Awaiting(each => each.Control.AnswerAsync(Call, new AnswerRequest(), cancelled)).Should().ThrowAsync<OperationCanceledException>();
        await harness.Awaiting(each => each.Control.HangupAsync(Call, new HangupRequest(), cancelled)).Should().ThrowAsync<OperationCanceledException>();
        await harness.Awaiting(each => each.Control.TransferAsync(Call, new TransferRequest { To = Destination.Phone("+15550100777") }, cancelled))
            .Should().ThrowAsync<OperationCanceledException>();

        fetch.IsCompleted.Should().BeFalse();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Answer_NothingHeard_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await answer.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Answer_OfACallThatIsOver_SaysSo()
    {
        await using var harness = new AdapterHarness();
        await harness.RingAsync();
        await harness.PostAsync(NativeEvent.Ended(Call, "cancel"));

        await harness.Awaiting(AnswerAsync).Should().ThrowAsync<CallEndedException>();
    }

    [Fact]
    public async Task Window_Over_GivesTheFallbackAndRefusesTheAnswer()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        harness.Time.Advance(TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        fetch.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        AdapterHarness.Steps(await fetch.Soon()).Should().Be(Busy);
        await ShouldBeGivenUpAsync(harness);
        harness.Logged.Should().ContainSingle(line => line.Contains(" 2201 ", StringComparison.Ordinal)).Which.Should().Contain("0:00:04");
    }

    [Fact]
    public async Task Window_AndFallback_AreThoseOfTheOptions()
    {
        await using var harness = new AdapterHarness(options =>
        {
            options.AnswerWindow = TimeSpan.FromSeconds(20);
            options.FallbackDocument = new SwmlDocument(new SwmlAnswer(), new SwmlPlay(SwmlSound.Say("Please call again.")));
        });
        var fetch = await harness.RingAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(19.9));
        fetch.IsCompleted.Should().BeFalse();

        harness.Time.Advance(TimeSpan.FromSeconds(0.1));

        AdapterHarness.Steps(await fetch.Soon()).Should().StartWith("""[{"answer":{}},{"play":{""").And.Contain("Please call again.");
    }

    [Fact]
    public async Task Vendor_BreaksOffWhileItWaits_MayAskAgain()
    {
        await using var harness = new AdapterHarness();
        using var vendor = new CancellationTokenSource();
        harness.Patience = vendor.Token;
        var first = await harness.RingAsync();

        await vendor.CancelAsync();
        (await first.Soon()).StatusCode.Should().Be(503, "nobody reads it");
        harness.Patience = Cancelled;
        var second = await harness.RingAsync();
        await AnswerAsync(harness);

        AdapterHarness.Steps(await second.Soon()).Should().StartWith("""[{"answer":{}},""");
        harness.Seen.OfType<CallIncoming>().Should().ContainSingle();
    }

    [Fact]
    public async Task Vendor_BreaksOffAndDoesNotAskAgain_IsGivenUpAtTheEndOfTheWindow()
    {
        await using var harness = new AdapterHarness();
        using var vendor = new CancellationTokenSource();
        harness.Patience = vendor.Token;
        var fetch = await harness.RingAsync();
        await vendor.CancelAsync();
        await fetch.Soon();

        harness.Time.Advance(TimeSpan.FromSeconds(4));

        await ShouldBeGivenUpAsync(harness);
    }

    [Fact]
    public async Task Fetch_Repeated_IsOneCallAndToldTheSame()
    {
        await using var harness = new AdapterHarness();
        var (_, first) = await AnsweringAsync(harness);

        var second = await harness.SendAsync(NativeEvent.Fetch(Call));

        second.Body.ToArray().Should().Equal(first.Body.ToArray());
        harness.Seen.OfType<CallIncoming>().Should().ContainSingle();
    }

    [Fact]
    public async Task Fetch_RepeatedWhileTheFirstWaits_IsToldTheSame()
    {
        await using var harness = new AdapterHarness();
        var first = await harness.RingAsync();
        harness.Time.Advance(TimeSpan.FromSeconds(2));
        var second = await harness.RingAsync();

        harness.Time.Advance(TimeSpan.FromSeconds(2));

        AdapterHarness.Steps(await first.Soon()).Should().Be(Busy);
        AdapterHarness.Steps(await second.Soon()).Should().Be(Busy, "one call is not told two things");
        harness.Seen.OfType<CallIncoming>().Should().ContainSingle();
    }

    [Fact]
    public async Task Fetch_OfACallThatWePlace_GetsTheDocumentThatWaits()
    {
        await using var harness = new AdapterHarness();

        var response = await harness.SendAsync(NativeEvent.Fetch(Call, "outbound"));

        AdapterHarness.Steps(response).Should().Be(KeepAlive);
        await ShouldBeLateAsync(harness);
    }

    [Theory]
    [InlineData("rejected", "decline")]
    [InlineData("busy", "busy")]
    public async Task Reject_WhileTheVendorWaits_IsTheDocumentThatHangsUp(string cause, string reason)
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        await harness.Control.RejectAsync(Call, new RejectRequest { Cause = new HangupCause(cause) }, Cancelled);

        AdapterHarness.Steps(await fetch.Soon()).Should().Be($$$"""[{"hangup":{"reason":"{{{reason}}}"}}]""");
        harness.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData("rejected", "decline")]
    [InlineData("busy", "busy")]
    public async Task Reject_OtherwiseOrAfterwards_IsTheCommand(string cause, string reason)
    {
        await using var harness = new AdapterHarness();
        await AnsweringAsync(harness);
        var request = new RejectRequest { Cause = new HangupCause(cause) };

        await harness.Control.RejectAsync(Call, request, Cancelled);
        await harness.Control.RejectAsync(AdapterHarness.Two, request, Cancelled);

        harness.Names.Should().Equal("calling.end", "calling.end");
        harness.Sent.Select(command => command.Call).Should().Equal(Call.Value, AdapterHarness.Two.Value);
        harness.Sent.Should().OnlyContain(command => command.Params.ToJsonString() == $$"""{"reason":"{{reason}}"}""");
    }

    [Theory]
    [InlineData("normal", "hangup", "hangup")]
    [InlineData("busy", "busy", "busy")]
    [InlineData("rejected", "decline", "decline")]
    [InlineData("no-answer", "hangup", "noAnswer")]
    [InlineData("cancelled", "hangup", "cancel")]
    [InlineData("failed", "hangup", "error")]
    public async Task Hangup_Cause_IsTheVendorsWord(string cause, string ofStep, string ofCommand)
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();
        var request = new HangupRequest { Cause = new HangupCause(cause) };

        await harness.Control.HangupAsync(Call, request, Cancelled);
        await harness.Control.HangupAsync(Call, request, Cancelled);

        AdapterHarness.Steps(await fetch.Soon()).Should().Be($$$"""[{"hangup":{"reason":"{{{ofStep}}}"}}]""");
        harness.Sent.Should().ContainSingle("the second one comes when the slot is filled").Which.Params.ToJsonString().Should().Be($$"""{"reason":"{{ofCommand}}"}""");
    }

    [Fact]
    public async Task HangupAndReject_OfACallThatIsGone_DoNotThrow()
    {
        await using var harness = new AdapterHarness();
        harness.RefuseAsGone("calling.end");
        harness.RefuseAsGone("calling.end");

        await harness.Control.HangupAsync(Call, new HangupRequest(), Cancelled);
        await harness.Control.RejectAsync(Call, new RejectRequest(), Cancelled);

        harness.Names.Should().Equal("calling.end", "calling.end");
    }

    [Fact]
    public async Task Hangup_Refused_Throws()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse("calling.end", "invalid_state");

        (await harness.Awaiting(each => each.Control.HangupAsync(Call, new HangupRequest(), Cancelled)).Should().ThrowAsync<CommandRejectedException>())
            .Which.Error!.Code.Should().Be("invalid_state");
    }

    [Fact]
    public async Task Answer_StopAsync_HangsUpAndDoesNothingLater()
    {
        await using var harness = new AdapterHarness();
        var (answer, _) = await AnsweringAsync(harness);

        await answer.StopAsync(Cancelled);
        await harness.PostAsync(NativeEvent.Ended(Call));
        await answer.StopAsync(Cancelled);

        harness.Sent.Should().ContainSingle().Which.Name.Should().Be("calling.end");
    }

    [Fact]
    public async Task Answer_AdditionalProperties_GoIntoTheStep()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        await harness.Control.AnswerAsync(Call, new AnswerRequest { AdditionalProperties = new() { ["max_duration"] = 60, ["x"] = "y" } }, Cancelled);

        AdapterHarness.Steps(await fetch.Soon()).Should().StartWith("""[{"answer":{"max_duration":60,"x":"y"}},""");
    }

    [Fact]
    public async Task HangupAndReject_AdditionalProperties_GoIntoStepOrCommand()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        await harness.Control.RejectAsync(Call, new RejectRequest { AdditionalProperties = new() { ["x"] = 1 } }, Cancelled);
        await harness.Control.HangupAsync(Call, new HangupRequest { AdditionalProperties = new() { ["x"] = 2 } }, Cancelled);

        AdapterHarness.Steps(await fetch.Soon()).Should().Be("""[{"hangup":{"reason":"decline","x":1}}]""");
        harness.Sent.Should().ContainSingle().Which.Params.ToJsonString().Should().Be("""{"reason":"hangup","x":2}""");
    }

    [Fact]
    public async Task Dialled_NumbersItsStates_AsEventsOfTheNewCall()
    {
        await using var harness = new AdapterHarness();

        var call = await harness.Control.DialAsync(new DialRequest { To = Destination.Phone("+15550100777"), From = "+15550100002" }, Cancelled);
        await harness.PostAsync(
            NativeEvent.State(call, "created", 0, ("direction", "outbound")),
            NativeEvent.State(call, "ringing", 1),
            NativeEvent.State(call, "answered", 2),
            NativeEvent.Ended(call, "hangup", 9));

        call.Should().Be(AdapterHarness.Three);
        harness.Seen.Select(each => each.GetType()).Should().Equal(typeof(CallInitiated), typeof(CallRinging), typeof(CallAnswered), typeof(CallEnded));
        harness.Seen.Should().OnlyContain(each => each.Call == call && each.Operation == null);
    }

    private static Task<AnswerOperation> AnswerAsync(AdapterHarness harness) => harness.Control.AnswerAsync(Call, new AnswerRequest(), Cancelled);

    private static async Task<(AnswerOperation Answer, InboundResponse Document)> AnsweringAsync(AdapterHarness harness)
    {
        var fetch = await harness.RingAsync();
        var answer = await AnswerAsync(harness);
        return (answer, await fetch.Soon());
    }

    private static async Task ShouldBeLateAsync(AdapterHarness harness)
    {
        var thrown = await harness.Awaiting(AnswerAsync).Should().ThrowAsync<CommandRejectedException>();
        thrown.Which.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Which.Call.Should().Be(Call);
        thrown.Which.Provider.Should().Be(AdapterHarness.Provider);
        harness.Sent.Should().BeEmpty();
    }

    private static async Task ShouldBeGivenUpAsync(AdapterHarness harness)
    {
        (await harness.Awaiting(AnswerAsync).Should().ThrowAsync<CallEndedException>("the fallback has the call")).Which.Effect.Should().Be(CommandEffect.NotSent);
        harness.Sent.Should().BeEmpty();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }
}
