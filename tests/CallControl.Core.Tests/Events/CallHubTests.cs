using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Core.Tests;

public sealed class CallHubTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptAsync_EventsOfOneCall_AreHandledOneAtATimeInOrder()
    {
        await using var hub = new HubHarness();
        var inside = 0;
        hub.Seen.Interfere = async _ =>
        {
            Interlocked.Increment(ref inside).Should().Be(1);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };

        var events = Enumerable.Range(0, 500).Select(i => (CallEvent)hub.Digit((char)('0' + (i % 10)))).ToArray();
        await hub.HandleAsync(events);

        hub.Seen.Events.Should().Equal(events);
        hub.Meters["events"].Should().Be(500);
        hub.Log.Count(1005).Should().Be(0);
    }

    [Fact]
    public async Task AcceptAsync_OtherCalls_GoOnWhileOneIsBusy()
    {
        await using var hub = new HubHarness();
        var release = new TaskCompletionSource();
        hub.Seen.Interfere = async callEvent =>
        {
            if (callEvent.Call == HubHarness.Id(1))
                await release.Task;
        };
        await hub.PostAsync(hub.Digit('1', call: 1));
        await hub.PostAsync(hub.Digit('2', call: 2));

        await Until.TrueAsync(() => hub.Seen.Digits == "2");
        hub.Hub.PendingEvents.Should().Be(1);
        release.SetResult();
        await Until.TrueAsync(() => hub.Seen.Digits == "21");
    }

    [Fact]
    public async Task AcceptAsync_SameIdentity_IsDroppedAndCounted()
    {
        await using var hub = new HubHarness();
        await hub.HandleAsync(hub.Digit('1', id: "e1"));

        (await hub.PostAsync(hub.Digit('1', id: "e1"))).Should().Be(EventReceipt.Duplicate);
        (await hub.PostAsync(hub.Digit('2', call: 2, id: "e1"))).Should().Be(EventReceipt.Duplicate, "an identity is the account's");
        (await hub.PostAsync(hub.Digit('3', id: "e2"))).Should().Be(EventReceipt.Accepted);
        (await hub.PostAsync(hub.Digit('4'))).Should().Be(EventReceipt.Accepted);
        (await hub.PostAsync(hub.Digit('4'))).Should().Be(EventReceipt.Accepted, "without an identity nothing is known");

        await hub.IdleAsync();
        hub.Seen.Digits.Should().Be("1344");
        hub.Meters["events.duplicate"].Should().Be(2);
        hub.Meters["events"].Should().Be(4);
    }

    [Fact]
    public async Task AcceptAsync_OutOfOrderWithinTheWindow_IsPutInOrder()
    {
        await using var hub = new HubHarness();

        await hub.HandleAsync(hub.Digit('3', sequence: 3), hub.Digit('2', sequence: 2), hub.Digit('5', sequence: 5), hub.Digit('1', sequence: 1), hub.Digit('4', sequence: 4));

        hub.Seen.Digits.Should().Be("12345");
        hub.Meters["events.missing"].Should().Be(0);
        hub.Time.PendingTimers.Should().Be(1, "only the sweep's is left");
    }

    [Fact]
    public async Task AcceptAsync_GapNotFilled_IsGivenUpAfterTheWindowAndReported()
    {
        await using var hub = new HubHarness();
        await hub.HandleAsync(hub.Digit('1', sequence: 1));
        await hub.PostAsync(hub.Digit('4', sequence: 4));
        await hub.Time.WaitForTimersAsync(2, Cancelled);

        hub.Time.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        await hub.IdleAsync(held: 1);
        hub.Seen.Digits.Should().Be("1");
        hub.Time.Advance(TimeSpan.FromTicks(1));
        await hub.IdleAsync();

        hub.Seen.Digits.Should().Be("14");
        hub.Meters["events.missing"].Should().Be(2);
        hub.Log.Count(1002).Should().Be(1);
        hub.Time.PendingTimers.Should().Be(1);
    }

    [Fact]
    public async Task AcceptAsync_OlderThanAGapGivenUp_StillGetsThrough()
    {
        await using var hub = new HubHarness();
        await hub.PostAsync(hub.Digit('3', sequence: 3));
        await hub.Time.WaitForTimersAsync(2, Cancelled);
        hub.Time.Advance(TimeSpan.FromSeconds(1));
        await hub.IdleAsync();

        await hub.HandleAsync(hub.Digit('2', sequence: 2), hub.Digit('4', sequence: 4));

        hub.Seen.Digits.Should().Be("324");
    }

    [Fact]
    public async Task AcceptAsync_SecondGap_WaitsItsOwnWindow()
    {
        await using var hub = new HubHarness();
        await hub.PostAsync(hub.Digit('2', sequence: 2));
        await hub.Time.WaitForTimersAsync(2, Cancelled);
        hub.Time.Advance(TimeSpan.FromMilliseconds(900));
        await hub.PostAsync(hub.Digit('4', sequence: 4));
        await hub.PostAsync(hub.Digit('x'));
        await Until.TrueAsync(() => hub.Seen.Digits == "x");

        hub.Time.Advance(TimeSpan.FromMilliseconds(100));
        await hub.IdleAsync(held: 1);
        hub.Seen.Digits.Should().Be("x2", "the event after the second gap has waited for a tenth of its time only");

        await hub.HandleAsync(hub.Digit('3', sequence: 3));
        hub.Seen.Digits.Should().Be("x234");
        hub.Meters["events.missing"].Should().Be(1);
        hub.Time.PendingTimers.Should().Be(1);
    }

    [Fact]
    public async Task AcceptAsync_GapThatOpensAfterTheTimer_IsNotGivenUpWithIt()
    {
        await using var hub = new HubHarness();
        var release = new TaskCompletionSource();
        hub.Seen.Interfere = async callEvent => await (callEvent is CallAnswered ? release.Task : Task.CompletedTask);
        await hub.PostAsync(hub.Digit('2', sequence: 2));
        await hub.Time.WaitForTimersAsync(2, Cancelled);
        await hub.PostAsync(hub.Answered());
        await Until.TrueAsync(() => hub.Call().IsAnswered);
        hub.Time.Advance(TimeSpan.FromSeconds(1));
        await hub.PostAsync(hub.Digit('1', sequence: 1));
        await hub.PostAsync(hub.Digit('4', sequence: 4));

        release.SetResult();
        await hub.IdleAsync(held: 1);

        hub.Seen.Digits.Should().Be("12");
        await hub.HandleAsync(hub.Digit('3', sequence: 3));
        hub.Seen.Digits.Should().Be("1234");
        hub.Meters["events.missing"].Should().Be(0);
    }

    [Fact]
    public async Task AcceptAsync_WindowFull_GivesUpTheFirstGap()
    {
        await using var hub = new HubHarness(options => options.ReorderCapacity = 3);
        foreach (var sequence in (long[])[2, 3, 5])
            await hub.PostAsync(hub.Digit((char)('0' + sequence), sequence: sequence));

        await hub.IdleAsync(held: 3);
        hub.Seen.Digits.Should().BeEmpty();
        await hub.PostAsync(hub.Digit('6', sequence: 6));
        await hub.IdleAsync(held: 2);

        hub.Seen.Digits.Should().Be("23");
        hub.Meters["events.missing"].Should().Be(1);
        hub.Log.Count(1002).Should().Be(1);
    }

    [Fact]
    public async Task AcceptAsync_AfterTheEnd_ReachesObserversOnly()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        await hub.HandleAsync(hub.Ended(cause: HangupCause.Busy));

        await hub.HandleAsync(hub.Answered(), hub.Digit(), hub.Incoming(), hub.Ended(cause: HangupCause.Lost));

        call.HasEnded.Should().BeTrue();
        call.IsAnswered.Should().BeFalse();
        call.From.Should().Be(default(CallParty));
        (await call.Ended.Soon()).Cause.Should().Be(HangupCause.Busy);
        hub.Seen.Events.Should().HaveCount(5);
        hub.Meters["events.late"].Should().Be(4);
        (await call.Events.ToListAsync(Cancelled)).Should().ContainSingle().Which.Should().BeOfType<CallEnded>();
        FluentActions.Invoking(() => hub.Register("o1")).Should().Throw<CallEndedException>().Which.Effect.Should().Be(CommandEffect.NotSent);
    }

    [Fact]
    public async Task AcceptAsync_BeforeTheCommandWasAnswered_EndsTheOperation()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1");

        await hub.HandleAsync(hub.Played(new OperationId("o1")));

        (await operation.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task AcceptAsync_NoRoomForEvents_RefusesWithoutMarkingAsSeen()
    {
        await using var hub = new HubHarness(options => options.MaxPendingEvents = 2);
        var release = new TaskCompletionSource();
        hub.Seen.Interfere = async _ => await release.Task;
        await hub.PostAsync(hub.Digit('1', id: "e1"));
        await hub.PostAsync(hub.Digit('2', id: "e2"));

        (await hub.PostAsync(hub.Digit('3', id: "e3"))).Should().Be(EventReceipt.Busy);
        (await hub.PostAsync(hub.Digit('3', call: 2, id: "e3"))).Should().Be(EventReceipt.Busy);
        hub.Hub.PendingEvents.Should().Be(2);
        hub.Meters["events.refused"].Should().Be(2);

        release.SetResult();
        await hub.IdleAsync();
        (await hub.PostAsync(hub.Digit('3', id: "e3"))).Should().Be(EventReceipt.Accepted);
        await hub.IdleAsync();
        hub.Seen.Digits.Should().Be("123");
        hub.Log.Count(1004).Should().Be(2);
    }

    [Fact]
    public async Task AcceptAsync_NoRoomForCalls_RefusesNewCallsOnly()
    {
        await using var hub = new HubHarness(options => options.MaxCalls = 1);
        await hub.HandleAsync(hub.Digit('1', call: 1, id: "e1"));

        (await hub.PostAsync(hub.Digit('2', call: 2, id: "e2"))).Should().Be(EventReceipt.Busy);
        await hub.HandleAsync(hub.Digit('3', call: 1, id: "e3"), hub.Ended(call: 1));
        hub.Hub.PendingEvents.Should().Be(0);

        hub.Time.Advance(TimeSpan.FromMinutes(3));
        (await hub.PostAsync(hub.Digit('2', call: 2, id: "e2"))).Should().Be(EventReceipt.Accepted);
    }

    [Fact]
    public async Task AcceptAsync_DuplicateStoreFails_LeaksNoRoom()
    {
        var store = new FailingStore();
        await using var hub = new HubHarness(options => options.MaxPendingEvents = 2, builder => builder.Services.AddSingleton<IDuplicateStore>(store));

        for (var i = 0; i < 10; i++)
            await FluentActions.Awaiting(() => hub.PostAsync(hub.Digit(id: "e1"))).Should().ThrowAsync<InvalidOperationException>();

        hub.Hub.PendingEvents.Should().Be(0);
        store.IsBroken = false;
        await hub.HandleAsync(hub.Digit(id: "e1"));
        hub.Seen.Digits.Should().Be("1");
    }

    [Fact]
    public async Task AcceptAsync_ObserverFails_IsLoggedAndHarmless()
    {
        var second = new RecordingObserver();
        await using var hub = new HubHarness(build: builder => builder.Services.AddSingleton<ICallEventObserver>(second));
        hub.Seen.Interfere = _ => throw new InvalidOperationException("observer");

        await hub.HandleAsync(hub.Digit('1'), hub.Digit('2'), hub.Ended());

        second.Digits.Should().Be("12");
        hub.Call().HasEnded.Should().BeTrue();
        hub.Log.Count(1005).Should().Be(3);
    }

    [Fact]
    public async Task AcceptAsync_ObserveFails_IsLoggedAndTheEventStillCounts()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        var faulty = hub.Register("o1", onObserve: _ => throw new InvalidOperationException("adapter"));
        var sound = hub.Register("o2");

        await hub.HandleAsync(hub.Played());

        (await sound.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        hub.Seen.Events.Should().ContainSingle().Which.Operation.Should().Be(new OperationId("o2"));
        hub.Log.Entries.Should().Contain(entry => entry.Id == 1009 && entry.Exception is InvalidOperationException);

        await hub.HandleAsync(hub.Digit('1'), hub.Ended());
        (await faulty.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        call.HasEnded.Should().BeTrue();
        (await call.Events.CountAsync(Cancelled)).Should().Be(3);
        hub.Hub.PendingEvents.Should().Be(0);
    }

    [Fact]
    public async Task AcceptAsync_OperationThatEndedAlready_SwallowsNothing()
    {
        await using var hub = new HubHarness();
        PendingOperation<PlaybackResult>? first = null;
        first = hub.Hub.Register<PlaybackResult>(hub.Provider, HubHarness.Id(), new OperationId("o1"), TimeSpan.FromMinutes(1), (_, _) => OperationStep.GoesOn<PlaybackResult>());
        var second = hub.Register("o2");
        first.Abandon();

        await hub.HandleAsync(hub.Played());

        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Sweep_EndedCall_IsForgottenAfterItsMemory()
    {
        await using var hub = new HubHarness();
        await hub.HandleAsync(hub.Digit(call: 1), hub.Ended(call: 1), hub.Digit(call: 2));
        hub.Hub.Count.Should().Be(2);

        hub.Time.Advance(TimeSpan.FromSeconds(119));
        hub.Hub.Knows(hub.Provider, HubHarness.Id(1)).Should().BeTrue();
        hub.Time.Advance(TimeSpan.FromSeconds(31));

        hub.Hub.Knows(hub.Provider, HubHarness.Id(1)).Should().BeFalse();
        hub.Hub.Knows(hub.Provider, HubHarness.Id(2)).Should().BeTrue();
        hub.Hub.Count.Should().Be(1);
    }

    [Fact]
    public async Task Sweep_SilentCall_IsGivenUpAsLost()
    {
        await using var hub = new HubHarness(options => options.CallIdleLimit = TimeSpan.FromMinutes(10));
        var call = hub.Call();
        var operation = hub.Register("o1", deadline: TimeSpan.FromHours(1));
        await hub.HandleAsync(hub.Digit());
        hub.Time.Advance(TimeSpan.FromMinutes(9));
        await hub.HandleAsync(hub.Digit());
        hub.Time.Advance(TimeSpan.FromMinutes(9));
        await hub.IdleAsync();
        call.HasEnded.Should().BeFalse();

        hub.Time.Advance(TimeSpan.FromMinutes(1));

        (await call.Ended.Soon()).Cause.Should().Be(HangupCause.Lost);
        (await operation.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
        await hub.IdleAsync();
        hub.Log.Count(1006).Should().Be(1);
        hub.Time.Advance(TimeSpan.FromMinutes(3));
        hub.Hub.Count.Should().Be(0);
        hub.Hub.PendingEvents.Should().Be(0);
    }

    [Fact]
    public async Task Sweep_AccountEvents_AreNeverACallThatIsLost()
    {
        await using var hub = new HubHarness();
        await hub.HandleAsync(new UnknownCallEvent { Provider = hub.Provider, Call = default, Name = "room.created" });

        hub.Time.Advance(TimeSpan.FromHours(9));
        await hub.IdleAsync();

        hub.Seen.Events.Should().ContainSingle();
    }

    [Fact]
    public async Task Register_CommandFails_LeavesNoSession()
    {
        await using var hub = new HubHarness();
        for (var i = 0; i < 1_000; i++)
            hub.Register("o1", call: i).Abandon();

        hub.Hub.Count.Should().Be(0);
        hub.Meters["operations.pending"].Should().Be(0);
        hub.Time.PendingTimers.Should().Be(1);
    }

    [Fact]
    public async Task Register_CommandFailsOnACallThatIsKnown_KeepsIt()
    {
        await using var hub = new HubHarness();
        var call = hub.Call();
        hub.Register("o1").Abandon();

        hub.Hub.Count.Should().Be(1);
        await hub.HandleAsync(hub.Ended());
        call.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task AcceptAsync_WhileItsSessionIsRetired_IsNotLost()
    {
        await using var hub = new HubHarness();
        for (var i = 0; i < 2_000; i++)
        {
            var operation = hub.Register("o1", call: i);
            var abandoning = Task.Run(() => operation.Abandon(), Cancelled);
            (await hub.PostAsync(hub.Digit(call: i))).Should().Be(EventReceipt.Accepted);
            await abandoning;
        }

        await hub.IdleAsync();
        hub.Seen.Events.Should().HaveCount(2_000);
        hub.Hub.Count.Should().Be(2_000);
    }

    [Fact]
    public async Task Get_UnknownProvider_LeavesNoSession()
    {
        await using var hub = new HubHarness();

        FluentActions.Invoking(() => hub.Hub.Get("nobody", HubHarness.Id())).Should().Throw<InvalidOperationException>().WithMessage("*'nobody'*");
        FluentActions.Invoking(() => hub.Hub.Get(hub.Provider, default)).Should().Throw<ArgumentException>();

        hub.Hub.Count.Should().Be(0);
        hub.Hub.Knows("nobody", HubHarness.Id()).Should().BeFalse();
    }

    [Fact]
    public async Task DialAsync_Accepted_KnowsTheCall()
    {
        await using var hub = new HubHarness();
        var request = new DialRequest { To = Destination.Phone("+33612345678"), From = "+33123456789" };

        var call = await hub.Hub.DialAsync(hub.Provider, request, Cancelled);
        var same = await hub.Hub.DialAsync(request, Cancelled);

        call.Id.Should().Be(FakeCallControl.Dialled);
        same.Should().BeSameAs(call);
        call.ToString().Should().Be($"{hub.Provider} call-1");
        await FluentActions.Awaiting(() => hub.Hub.DialAsync("nobody", request, Cancelled)).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task AcceptAsync_UnknownEvent_IsDeliveredAndHarmless()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1");

        await hub.HandleAsync(
            new UnknownCallEvent { Provider = hub.Provider, Call = HubHarness.Id(), Name = "brand.new" },
            new UnknownCallEvent { Provider = hub.Provider, Call = HubHarness.Id(), Name = "broken", Problem = "is not JSON" },
            new UnknownCallEvent { Provider = "nobody", Call = HubHarness.Id(), Name = "brand.new" });

        hub.Seen.Events.Should().HaveCount(3);
        hub.Log.Count(1007).Should().Be(1);
        operation.HasEnded.Should().BeFalse();
        await FluentActions.Awaiting(() => hub.PostAsync(null!)).Should().ThrowAsync<ArgumentNullException>();
    }

    [Fact]
    public async Task Dispose_EventsStillOnTheirWay_AreHandled()
    {
        var hub = new HubHarness();
        var release = new TaskCompletionSource();
        hub.Seen.Interfere = async _ => await release.Task;
        await hub.PostAsync(hub.Digit('1'));
        await hub.PostAsync(hub.Digit('2'));

        hub.Hub.Dispose();
        release.SetResult();
        await hub.IdleAsync();

        hub.Seen.Digits.Should().Be("12");
        hub.Log.Count(1005).Should().Be(0);
        hub.Time.PendingTimers.Should().Be(0);
        await hub.DisposeAsync();
    }

    private sealed class FailingStore : IDuplicateStore
    {
        public bool IsBroken { get; set; } = true;

        public ValueTask<bool> TryAddAsync(string provider, CallEventId id, CancellationToken cancellationToken = default) =>
            IsBroken ? throw new InvalidOperationException("store") : ValueTask.FromResult(true);
    }
}
