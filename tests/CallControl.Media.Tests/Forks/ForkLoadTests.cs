using System.Net;
using System.Runtime.InteropServices;

namespace CallControl.Media.Tests.Forks;

/// <summary>A switchboard's worth of streams over loopback: what the kernel delivered is all accounted for.</summary>
[Collection(LoadCollection.Name)]
public sealed class ForkLoadTests
{
    private const int Streams = 2000;
    private const int PacketsPerSecond = 50;
    private const int Seconds = 30;
    private const int Packets = PacketsPerSecond * Seconds;
    private const int SecondsRead = 10;

    // Half of the default queue: 80 ms. Other work on the machine must not make the reader later than that.
    private const int MostUnread = 8192;
    private const int Burst = 100;

    // A receiver that is far too slow leaves the rest to the kernel, and would have nothing to answer for.
    private const double MostDropped = 0.25;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_TwoThousandStreamsFor30Seconds_LosesNothingThatTheKernelDelivered()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a socket dropped.");
        var seen = new Ends[Streams];
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback,
            OnPacket = packet => Note(packet, ref seen[(int)packet.Ssrc]),
        });

        await SendAsync(receiver.EndPoint, Packets);

        const long Sent = (long)Streams * Packets;
        await Poll.UntilAsync(() => receiver.Statistics.Datagrams + KernelDrops.Of(receiver.EndPoint) == Sent, Cancelled);
        var dropped = KernelDrops.Of(receiver.EndPoint);
        var streams = receiver.Streams;
        await receiver.DisposeAsync();

        var counted = receiver.Statistics;
        counted.ShouldAddUp(Sent - dropped);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sent} sent, {dropped} dropped by the kernel, {counted.Accepted} accepted.");
        counted.Should().Be(new ForkReceiverStatistics { Accepted = Sent - dropped, StreamsEver = Streams });
        dropped.Should().BeLessThanOrEqualTo((long)(MostDropped * Sent));
        streams.Should().HaveCount(Streams);
        streams.Sum(stream => stream.Statistics.Received).Should().Be(counted.Accepted);
        foreach (var stream in streams)
        {
            var its = stream.Statistics;
            its.ShouldAddUp();
            var (first, last, packets) = seen[(int)stream.Ssrc];
            its.Should().Match<ForkStreamStatistics>(it => it.Delivered == it.Received && it.Restarts == 0 && it.Reordered == 0 && it.Duplicates == 0);
            its.Delivered.Should().Be(packets, "each was handed on once");

            // What the kernel dropped before the first and behind the last, no receiver can know of.
            var outside = first + (Packets - 1 - last);
            its.Lost.Should().Be(Packets - its.Received - outside);
        }
    }

    [Fact]
    public async Task ReadAllAsync_TwoThousandStreamsFor10Seconds_DropsNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a socket dropped.");
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback });
        var read = 0L;
        var reading = Task.Run(
            async () =>
            {
                await foreach (var packet in receiver.ReadAllAsync(Cancelled))
                    Volatile.Write(ref read, read + (packet.Payload.Length / 160));
            },
            Cancelled);

        await SendAsync(receiver.EndPoint, PacketsPerSecond * SecondsRead, () => receiver.Statistics.Accepted - Volatile.Read(ref read) > MostUnread);

        const long Sent = (long)Streams * PacketsPerSecond * SecondsRead;
        await Poll.UntilAsync(() => receiver.Statistics.Datagrams + KernelDrops.Of(receiver.EndPoint) == Sent, Cancelled);
        var dropped = KernelDrops.Of(receiver.EndPoint);
        var streams = receiver.Streams;
        await receiver.DisposeAsync();
        await reading;

        TestContext.Current.TestOutputHelper?.WriteLine($"{Sent} sent, {dropped} dropped by the kernel, {read} read.");
        dropped.Should().BeLessThanOrEqualTo((long)(MostDropped * Sent));
        receiver.Statistics.Should().Be(new ForkReceiverStatistics { Accepted = Sent - dropped, StreamsEver = Streams });
        streams.Should().HaveCount(Streams);
        streams.Sum(stream => stream.Statistics.Dropped).Should().Be(0);
        read.Should().Be(streams.Sum(stream => stream.Statistics.Delivered)).And.Be(receiver.Statistics.Accepted);
    }

    private static void Note(in MediaPacket packet, ref Ends ends) =>
        ends = new Ends(ends.Packets == 0 ? packet.SequenceNumber : ends.First, packet.SequenceNumber, ends.Packets + 1);

    // By the clock: what is due is sent, late on a busy machine, but all of it.
    private static async Task SendAsync(IPEndPoint target, int packets, Func<bool>? isTooFast = null)
    {
        using var sender = new UdpSender(target);
        var templates = Enumerable.Range(0, Streams).Select(ForkTemplate.Strep).ToArray();
        using var timer = new PeriodicTimer(Pace);
        var start = TimeProvider.System.GetTimestamp();
        for (var sent = 0L; sent < (long)Streams * packets; await timer.WaitForNextTickAsync(Cancelled))
        {
            var due = (long)(TimeProvider.System.GetElapsedTime(start).TotalSeconds * PacketsPerSecond * Streams);
            for (due = Math.Min(due, (long)Streams * packets); sent < due && (sent % Burst != 0 || isTooFast?.Invoke() != true); sent++)
                sender.Send(templates[sent % Streams].Next((int)(sent / Streams)));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Ends(long First, long Last, long Packets);
}
