using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class PendingOperationTests(ITestOutputHelper output)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Completion_NamedEvent_EndsThatOperationOnly()
    {
        await using var hub = new HubHarness();
        var first = hub.Register("o1");
        var second = hub.Register("o2");

        await hub.HandleAsync(hub.Played(second.Id));

        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        first.HasEnded.Should().BeFalse();
        hub.Hub.Pending(hub.Provider, HubHarness.Id()).Should().Equal(first);
    }

    [Fact]
    public async Task Completion_UnnamedEvent_EndsTheOldestThatTakesIt()
    {
        await using var hub = new HubHarness();
        var other = hub.Hub.Register<GatherResult>(hub.Provider, HubHarness.Id(), new OperationId("o0"), TimeSpan.FromMinutes(1), (_, _) => default);
        var first = hub.Register("o1");
        var second = hub.Register("o2");

        await hub.HandleAsync(hub.Played());

        first.HasEnded.Should().BeTrue();
        second.HasEnded.Should().BeFalse();
        other.HasEnded.Should().BeFalse();
        hub.Seen.Events.Should().ContainSingle().Which.Operation.Should().Be(first.Id, "who reads the events is told whose it is");
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(null, true)]
    public async Task Completion_UnnamedEventOfBeforeItBegan_IsNotItsOwn(int? seconds, bool isOwn)
    {
        await using var hub = new HubHarness();
        var vendorTime = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var receivedAt = vendorTime.AddSeconds(5);
        await hub.HandleAsync(
            hub.Answered() with { OccurredAt = vendorTime, ReceivedAt = receivedAt },
            hub.Digit() with { OccurredAt = vendorTime.AddMinutes(-1), ReceivedAt = receivedAt });
        var operation = hub.Register("o1");

        await hub.HandleAsync(hub.Played() with { OccurredAt = seconds is { } offset ? vendorTime.AddSeconds(offset) : null });

        operation.NotBefore.Should().Be(vendorTime.AddSeconds(-1), "the clocks of a vendor's machines differ a little");
        operation.HasEnded.Should().Be(isOwn);
    }

    [Fact]
    public async Task Completion_AfterAnEventDatedAheadOfItsArrival_IsNotRefused()
    {
        await using var hub = new HubHarness();
        var now = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        await hub.HandleAsync(hub.Answered() with { OccurredAt = now.AddHours(2), ReceivedAt = now });
        var operation = hub.Register("o1");

        await hub.HandleAsync(hub.Played() with { OccurredAt = now.AddSeconds(1), ReceivedAt = now.AddSeconds(1) });

        operation.HasEnded.Should().BeTrue();
    }

    [Fact]
    public async Task Completion_EventOfAnotherName_ChangesNothing()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1");

        await hub.HandleAsync(hub.Played(new OperationId("O1")), hub.Played(operation.Id, call: 2));

        operation.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Completion_CallEnds_AllEndWithWhatIsKnown()
    {
        await using var hub = new HubHarness();
        var operations = Enumerable.Range(0, 10).Select(i => hub.Register($"o{i}")).ToArray();
        await hub.HandleAsync(hub.Digit('7', operation: operations[3].Id), hub.Digit('8', operation: operations[3].Id));
        var call = hub.Call();
        var states = call.Ended.ContinueWith(_ => operations.All(operation => operation.HasEnded), Cancelled, TaskContinuationOptions.None, TaskScheduler.Default);

        await hub.HandleAsync(hub.Ended());

        var outcomes = await Task.WhenAll(operations.Select(operation => operation.Completion)).Soon();
        outcomes.Should().OnlyContain(outcome => outcome.End == OperationEnd.CallEnded);
        outcomes[3].Result!.Position.Should().Be(TimeSpan.FromSeconds(8));
        outcomes[4].Result.Should().BeNull();
        (await states).Should().BeTrue("operations end before the call does");
        hub.Hub.Pending(hub.Provider, HubHarness.Id()).Should().BeEmpty();
        hub.Time.PendingTimers.Should().Be(1);
        hub.Meters["operations.pending"].Should().Be(0);
    }

    [Fact]
    public async Task Completion_NothingHeard_TimesOutAtTheDeadline()
    {
        await using var hub = new HubHarness();
        hub.Call();
        var operation = hub.Register("o1", deadline: TimeSpan.FromSeconds(20));
        await hub.HandleAsync(hub.Digit('4', operation: operation.Id));

        hub.Time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromTicks(1));
        operation.HasEnded.Should().BeFalse();
        hub.Time.Advance(TimeSpan.FromTicks(1));

        var outcome = await operation.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.TimedOut);
        outcome.Result!.Position.Should().Be(TimeSpan.FromSeconds(4));
        hub.Time.PendingTimers.Should().Be(1);
        hub.Meters["operations.pending"].Should().Be(0);
    }

    [Fact]
    public async Task Completion_DeadlineBeyondAnyTimer_IsShortened()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1", deadline: TimeSpan.MaxValue);

        hub.Time.PendingTimers.Should().Be(2);
        operation.Abandon();
        hub.Time.PendingTimers.Should().Be(1);
        FluentActions.Invoking(() => hub.Register("o2", deadline: TimeSpan.Zero)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Abandon_CommandNotAccepted_FailsAndForgets()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1");

        operation.Abandon();
        operation.Abandon();

        (await operation.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
        operation.TryEnd(OperationOutcome.Stopped<PlaybackResult>()).Should().BeFalse();
        hub.Meters["operations.pending"].Should().Be(0);
        hub.Hub.Count.Should().Be(0);
    }

    [Fact]
    public async Task Register_TooManyOnOneCall_IsRefused()
    {
        await using var hub = new HubHarness(options => options.MaxOperationsPerCall = 2);
        var first = hub.Register("o1");
        hub.Register("o2");

        var thrown = FluentActions.Invoking(() => hub.Register("o3")).Should().Throw<CommandRejectedException>().Which;

        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Provider.Should().Be(hub.Provider);
        thrown.Operation.Should().Be(new OperationId("o3"));
        hub.Register("o1", call: 2);
        first.Abandon();
        hub.Register("o3");
        hub.Meters["operations.pending"].Should().Be(3);
    }

    [Fact]
    public async Task Register_NameTaken_IsRefused()
    {
        await using var hub = new HubHarness();
        var first = hub.Register("o1");

        FluentActions.Invoking(() => hub.Register("o1")).Should().Throw<ArgumentException>().WithMessage("*o1*");

        hub.Hub.Pending(hub.Provider, HubHarness.Id()).Should().Equal(first);
        hub.Meters["operations.pending"].Should().Be(1);
        hub.Time.PendingTimers.Should().Be(2);
    }

    [Fact]
    public async Task Register_WhereOneJustTimedOut_FindsRoom()
    {
        await using var hub = new HubHarness(options => options.MaxOperationsPerCall = 1);
        for (var i = 0; i < 500; i++)
        {
            var operation = hub.Register("o1", deadline: TimeSpan.FromSeconds(1));
            var next = Task.Run(
                async () =>
                {
                    await operation.Completion.Soon();
                    hub.Register("o1").Abandon();
                },
                Cancelled);
            hub.Time.Advance(TimeSpan.FromSeconds(1));

            await next.Soon();
        }
    }

    [Fact]
    public async Task Completion_Deadline_ComesAfterTheOperationIsForgotten()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1", deadline: TimeSpan.FromSeconds(1));
        var wasCompleted = new List<bool>();
        hub.Meters.OnMeasured = (name, value) =>
        {
            if (name == "callcontrol.operations.pending" && value == -1)
                wasCompleted.Add(operation.Completion.IsCompleted);
        };

        hub.Time.Advance(TimeSpan.FromSeconds(1));

        wasCompleted.Should().Equal(false);
        operation.Completion.IsCompleted.Should().BeTrue();
    }

    [Fact]
    public async Task Completion_UsersContinuation_DoesNotRunOnTheMailbox()
    {
        await using var hub = new HubHarness();
        var operation = hub.Register("o1");
        var other = hub.Register("o2");
        var block = new TaskCompletionSource();
        using var entered = new SemaphoreSlim(0);
        var continuation = operation.Completion.ContinueWith(
            _ =>
            {
                entered.Release();
                block.Task.Wait(Cancelled);
            },
            Cancelled,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        await hub.HandleAsync(hub.Played(operation.Id));
        await entered.WaitAsync(Cancelled);

        await hub.HandleAsync(hub.Played(other.Id));

        (await other.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        continuation.IsCompleted.Should().BeFalse();
        block.SetResult();
        await continuation;
    }

    [Fact]
    public async Task Completion_EventDeadlineHangupAndAbandonRace_IsExactlyOne()
    {
        await using var hub = new HubHarness();
        var random = new Random(11);
        var ends = new Dictionary<OperationEnd, int>();
        for (var i = 0; i < 300; i++)
        {
            var call = hub.Call(i);
            var operation = hub.Register("o1", call: i, deadline: TimeSpan.FromSeconds(1));
            using var start = new Barrier(4);
            var won = 0;
            await Task.WhenAll(
                Race(start, i % 4 == 0 ? 0 : 10_000 + random.Next(20_000), () => hub.Hub.AcceptAsync(hub.Played(operation.Id, call: i), Cancelled)),
                Race(start, i % 4 == 1 ? 0 : 10_000 + random.Next(20_000), () => hub.Time.Advance(TimeSpan.FromSeconds(1))),
                Race(start, i % 4 == 2 ? 0 : 10_000 + random.Next(20_000), () => hub.Hub.AcceptAsync(hub.Ended(call: i), Cancelled)),
                Race(start, i % 4 == 3 ? 0 : 10_000 + random.Next(20_000), () => won += operation.TryEnd(OperationOutcome.Stopped<PlaybackResult>()) ? 1 : 0));

            var outcome = await operation.Completion.Soon();
            won.Should().Be(outcome.End == OperationEnd.Stopped ? 1 : 0);
            ends[outcome.End] = ends.GetValueOrDefault(outcome.End) + 1;
            await call.Ended.Soon();
        }

        await hub.IdleAsync();
        output.WriteLine(string.Join(", ", ends));
        hub.Meters["operations.pending"].Should().Be(0);
        hub.Time.PendingTimers.Should().Be(1);
    }

    [Fact]
    public async Task IsCutShort_SetByAStop_IsSeenWhenTheEventComes()
    {
        await using var hub = new HubHarness();
        var operation = hub.Hub.Register<PlaybackResult>(
            hub.Provider, HubHarness.Id(), new OperationId("o1"), TimeSpan.FromMinutes(1), (pending, callEvent) => callEvent is PlaybackEnded ended
                ? OperationStep.Ends(pending.IsCutShort ? OperationOutcome.Stopped(ended.Result) : OperationOutcome.Completed(ended.Result))
                : default);

        operation.IsCutShort = true;
        await hub.HandleAsync(hub.Played());

        (await operation.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    private static Task Race(Barrier start, int delay, Action act) => Task.Factory.StartNew(
        () =>
        {
            start.SignalAndWait(Cancelled);
            Thread.SpinWait(delay);
            act();
        },
        Cancelled,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private static Task Race(Barrier start, int delay, Func<ValueTask<EventReceipt>> act) => Race(start, delay, () => { act().AsTask().GetAwaiter().GetResult(); });
}
