using System.Net;

namespace CallControl.Media.Tests.Forks;

/// <summary>Loss, duplicates and reordering injected by a seeded sender, and found again.</summary>
public sealed class ForkLossTests
{
    private const int Packets = 3000;
    private const int First = 64_000;
    private const int Samples = 160;
    private const int Displacement = 5;
    private const int Chunk = 100;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ReadAllAsync_InjectedFaults_AreReportedAndBecomeSilenceInTheirPlaces(int seed)
    {
        var plan = Plan.Make(new Random(seed));
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, ReorderDelay = TimeSpan.FromSeconds(10) });
        using var sender = new UdpSender(receiver.EndPoint);
        var file = new MemoryStream();
        var writing = WriteAsync(receiver, file);
        var sent = 0;
        foreach (var chunk in plan.Sent.Chunk(Chunk))
        {
            foreach (var index in chunk)
                sender.Send(ForkBytes.Strep(ForkBytes.Rtp(First + index) with { Payload = [.. Enumerable.Repeat(CodeOf(index), Samples)] }));

            // So that the smallest of kernel buffers drops none.
            sent += chunk.Length;
            await Poll.UntilAsync(() => receiver.Statistics.Datagrams == sent, Cancelled);
        }

        var stream = receiver.Streams.Should().ContainSingle().Which;
        await receiver.DisposeAsync();
        await writing;

        var counted = stream.Statistics;
        counted.ShouldAddUp();
        counted.Should().Match<ForkStreamStatistics>(it => it.Late == 0 && it.Stray == 0 && it.Dropped == 0 && it.Held == 0 && it.Restarts == 0 && it.Awaited == 0);
        (counted.Lost, counted.Duplicates, counted.Reordered).Should().Be((plan.Lost.Count, plan.Duplicates, plan.Reordered));
        (counted.Received, counted.Delivered).Should().Be((plan.Sent.Count, Packets - plan.Lost.Count));
        ShouldHaveSilenceOnlyWhereLost(file, plan);
    }

    private static void ShouldHaveSilenceOnlyWhereLost(MemoryStream file, Plan plan)
    {
        WaveReader.TryRead(file.ToArray(), out var wave, out var problem).Should().BeTrue(problem);
        wave!.Frames.Should().Be(Packets * Samples);
        var samples = new short[wave.Frames];
        wave.ReadInterleaved(0, samples).Should().Be(samples.Length);
        for (var index = 0; index < Packets; index++)
        {
            var expected = plan.Lost.Contains(index) ? (short)0 : Sample(index);
            samples.AsSpan(index * Samples, Samples).IndexOfAnyExcept(expected).Should().Be(-1, "packet {0} is {1}", index, expected == 0 ? "lost" : "there");
        }
    }

    private static async Task WriteAsync(ForkReceiver receiver, MemoryStream file)
    {
        await using var writer = new WaveWriter(file);
        var samples = new short[Samples];
        await foreach (var packet in receiver.ReadAllAsync(Cancelled))
        {
            G711.DecodeMulaw(packet.Payload.Span, samples);
            (await writer.WriteAsync(0, packet.Position, samples, Cancelled)).Should().Be(Samples);
        }
    }

    // Never the codes of silence, 0x7F and 0xFF.
    private static byte CodeOf(int index) => (byte)(1 + (index % 100));

    private static short Sample(int index)
    {
        var samples = new short[1];
        G711.DecodeMulaw([CodeOf(index)], samples);
        samples[0].Should().NotBe(0);
        return samples[0];
    }

    /// <summary>What is sent, in order, and what that must be counted as.</summary>
    private sealed record Plan(List<int> Sent, HashSet<int> Lost, int Duplicates, int Reordered)
    {
        public static Plan Make(Random random)
        {
            // The first and the last are there, so that all that is missing lies between.
            var lost = Enumerable.Range(1, Packets - 2).Where(_ => random.Next(100) < 2).ToHashSet();
            var sent = Enumerable.Range(0, Packets).Where(index => !lost.Contains(index))
                .SelectMany(index => Enumerable.Repeat(index, random.Next(100) < 1 ? 2 : 1))
                .Select((index, place) => (index, key: place + (random.Next(100) < 10 ? random.Next(1, Displacement + 1) + 0.5 : 0)))
                .OrderBy(it => it.key)
                .Select(it => it.index)
                .ToList();
            var seen = new HashSet<int>();
            var (duplicates, reordered, highest) = (0, 0, -1);
            foreach (var index in sent)
            {
                if (!seen.Add(index))
                    duplicates++;
                else if (index < highest)
                    reordered++;

                highest = Math.Max(highest, index);
            }

            (lost.Count > 30 && duplicates > 10 && reordered > 50).Should().BeTrue("the plan must put the receiver to the test");
            return new Plan(sent, lost, duplicates, reordered);
        }
    }
}
