using CallControl.Callr.Tests.RealTime;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>What there is no room for is sent back, and nothing of it is lost when the vendor asks again.</summary>
public sealed class BusyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_BeyondThoseThatMayBe_IsTakenWhenItIsRepeated()
    {
        await using var vendor = Vendor.Start(flow: null, engine: engine => engine.MaxCalls = 1);
        var first = Line.Ring(vendor.Beside(1));
        var second = vendor.Beside(2);
        var request = second.Report("INCOMING_CALL");

        var refused = await second.PostRawAsync(request.ToJsonString());

        (refused.StatusCode, refused.RetryAfter > TimeSpan.Zero, refused.Body.IsEmpty).Should().Be((503, true, true));
        await second.PostRawAsync(request.ToJsonString());
        await vendor.Events.WaitForAsync<CallIncoming>(first.Call);
        vendor.Events.All.Should().NotContain(each => each.Call == second.Call);

        await first.HangUpAsync();
        await vendor.Events.OfAsync(first.Call);
        vendor.Time.Advance(TimeSpan.FromMinutes(5));
        var taken = second.PostAsync(request);
        (await vendor.Events.WaitForAsync<CallIncoming>(second.Call)).From.Value.Should().Be("+33611111111");
        vendor.Time.Advance(TimeSpan.FromSeconds(4));
        var next = second.DoneAsync(await taken.Soon(), "0");
        await vendor.Control.SendDtmfAsync(second.Call, new DtmfRequest { Digits = "1" }, Cancelled);

        (await next.Soon()).Command.Should().Be("send_dtmf");
    }

    [Fact]
    public async Task Report_ThatThereIsNoRoomFor_IsTakenWithTheNextRequest()
    {
        var gate = new Gate();
        var day = TimeSpan.FromDays(1);
        await using var vendor = Vendor.Start(
            flow: null, configure: account => account.ThinkingLimit = day, register: calls => calls.Services.AddSingleton<ICallEventObserver>(gate), engine: engine => engine.MaxPendingEvents = 1);
        var line = Line.Ring(vendor);
        await vendor.Events.WaitForAsync<CallIncoming>();
        var gather = await line.GiveAsync(control => control.StartGatherAsync(line.Call, new GatherRequest { Deadline = day }, Cancelled));

        // It tells two things at once: that the call is up, and what was entered. There is room for one.
        gate.Close();
        var asked = vendor.PostAsync(vendor.Report("UP", line.Last.Command, line.Last.Id.DeepClone(), "1234"));
        vendor.Time.Advance(TimeSpan.FromSeconds(4));
        var answer = await asked.Soon();

        // The hub may have been busy still with the event before: then the first of the two comes with the next request, too.
        while (!vendor.Events.All.OfType<CallAnswered>().Any())
        {
            await Task.Yield();
            var again = vendor.DoneAsync(answer, "0");
            vendor.Time.Advance(TimeSpan.FromSeconds(4));
            answer = await again.Soon();
        }

        answer.Command.Should().Be("wait", "the call is kept alive");
        gather.Completion.IsCompleted.Should().BeFalse();

        // Until the hub has handled what it took before.
        gate.Open();
        while (!gather.Completion.IsCompleted)
        {
            await Task.Yield();
            var next = vendor.DoneAsync(answer, "0");
            vendor.Time.Advance(TimeSpan.FromSeconds(4));
            answer = await next.Soon();
        }

        (await gather.Completion).Result!.Digits.Should().Be("1234");
        vendor.Events.All.Select(each => each.GetType()).Should().Equal(typeof(CallIncoming), typeof(CallAnswered), typeof(GatherEnded));
    }

    [Fact]
    public async Task End_ThatWasSentBack_IsTakenWhenItIsRepeated()
    {
        await using var vendor = Vendor.Start(flow: null, engine: engine => engine.MaxCalls = 1);
        var first = Line.Ring(vendor.Beside(1));
        await vendor.Events.WaitForAsync<CallIncoming>();
        var second = vendor.Beside(2, "RQHASH42");
        var request = second.Report("BUSY").ToJsonString();
        (await second.PostRawAsync(request)).StatusCode.Should().Be(503);
        await first.HangUpAsync();
        await vendor.Events.OfAsync(first.Call);
        vendor.Time.Advance(TimeSpan.FromMinutes(5));

        var taken = await second.PostRawAsync(request);

        (taken.StatusCode, taken.Body.IsEmpty).Should().Be((200, true));
        (await vendor.Events.OfAsync(second.Call)).Should().ContainSingle().Which.Should().BeOfType<CallEnded>().Which.Cause.Should().Be(HangupCause.Busy);
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(second.Call)).Should().Throw<CallEndedException>();
    }

    [Fact]
    public async Task End_OfACallThatIsNotKnown_IsToldAndNothingIsKept()
    {
        await using var vendor = Vendor.Start((_, _) => throw new InvalidOperationException("No flow is wanted here."));

        var answer = await vendor.PostAsync(vendor.Report("HANGUP", "read", 5, "12"));

        answer.Body.Should().BeNull();
        var events = await vendor.Events.OfAsync(vendor.Call);
        events.Select(each => each.GetType()).Should().Equal(typeof(GatherEnded), typeof(CallEnded));
        events[0].Should().BeOfType<GatherEnded>().Which.Result.Should().Be(new GatherResult { Reason = GatherReason.CallEnded, Digits = "12" });
        FluentActions.Invoking(() => vendor.RealTime.GetVendorCallId(vendor.Call)).Should().Throw<CallEndedException>();
        vendor.Logs.Lines.Should().NotContain(line => line.Contains("No flow is wanted here.", StringComparison.Ordinal));
    }

    private sealed class Gate : ICallEventObserver
    {
        private volatile TaskCompletionSource _open = new();

        public Gate() => _open.SetResult();

        public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public async ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken) => await _open.Task;
    }
}
