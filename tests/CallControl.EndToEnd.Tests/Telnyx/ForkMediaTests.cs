using System.Net;
using CallControl.Media;
using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>The audio of forks, over UDP, with loss, duplicates and reorder.</summary>
public sealed class ForkMediaTests
{
    private const int FrameSamples = 160;
    private const int Steps = 1000;

    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fork_WithLossDuplicatesAndReorder_CountsThemExactlyAndKeepsTheTime(bool isCombined)
    {
        var time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        await using var world = await TelnyxWorld.StartAsync(options: new TelnyxEmulatorOptions { TimeProvider = time });
        (world.Telnyx.MediaFaults.Loss, world.Telnyx.MediaFaults.Duplicates, world.Telnyx.MediaFaults.ReorderWithin) = (0.02, 0.01, 5);
        var receiver = new ForkReceiver(new ForkReceiverOptions
        {
            Address = IPAddress.Loopback, InboundPort = 0, OutboundPort = 0, ReorderDelay = TimeSpan.FromSeconds(10), QueueCapacity = 4 * Steps,
        });
        await using var _ = receiver;
        var (caller, call) = await world.ConnectAsync();
        caller.Audio.Play(Enumerable.Repeat((short)4000, (Steps + 10) * FrameSamples).ToArray());

        var fork = await call.StartForkAsync(
            isCombined
                ? new ForkRequest { Target = Udp(receiver.EndPoint) }
                : new ForkRequest { InboundTarget = Udp(receiver.InboundEndPoint!), OutboundTarget = Udp(receiver.OutboundEndPoint!) },
            Cancelled);
        for (var i = 0; i < Steps; i++)
        {
            time.Advance(FrameTime);
            await CatchUpAsync(world.Telnyx, receiver);
        }

        await fork.StopAsync(Cancelled);
        (await fork.Completion).End.Should().Be(OperationEnd.Stopped);
        await CatchUpAsync(world.Telnyx, receiver);
        var sent = world.Telnyx.ForkTraffic;
        var streams = receiver.Streams;
        await receiver.DisposeAsync();
        var packets = await ReadAsync(receiver);

        sent.Should().HaveCount(2).And.OnlyContain(each => each.Packets >= Steps - 1 && each.Unsent == 0);
        sent.Sum(each => each.Lost).Should().BePositive();
        sent.Sum(each => each.Duplicated).Should().BePositive();
        foreach (var made in sent)
        {
            var stream = streams.Single(each => each.Ssrc == made.Ssrc);
            stream.Direction.ToString().Should().BeEquivalentTo(made.Direction);
            stream.CallLegId.Should().Be(isCombined ? Guid.Parse(made.CallLegId) : null);
            var counted = stream.Statistics;
            counted.Lost.Should().Be(made.Lost);
            counted.Duplicates.Should().Be(made.Duplicated);
            counted.Delivered.Should().Be(made.Packets - made.Lost);
            counted.Late.Should().Be(0);
            counted.Reordered.Should().BePositive();
        }

        // The caller makes a sound all the time: what is silent in the file was lost, and only that.
        var inbound = packets.Where(each => each.Direction == AudioDirection.Inbound).ToArray();
        var silent = await SilentPlacesAsync(inbound);
        silent.Should().HaveCount((int)sent.Single(each => each.Direction == "inbound").Lost);
        silent.Should().Equal(Enumerable.Range(0, (int)(inbound[^1].Position / FrameSamples)).Except(inbound.Select(each => (int)(each.Position / FrameSamples))));
    }

    // UDP keeps only so much: the emulator's clock waits until what was sent has arrived.
    private static async Task CatchUpAsync(TelnyxEmulator telnyx, ForkReceiver receiver)
    {
        while (receiver.Statistics.Datagrams < telnyx.ForkTraffic.Sum(each => each.Packets - each.Lost + each.Duplicated - each.Unsent) - 20)
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<List<(AudioDirection Direction, long Position, byte[] Payload)>> ReadAsync(ForkReceiver receiver)
    {
        var packets = new List<(AudioDirection, long, byte[])>();
        await foreach (var packet in receiver.ReadAllAsync(Cancelled))
            packets.Add((packet.Stream.Direction, packet.Position, packet.Payload.ToArray()));

        return packets;
    }

    private static async Task<List<int>> SilentPlacesAsync(IEnumerable<(AudioDirection Direction, long Position, byte[] Payload)> packets)
    {
        using var file = new MemoryStream();
        await using (var writer = new WaveWriter(file, new WaveWriterOptions { LeaveOpen = true }))
        {
            var samples = new short[FrameSamples];
            foreach (var (_, position, payload) in packets)
                writer.Write(0, position, samples.AsSpan(0, G711.DecodeMulaw(payload, samples)));
        }

        WaveReader.TryRead(file.ToArray(), out var wave, out var problem).Should().BeTrue(problem);
        var all = new short[wave!.Frames];
        wave.ReadInterleaved(0, all);
        return [.. all.Chunk(FrameSamples).Select((piece, i) => (piece, i)).Where(each => each.piece.All(sample => sample == 0)).Select(each => each.i)];
    }

    private static Uri Udp(IPEndPoint endPoint) => new($"udp://{endPoint}");
}
