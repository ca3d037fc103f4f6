using System.Net;
using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media.Tests.Forks;

/// <summary>Nothing is allocated for a packet: what little the runtime and the sender need is far below a byte for each.</summary>
[Collection(LoadCollection.Name)]
public sealed class ForkAllocationTests
{
    private const int WarmUp = 20_000;
    private const int Packets = 100_000;
    private const int Streams = 50;

    // A lock that had to wait for the first time, a tiering compiler: not a byte for each ten packets.
    private const long Allowance = Packets / 10;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnPacket_HundredThousandPackets_AllocatesNothingOnTheReceivingThread()
    {
        var (seen, before, after) = (0L, 0L, 0L);
        var measured = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback,
            ReorderWindow = 1,
            OnPacket = _ =>
            {
                seen++;
                if (seen == WarmUp)
                    before = GC.GetAllocatedBytesForCurrentThread();

                if (seen == WarmUp + Packets)
                {
                    after = GC.GetAllocatedBytesForCurrentThread();
                    measured.TrySetResult();
                }
            },
        });

        await SendUntilAsync(receiver, measured.Task);

        (after - before).Should().BeInRange(0, Allowance);
    }

    [Fact]
    public async Task ReadAllAsync_HundredThousandPackets_AllocatesNothingForEach()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, QueueCapacity = 256 });
        var reading = Task.Run(
            async () =>
            {
                // By then the queue has been full, and there are as many buffers as it can ever hold.
                await Poll.UntilAsync(() => receiver.Statistics.Accepted > WarmUp, Cancelled);
                var (seen, before) = (0L, 0L);
                await foreach (var packet in receiver.ReadAllAsync(Cancelled))
                {
                    seen += packet.Payload.Length / 160;
                    if (seen == WarmUp)
                        before = GC.GetTotalAllocatedBytes(precise: true);
                    else if (seen == WarmUp + Packets)
                        return GC.GetTotalAllocatedBytes(precise: true) - before;
                }

                return long.MaxValue;
            },
            Cancelled);

        await SendUntilAsync(receiver, reading);

        (await reading).Should().BeInRange(0, Allowance);
        receiver.Statistics.Streams.Should().Be(Streams);
    }

    [Fact]
    public void Receive_WithGapsAndDuplicates_AllocatesNothing()
    {
        using var fork = new ForkHarness(new() { ReorderWindow = 8 });
        var templates = Enumerable.Range(0, Streams).Select(ForkTemplate.Strep).ToArray();
        var source = ForkHarness.SourceOf(ForkHarness.Sender);
        var counting = new CountingSink();
        var streams = new ForkDemultiplexer(new() { ReorderWindow = 8 }, fork.Time, counting, _ => { }, _ => { });
        var pool = new MediaBufferPool(2049, 1000);
        var buffer = pool.Rent(2049);
        for (var i = 0; i < 3; i++)
            Pass();

        var before = GC.GetAllocatedBytesForCurrentThread();

        Pass();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        counting.Delivered.Should().BeGreaterThan(Packets / 2);

        void Pass()
        {
            for (var i = 0; i < Packets; i++)
            {
                // Each tenth is missing, each seventh comes twice, and pairs are swapped.
                var number = i / Streams;
                if (number % 10 == 0)
                    continue;

                var datagram = templates[i % Streams].Next(number ^ 1);
                for (var copies = number % 7 == 0 ? 2 : 1; copies > 0; copies--)
                {
                    datagram.CopyTo(buffer.Bytes);
                    if (streams.Receive(buffer, datagram.Length, source, AudioDirection.Unknown, fork.Time.GetTimestamp(), fork.Tally))
                        buffer = pool.Rent(2049);
                }
            }

            streams.Tick();
        }
    }

    // Sends as the receiver keeps up, so that the kernel drops little.
    private static async Task SendUntilAsync(ForkReceiver receiver, Task done)
    {
        const int Ahead = 500;
        using var sender = new UdpSender(receiver.EndPoint);
        var templates = Enumerable.Range(0, Streams).Select(ForkTemplate.Strep).ToArray();
        await Task.Run(
            () =>
            {
                for (var sent = 0; !done.IsCompleted && sent < 10 * (WarmUp + Packets); sent++)
                {
                    sender.Send(templates[sent % Streams].Next(sent / Streams));
                    if (sent % Ahead == 0)
                        Thread.Yield();
                }
            },
            Cancelled);
        await done.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
    }
}
