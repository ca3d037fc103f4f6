using System.Buffers.Binary;
using System.Net;

namespace CallControl.Media.Tests.Forks;

/// <summary>Each packet's bytes are its own, however many threads take and give back buffers: stream and number are written into the payload.</summary>
[Collection(LoadCollection.Name)]
public sealed class ForkPayloadTests
{
    private const int Streams = 16;
    private const int PacketsPerStream = 3000;
    private const int Senders = 2;
    private const int PayloadOffset = 24 + 12;
    private const int SlowReader = 500;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OnPacket_LossReorderAndTwoSockets_HasThePayloadOfThePacket()
    {
        var (seen, wrong) = (0L, 0L);
        await using var receiver = new ForkReceiver(Options() with
        {
            OnPacket = packet =>
            {
                Interlocked.Increment(ref seen);
                if (!IsItsOwn(packet))
                    Interlocked.Increment(ref wrong);
            },
        });

        await SendAsync(receiver.EndPoint);

        var streams = receiver.Streams;
        await receiver.DisposeAsync();
        ShouldHaveDelivered(streams, seen);
        wrong.Should().Be(0);
    }

    [Fact]
    public async Task ReadAllAsync_DropsReorderAndTwoSockets_HasThePayloadOfThePacket()
    {
        await using var receiver = new ForkReceiver(Options() with { QueueCapacity = 64 });
        var reading = Task.Run(() => ReadAsync(receiver), Cancelled);

        await SendAsync(receiver.EndPoint);

        var streams = receiver.Streams;
        await receiver.DisposeAsync();
        var (seen, wrong) = await reading;
        ShouldHaveDelivered(streams, seen);
        streams.Sum(stream => stream.Statistics.Dropped).Should().BePositive("the reader began late");
        wrong.Should().Be(0);
    }

    private static ForkReceiverOptions Options() => new()
    {
        Address = IPAddress.Loopback, SocketsPerPort = OperatingSystem.IsLinux() ? 2 : 1, ReorderDelay = TimeSpan.FromMilliseconds(20),
    };

    private static async Task<(long Seen, long Wrong)> ReadAsync(ForkReceiver receiver)
    {
        await Poll.UntilAsync(() => receiver.Streams.Any(stream => stream.Statistics.Dropped > 0), Cancelled);
        var (seen, wrong) = (0L, 0L);
        await foreach (var packet in receiver.ReadAllAsync(Cancelled))
        {
            seen++;

            // Slow enough for others to take what was given back too early.
            var isItsOwn = IsItsOwn(packet);
            Thread.SpinWait(SlowReader);
            wrong += isItsOwn && IsItsOwn(packet) ? 0 : 1;
        }

        return (seen, wrong);
    }

    private static bool IsItsOwn(in MediaPacket packet)
    {
        var payload = packet.Payload.Span;
        var (stream, number) = (BinaryPrimitives.ReadUInt32BigEndian(payload), BinaryPrimitives.ReadUInt32BigEndian(payload[4..]));
        return stream == packet.Ssrc && number == packet.SequenceNumber && stream == packet.Stream.CallLegId?.ToByteArray(bigEndian: true)[3] && payload.Length == 160;
    }

    private static void ShouldHaveDelivered(IReadOnlyList<ForkStream> streams, long seen)
    {
        streams.Should().HaveCount(Streams);
        foreach (var stream in streams)
            stream.Statistics.ShouldAddUp();

        seen.Should().Be(streams.Sum(stream => stream.Statistics.Delivered)).And.BeGreaterThan(Streams);
        streams.Sum(stream => stream.Statistics.Lost + stream.Statistics.Late + stream.Statistics.Reordered).Should().BePositive();
    }

    // Each stream's packets come from all senders, so by both sockets; a tenth is missing, and neighbours are swapped.
    private static Task SendAsync(IPEndPoint target) => Task.WhenAll(Enumerable.Range(0, Senders).Select(first => Task.Run(() => Send(target, first), Cancelled)));

    private static void Send(IPEndPoint target, int first)
    {
        var sockets = Enumerable.Range(0, 4).Select(_ => new UdpSender(target)).ToArray();
        var templates = Enumerable.Range(0, Streams).Select(ForkTemplate.Strep).ToArray();
        for (var i = first; i < PacketsPerStream; i += Senders)
        {
            for (var stream = 0; stream < Streams && i % 10 != 5; stream++)
            {
                var number = i ^ 2;
                var datagram = templates[stream].Next(number).ToArray();
                BinaryPrimitives.WriteInt32BigEndian(datagram.AsSpan(PayloadOffset), stream);
                BinaryPrimitives.WriteInt32BigEndian(datagram.AsSpan(PayloadOffset + 4), number);
                sockets[i / 2 % sockets.Length].Send(datagram);
            }

            Thread.Yield();
        }

        foreach (var socket in sockets)
            socket.Dispose();
    }
}
