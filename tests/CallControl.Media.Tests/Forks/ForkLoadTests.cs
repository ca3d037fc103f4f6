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

        await SendAsync(receiver.EndPoint);

        const long Sent = (long)Streams * Packets;
        await Poll.UntilAsync(() => receiver.Statistics.Datagrams + KernelDrops.Of(receiver.EndPoint) == Sent, Cancelled);
        var dropped = KernelDrops.Of(receiver.EndPoint);
        var streams = receiver.Streams;
        await receiver.DisposeAsync();

        var counted = receiver.Statistics;
        counted.ShouldAddUp(Sent - dropped);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sent} sent, {dropped} dropped by the kernel, {counted.Accepted} accepted.");
        counted.Should().Be(new ForkReceiverStatistics { Accepted = Sent - dropped, StreamsEver = Streams });
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

    private static void Note(in MediaPacket packet, ref Ends ends) =>
        ends = new Ends(ends.Packets == 0 ? packet.SequenceNumber : ends.First, packet.SequenceNumber, ends.Packets + 1);

    // By the clock: what is due is sent, late on a busy machine, but all of it.
    private static async Task SendAsync(IPEndPoint target)
    {
        using var sender = new UdpSender(target);
        var templates = Enumerable.Range(0, Streams).Select(ForkTemplate.Strep).ToArray();
        using var timer = new PeriodicTimer(Pace);
        var start = TimeProvider.System.GetTimestamp();
        for (var sent = 0L; sent < (long)Streams * Packets; await timer.WaitForNextTickAsync(Cancelled))
        {
            var due = (long)(TimeProvider.System.GetElapsedTime(start).TotalSeconds * PacketsPerSecond * Streams);
            for (due = Math.Min(due, (long)Streams * Packets); sent < due; sent++)
                sender.Send(templates[sent % Streams].Next((int)(sent / Streams)));
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Ends(long First, long Last, long Packets);
}
