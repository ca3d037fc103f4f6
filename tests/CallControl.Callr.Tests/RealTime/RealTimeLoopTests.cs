using System.Text.Json.Nodes;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Callr.Tests.RealTime;

/// <summary>The vendor asks, and must be answered in time, whatever the flow does.</summary>
public sealed class RealTimeLoopTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Filler = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flow_ThatThinksForTwelveSeconds_KeepsTheCallAndLosesNothing()
    {
        var thinks = new TaskCompletionSource<GatherResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        TimeProvider? clock = null;
        await using var vendor = Vendor.Start(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            var gathered = await call.GatherAsync(new GatherRequest { Digits = new DigitOptions { Max = 4 } }, ended);
            var thought = Task.Delay(TimeSpan.FromSeconds(12), clock!, ended);
            thinks.SetResult(gathered);
            await thought;
            await call.PlayAsync(MediaSource.Speech($"You have entered {gathered.Digits}"), ended);
            await call.HangupAsync(ended);
        });
        clock = vendor.Time;
        var began = vendor.Time.GetUtcNow();

        var answer = await vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        answer.Command.Should().Be("wait", "that answers the call");
        var read = await vendor.DoneAsync(answer, "0");
        read.Command.Should().Be("read");

        var first = vendor.DoneAsync(read, "1234");
        await thinks.Task.WaitAsync(Cancelled);
        vendor.Time.Advance(Window - TimeSpan.FromMilliseconds(1));
        first.IsCompleted.Should().BeFalse();
        vendor.Time.Advance(TimeSpan.FromMilliseconds(1));
        var second = PassAsync(vendor, await first);
        vendor.Time.Advance(Window);
        var third = PassAsync(vendor, await second);

        vendor.Time.Advance(TimeSpan.FromSeconds(2));
        var play = await third;
        play.Command.Should().Be("play");
        play.Took.Should().Be(TimeSpan.FromSeconds(2));
        ((string?)play.Parameters["media_id"]).Should().Be("TTS|TTS_EN-GB_SERENA|You have entered 1234");
        (vendor.Time.GetUtcNow() - began).Should().Be(TimeSpan.FromSeconds(12));

        var hangup = await vendor.DoneAsync(play, "0");
        hangup.Command.Should().Be("hangup");
        (await vendor.DoneAsync(hangup, status: "HANGUP")).Body.Should().BeNull();
    }

    [Fact]
    public async Task Request_ThatIsRepeated_IsGivenTheSameAnswer()
    {
        await using var vendor = Vendor.Start(async (call, ended) =>
        {
            await call.AnswerAsync(ended);
            await call.SendDtmfAsync("1", ended);
            await call.SendDtmfAsync("2", ended);
            await call.Ended;
        });
        var incoming = vendor.Report("INCOMING_CALL");

        var answers = await Task.WhenAll(vendor.PostAsync(incoming), vendor.PostAsync(incoming));
        var later = await vendor.PostAsync(incoming);
        var sent = await vendor.DoneAsync(answers[0], "0");
        var late = await vendor.PostAsync(incoming);
        var sentAgain = await vendor.DoneAsync(answers[0], "0");

        answers[1].Body!.ToJsonString().Should().Be(answers[0].Body!.ToJsonString());
        later.Body!.ToJsonString().Should().Be(answers[0].Body!.ToJsonString());
        late.Body!.ToJsonString().Should().Be(answers[0].Body!.ToJsonString());
        ((string?)sent.Parameters["digits"]).Should().Be("1");
        sentAgain.Body!.ToJsonString().Should().Be(sent.Body!.ToJsonString());
        ((string?)(await vendor.DoneAsync(sent, "0")).Parameters["digits"]).Should().Be("2");
        vendor.Events.All.OfType<CallIncoming>().Should().ContainSingle();
    }

    [Fact]
    public async Task Request_ThatTheVendorBreaksOffAndRepeats_IsAnsweredOnce()
    {
        var go = new TaskCompletionSource();
        await using var vendor = Vendor.Start(async (call, ended) =>
        {
            await go.Task;
            await call.SendDtmfAsync("5", ended);
            await call.Ended;
        });
        using var broken = new CancellationTokenSource();
        var first = vendor.PostRawAsync(vendor.Report("INCOMING_CALL").ToJsonString(), aborted: broken.Token);
        await broken.CancelAsync();
        (await first).StatusCode.Should().Be(503);

        // Nobody would hear it now.
        go.SetResult();
        var second = await vendor.PostAsync(vendor.Report("INCOMING_CALL"));

        ((string?)second.Parameters["digits"]).Should().Be("5");
        ((int)second.Id).Should().Be(1);
    }

    [Fact]
    public async Task Flow_ThatReturns_LeavesACallThatIsHungUp()
    {
        await using var vendor = Vendor.Start((call, ended) => call.AnswerAsync(ended));
        var answer = await vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var next = vendor.DoneAsync(answer, "0");
        await vendor.FlowHasReturnedAsync();

        vendor.Time.Advance(Window);

        (await next).Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Flow_ThatReturnsWhileACommandWaits_HasItCarriedOutFirst()
    {
        await using var vendor = Vendor.Start(async (call, ended) =>
        {
            await call.SendDtmfAsync("1", ended);
            _ = call.SendDtmfAsync("2", ended);
        });
        var sent = await vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        await vendor.FlowHasReturnedAsync();

        var second = await vendor.DoneAsync(sent, "0");
        var third = vendor.DoneAsync(second, "0");
        vendor.Time.Advance(Window);

        ((string?)second.Parameters["digits"]).Should().Be("2");
        (await third).Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Flow_ThatFails_HangsUp()
    {
        await using var vendor = Vendor.Start((_, _) => throw new InvalidOperationException("A fault in the flow."));

        var answer = await vendor.PostAsync(vendor.Report("INCOMING_CALL"));

        answer.Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Call_WithoutACommandForLong_IsHungUp()
    {
        var limit = TimeSpan.FromSeconds(20);
        await using var vendor = Vendor.Start((call, _) => call.Ended, account => account.ThinkingLimit = limit);
        var next = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var answers = new List<Vendor.Answer>();
        for (var passed = TimeSpan.Zero; passed < limit; passed += Window + Filler)
        {
            vendor.Time.Advance(Window);
            var answer = await next;
            answers.Add(answer);
            if (answer.Command == "hangup")
                break;

            next = PassAsync(vendor, answer);
        }

        vendor.Time.Advance(Window);
        answers.Add(await next);

        answers[..^1].Should().HaveCount(4).And.OnlyContain(answer => answer.Command == "wait" && answer.Took == Window);
        answers[^1].Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Call_WithoutAnyFlow_IsKeptForWhoConductsItOtherwise()
    {
        await using var vendor = Vendor.Start(flow: null);
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        vendor.Time.Advance(Window);
        var filler = await incoming;
        filler.Command.Should().Be("wait");
        ((int?)filler.Parameters["wait"]).Should().Be(1);

        var next = vendor.DoneAsync(filler, "0");
        await vendor.Control.SendDtmfAsync(new CallId("421889"), new DtmfRequest { Digits = "9" }, Cancelled);

        (await next).Command.Should().Be("send_dtmf");
    }

    [Fact]
    public async Task Call_FromAnotherProcess_IsHungUpUnlessSomebodyTakesItOver()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var abandoned = vendor.PostAsync(vendor.Report("UP", "wait", 17, "0"));
        vendor.Time.Advance(Window);
        var hangup = await abandoned;
        hangup.Command.Should().Be("hangup");
        ((long)hangup.Id).Should().Be(18);
        await vendor.Events.WaitForAsync<UnknownCallEvent>();
        vendor.Events.All.Should().NotContain(each => each is CallIncoming);

        await using var second = Vendor.Start((call, _) => call.Ended);
        var taken = second.PostAsync(second.Report("UP", "wait", 17, "0"));
        await second.Control.SendDtmfAsync(new CallId("421889"), new DtmfRequest { Digits = "9" }, Cancelled);
        (await taken).Command.Should().Be("send_dtmf");
    }

    [Fact]
    public async Task Commands_OfSeveralAtOnce_AreCarriedOutOneByOneInOrder()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var first = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 3 }, Cancelled);
        var second = vendor.RealTime.ExecuteAsync(call, new PlayCommand { Media = CallrMedia.Library(42) }, Cancelled);
        var third = vendor.RealTime.ExecuteAsync(call, new SendDtmfCommand { Digits = "3" }, Cancelled);

        var one = await incoming;
        var two = await vendor.DoneAsync(one, "0");
        var three = await vendor.DoneAsync(two, "1");

        one.Command.Should().Be("wait");
        ((int)two.Parameters["media_id"]!).Should().Be(42);
        three.Command.Should().Be("send_dtmf");
        (await first).IsDone.Should().BeTrue();
        (await second).IsPlayed.Should().BeFalse();
        third.IsCompleted.Should().BeFalse();
        await vendor.DoneAsync(three, status: "HANGUP");
        (await third).IsCallOver.Should().BeTrue();
    }

    [Fact]
    public async Task Command_GivenUpWhileItWaits_IsNotSent()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var first = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 3 }, Cancelled);
        using var givesUp = new CancellationTokenSource();
        var second = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 4 }, givesUp.Token);
        var third = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 5 }, Cancelled);
        await givesUp.CancelAsync();

        var next = await vendor.DoneAsync(await incoming, "0");

        ((int)next.Parameters["wait"]!).Should().Be(5);
        await ((Func<Task>)(() => second)).Should().ThrowAsync<OperationCanceledException>();
        (await first).IsDone.Should().BeTrue();
        third.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Variables_OfTheUser_TravelWithEveryAnswer()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        vendor.Variables = new JsonObject { ["customer"] = "42" };
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        vendor.Time.Advance(Window);
        var filler = await incoming;
        ((string?)filler.Body!["variables"]!["customer"]).Should().Be("42");

        vendor.RealTime.SetVariables(call, new JsonObject { ["step"] = new JsonArray(1, 2) });
        var next = vendor.DoneAsync(filler, "0");
        vendor.Time.Advance(Window);

        var variables = (await next).Body!["variables"]!.AsObject();
        variables["step"]!.ToJsonString().Should().Be("[1,2]");
        variables.ContainsKey("customer").Should().BeFalse();
        vendor.RealTime.GetVariables(call).ToJsonString().Should().Be("""{"step":[1,2]}""");
        vendor.RealTime.GetVendorCallId(call).Should().Be(421889);
        var reserved = () => vendor.RealTime.SetVariables(call, new JsonObject { ["callcontrol"] = 1 });
        reserved.Should().Throw<RequestValidationException>();
    }

    [Fact]
    public async Task Request_InAnUnknownStatus_IsDeliveredAndAnswered()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);

        var next = vendor.PostAsync(vendor.Report("PARKED", "wait", 3, "0"));
        vendor.Time.Advance(Window);

        (await next).Body.Should().NotBeNull();
        (await vendor.Events.WaitForAsync<UnknownCallEvent>()).NativeEvent.Should().BeOfType<RealTimeRequest>().Which.Status.Value.Should().Be("PARKED");
    }

    [Fact]
    public async Task Request_OfLongAgo_IsAnsweredWithoutDisturbingTheCall()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var old = vendor.Report("UP", "wait", 1, "0");
        var waiting = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 1 }, Cancelled);
        var answer = await incoming;
        for (var i = 0; i < 4; i++)
        {
            var next = vendor.DoneAsync(answer, "0");
            await waiting;
            waiting = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 1 }, Cancelled);
            answer = await next;
        }

        var late = await vendor.PostAsync(old);

        late.Command.Should().Be("wait");
        waiting.IsCompleted.Should().BeFalse();
        var last = vendor.DoneAsync(answer, "0");
        (await waiting).IsDone.Should().BeTrue();
        vendor.Time.Advance(Window);
        await last;
    }

    [Fact]
    public async Task Request_ThatWaitsWhenTheCallEnds_IsAnsweredAtOnce()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var waiting = vendor.PostAsync(vendor.Report("INCOMING_CALL"));

        await vendor.PostAsync(vendor.Report("HANGUP"));

        (await waiting).Took.Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public async Task Request_ThatNamesACallOfAnotherApp_IsRefused()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        _ = vendor.PostAsync(vendor.Report("INCOMING_CALL"));

        var strange = await vendor.PostRawAsync(vendor.Report("HANGUP", app: "ZZZZ9999").ToJsonString());

        strange.StatusCode.Should().Be(401);
        vendor.RealTime.GetVendorCallId(new CallId("421889")).Should().Be(421889);
    }

    [Fact]
    public async Task Request_AfterTheEndOfItsCall_IsToldSoAndMakesNoCall()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        _ = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        await vendor.PostAsync(vendor.Report("HANGUP"));

        var late = await vendor.PostAsync(vendor.Report("UP", "wait", 1, "0"));
        var again = await vendor.PostAsync(vendor.Report("HANGUP"));

        late.Command.Should().Be("hangup");
        again.Body.Should().BeNull();
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(new CallId("421889"))).Should().Throw<CallEndedException>();
    }

    [Fact]
    public async Task Commands_ThatWaitWhenTheCallIsHungUp_AreRefusedAtOnce()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var first = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 30 }, Cancelled);
        var second = vendor.RealTime.ExecuteAsync(call, new WaitCommand { Seconds = 30 }, Cancelled);
        await incoming;

        await vendor.Control.HangupAsync(call, new HangupRequest(), Cancelled);

        await ((Func<Task>)(() => second)).Should().ThrowAsync<CallEndedException>();
        first.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Sink_ThatFails_KeepsTheCallAndLosesNoEvent()
    {
        var sink = new FailingSink();
        await using var vendor = Vendor.Start(
            (call, _) => call.Ended,
            register: calls => calls.Services.AddSingleton<ICallEventSink>(services =>
            {
                sink.Inner = (ICallEventSink)services.GetRequiredService<IOperationRegistry>();
                return sink;
            }));
        sink.Fails = true;
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        vendor.Time.Advance(Window);
        var filler = await incoming;
        filler.Command.Should().Be("wait");
        vendor.Events.All.Should().BeEmpty();

        sink.Fails = false;
        _ = vendor.DoneAsync(filler, "0");

        (await vendor.Events.WaitForAsync<CallIncoming>()).Call.Value.Should().Be("421889");
        vendor.Logs.Lines.Should().Contain(line => line.Contains("could not be handed in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_ThatNobodyHereHasDialled_IsKeptUntilItsNameMustHaveCome()
    {
        await using var vendor = Vendor.Start(flow: null, account => account.CommandTimeout = TimeSpan.FromSeconds(6));
        var first = vendor.PostAsync(vendor.Report("UP", requestHash: "RQHASH77"));
        vendor.Time.Advance(Window);
        var second = PassAsync(vendor, await first, "RQHASH77");
        vendor.Time.Advance(Window);

        (await second).Command.Should().Be("hangup");
    }

    [Fact]
    public async Task Request_WithoutTheNameOfItsCall_IsToldByItsNumber()
    {
        await using var vendor = Vendor.Start(flow: null);
        var call = new CallId("RQHASH77");
        var first = vendor.PostAsync(vendor.Report("UP", requestHash: "RQHASH77"));
        var tones = vendor.RealTime.ExecuteAsync(call, new SendDtmfCommand { Digits = "1" }, Cancelled);

        var next = vendor.DoneAsync(await first, "0");
        (await tones).IsSent.Should().BeTrue();
        vendor.Time.Advance(Window);
        await next;
    }

    [Fact]
    public async Task Playback_OfSeveralThatIsOver_LeavesOutTheRest()
    {
        await using var vendor = Vendor.Start((call, _) => call.Ended);
        var call = new CallId("421889");
        var incoming = vendor.PostAsync(vendor.Report("INCOMING_CALL"));
        var playback = await vendor.Control.StartPlaybackAsync(
            call, new PlaybackRequest { Sources = [MediaSource.Library("1")], Repeat = 30, Deadline = TimeSpan.FromSeconds(5) }, Cancelled);
        var play = await incoming;
        vendor.Time.Advance(TimeSpan.FromSeconds(5));
        (await playback.Completion).End.Should().Be(OperationEnd.TimedOut);
        var tones = vendor.Control.SendDtmfAsync(call, new DtmfRequest { Digits = "1" }, Cancelled);

        (await vendor.DoneAsync(play, "0")).Command.Should().Be("send_dtmf");
        await tones;
    }

    private sealed class FailingSink : ICallEventSink
    {
        public ICallEventSink? Inner { get; set; }

        public bool Fails { get; set; }

        public ValueTask<EventReceipt> AcceptAsync(CallEvent callEvent, CancellationToken cancellationToken = default) =>
            Fails ? throw new InvalidOperationException("The store is down.") : Inner!.AcceptAsync(callEvent, cancellationToken);
    }

    // The vendor carries the short wait out, and asks again.
    private static Task<Vendor.Answer> PassAsync(Vendor vendor, Vendor.Answer filler, string? requestHash = null)
    {
        filler.Command.Should().Be("wait");
        ((int?)filler.Parameters["wait"]).Should().Be(1);
        filler.Took.Should().BeLessThanOrEqualTo(Window);
        vendor.Time.Advance(Filler);
        return vendor.PostAsync(vendor.Report("UP", filler.Command, filler.Id.DeepClone(), "0", requestHash: requestHash));
    }
}
