using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media.Tests.Forks;

/// <summary>What an application may do while a packet is handed to it.</summary>
[Collection(LoadCollection.Name)]
public sealed class ForkCallbackTests
{
    private const int Packets = 100_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statistics_OfStreamsThatReadEachOther_BlockNobodyAndAddUp()
    {
        var sink = new Reading();
        using var fork = new ForkHarness();
        var streams = new ForkDemultiplexer(new() { ReorderDelay = TimeSpan.Zero }, TimeProvider.System, sink, _ => { }, _ => { });
        sink.Streams = streams.Snapshot;
        var receiving = Task.WhenAll(Start(() => Receive(streams, stream: 0)), Start(() => Receive(streams, stream: 1)));
        var ticking = Start(() =>
        {
            while (!receiving.IsCompleted)
                streams.Tick();
        });

        await Task.WhenAll(receiving, ticking).WaitAsync(Patience, Cancelled);

        sink.Problem.Should().BeNull();
        sink.Seen.Should().BeGreaterThan(Packets / 2);
        streams.Snapshot().Select(stream => stream.Statistics.Received).Should().Equal(Packets, Packets);
    }

    // Threads of their own: one that is stuck does not keep the others from being scheduled.
    private static Task Start(Action action) => Task.Factory.StartNew(action, Cancelled, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static void Receive(ForkDemultiplexer streams, int stream)
    {
        var pool = new MediaBufferPool(2048, 64);
        var buffer = pool.Rent(0);
        var source = ForkHarness.SourceOf(ForkHarness.Sender);
        var template = ForkTemplate.Strep(stream);
        var tally = new ForkTally();
        for (var i = 0; i < Packets; i++)
        {
            // Each second one comes too early, so that ticks hand packets on, too.
            var datagram = template.Next(i + (2 * (i % 2)));
            datagram.CopyTo(buffer.Bytes);
            if (streams.Receive(buffer, datagram.Length, source, AudioDirection.Unknown, TimeProvider.System.GetTimestamp(), tally))
                buffer = pool.Rent(0);
        }
    }

    private sealed class Reading : IForkSink
    {
        private long _seen;

        public Func<ForkStream[]> Streams { get; set; } = () => [];

        public long Seen => Interlocked.Read(ref _seen);

        public string? Problem { get; private set; }

        public void Deliver(in MediaPacket packet)
        {
            Interlocked.Increment(ref _seen);
            foreach (var stream in Streams())
            {
                var counted = stream.Statistics;
                var sum = counted.Delivered + counted.Held + counted.Duplicates + counted.Late + counted.Stray;
                if (counted.Received != sum || counted.Expected != counted.Delivered + counted.Held + counted.Late + counted.Lost + counted.Awaited)
                    Problem = $"{counted} do not add up";

                if (stream.ClockRate != 8000 || stream.PayloadType != 0 || stream.Ssrc > 1)
                    Problem = $"{stream.ClockRate}, {stream.PayloadType}, {stream.Ssrc} are not what was sent";
            }

            Return(packet);
        }

        private static void Return<T>(in T frame)
            where T : struct, IPooledFrame =>
            frame.Return();
    }
}
