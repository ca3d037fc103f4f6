using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>What is true of one call must be true of ten thousand.</summary>
public sealed class ManyCallsTests(ITestOutputHelper output)
{
    private const int Calls = 10_000;
    private const int OperationsPerCall = 3;
    private const int Feeders = 8;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AcceptAsync_TenThousandCallsWithDuplicatesOutOfOrder_EveryOperationEndsOnceAsItShould()
    {
        await using var hub = new HubHarness(options => options.MaxPendingEvents = 500_000);
        var completions = new int[Calls * OperationsPerCall];
        var operations = new PendingOperation<PlaybackResult>[Calls * OperationsPerCall];
        for (var i = 0; i < operations.Length; i++)
        {
            var index = i;
            operations[i] = hub.Register($"o{i % OperationsPerCall}", call: i / OperationsPerCall, deadline: TimeSpan.FromHours(1));
            _ = operations[i].Completion.ContinueWith(
                _ => Interlocked.Increment(ref completions[index]), Cancelled, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        hub.Meters["operations.pending"].Should().Be(operations.Length);
        hub.Time.PendingTimers.Should().Be(operations.Length + 1);

        var duplicates = (await Task.WhenAll(Enumerable.Range(0, Feeders).Select(feeder => Task.Run(() => FeedAsync(hub, feeder), Cancelled)))).Sum();
        await hub.IdleAsync();
        var outcomes = await Task.WhenAll(operations.Select(operation => operation.Completion)).Soon();

        for (var i = 0; i < outcomes.Length; i++)
        {
            var expected = (i / OperationsPerCall, i % OperationsPerCall) switch
            {
                (_, 0) => OperationEnd.Completed,
                (var call, 1) when call % 2 == 0 => OperationEnd.Completed,
                _ => OperationEnd.CallEnded,
            };
            outcomes[i].End.Should().Be(expected, $"operation {i % OperationsPerCall} of call {i / OperationsPerCall}");
            outcomes[i].Result?.Position.Should().Be(TimeSpan.FromSeconds(5));
        }

        await Until.TrueAsync(() => completions.Sum() == completions.Length);
        completions.Should().OnlyContain(count => count == 1);
        hub.Meters["events.duplicate"].Should().Be(duplicates);
        hub.Meters["events.missing"].Should().Be(0);
        hub.Meters["events.late"].Should().Be(0);
        hub.Meters["operations.pending"].Should().Be(0);
        hub.Time.PendingTimers.Should().Be(1);
        hub.Hub.Count.Should().Be(Calls);

        hub.Time.Advance(TimeSpan.FromMinutes(3));
        hub.Hub.Count.Should().Be(0);
        hub.Hub.PendingEvents.Should().Be(0);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    public async Task AcceptAsync_ManyWaiters_EachEventIsShownToOne(int waiters)
    {
        await using var hub = new HubHarness(options => options.MaxOperationsPerCall = waiters);
        var observed = 0;
        for (var i = 0; i < waiters; i++)
            hub.Register($"o{i}", call: i, onObserve: _ => Interlocked.Increment(ref observed));

        for (var i = 0; i < 10; i++)
            await hub.HandleAsync(hub.Digit(call: i), hub.Played(call: i));

        observed.Should().Be(20, "an event is shown to its own call's operations, however many wait elsewhere");

        for (var i = 0; i < waiters; i++)
            hub.Register($"n{i}", call: 1, onObserve: _ => Interlocked.Increment(ref observed));

        observed = 0;
        await hub.HandleAsync(hub.Played(new OperationId($"n{waiters - 1}")), hub.Played(new OperationId("n0")));
        observed.Should().Be(2, "an event that carries a name is shown to that operation, however many wait at the call");
    }

    [Fact]
    public async Task Get_IdleCall_CostsLessThanFourKilobytes()
    {
        await using var hub = new HubHarness();
        for (var i = 0; i < 100; i++)
            _ = (hub.Call(i).EndedToken, hub.Register("o1", call: i));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 100; i < 1_100; i++)
            _ = (hub.Call(i).EndedToken, hub.Register("o1", call: i));

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        output.WriteLine($"a call with its token and an operation: {bytes} B");
        bytes.Should().BeLessThan(4_096);
    }

    // Each call: answered, a note on each operation, the end of the first, for even calls of the second, then the call's own. Shuffled within
    // the window, some twice. Returns how many were handed in twice.
    private static async Task<int> FeedAsync(HubHarness hub, int feeder)
    {
        var random = new Random(feeder);
        var duplicates = 0;
        var mine = Enumerable.Range(0, Calls).Where(call => call % Feeders == feeder).SelectMany(call => Script(hub, call, random)).ToArray();
        foreach (var batch in mine.Chunk(500))
        {
            random.Shuffle(batch);
            foreach (var callEvent in batch)
            {
                (await hub.Hub.AcceptAsync(callEvent, Cancelled)).Should().Be(EventReceipt.Accepted);
                if (random.Next(4) != 0)
                    continue;

                (await hub.Hub.AcceptAsync(callEvent, Cancelled)).Should().Be(EventReceipt.Duplicate);
                duplicates++;
            }
        }

        return duplicates;
    }

    private static IEnumerable<CallEvent> Script(HubHarness hub, int call, Random random)
    {
        var position = new PlaybackResult { Position = TimeSpan.FromSeconds(5) };
        CallEvent[] events =
        [
            hub.Answered(call),
            hub.Digit('5', call, operation: new OperationId("o2")),
            hub.Digit('5', call, operation: new OperationId("o1")),
            random.Next(2) == 0 ? hub.Played(new OperationId("o0"), call) with { Result = position } : hub.Played(call: call) with { Result = position },
            call % 2 == 0 ? hub.Played(new OperationId("o1"), call) with { Result = position } : hub.Digit('x', call),
            hub.Ended(call),
        ];
        return events.Select((callEvent, i) => callEvent with { Sequence = i + 1, Id = new CallEventId($"{call}/{i}") });
    }
}
