namespace CallControl.Media.Tests;

[Collection(LoadCollection.Name)]
public sealed class StrepHeaderPropertyTests
{
    private const int Datagrams = 1_000_000;
    private const int Headers = 20_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20_260_101)]
    public void TryRead_OfAMillionHostileDatagrams_NeverThrowsAllocatesOrReadsBeyond(int seed)
    {
        var random = new Random(seed);
        var hostile = new HostileDatagrams(seed, [.. Enumerable.Range(0, 256).Select(_ => Draw(random).Bytes)]);
        using var buffer = new GuardedBuffer();
        var outcomes = new int[Enum.GetValues<StrepError>().Length];
        _ = ReadMany(1000, hostile, buffer, outcomes);
        Array.Clear(outcomes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var broken = ReadMany(Datagrams, hostile, buffer, outcomes);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.Should().Be(0);
        broken.Should().Be(-1, "no datagram breaks a rule");
        outcomes.Sum().Should().Be(Datagrams);
        outcomes.Should().OnlyContain(each => each > 1000, "every outcome is tried");
    }

    [Fact]
    public void TryRead_OfWhatAnotherEncoderWrote_IsWhatItWrote()
    {
        var random = new Random(3);
        for (var i = 0; i < Headers; i++)
        {
            var (bytes, expected, id) = Draw(random);

            StrepHeader.TryRead(bytes, out var header).Should().BeTrue();

            if (header != expected || header.CallLegId != Guid.Parse(id) || header.Version != expected.Version || header.Leg != expected.Leg
                || header.Direction != expected.Direction || header.HeaderLength != expected.HeaderLength || header.Reserved != expected.Reserved)
                Assert.Fail($"{Convert.ToHexString(bytes)} was read as {header}, length {header.HeaderLength}, reserved {header.Reserved:X12}.");
        }
    }

    [Fact]
    public void TryWrite_OfAnyHeader_WritesWhatAnotherEncoderWrites()
    {
        var random = new Random(4);
        var destination = new byte[StrepHeader.MaxLength];
        for (var i = 0; i < Headers; i++)
        {
            var (bytes, header, _) = Draw(random);
            bytes.AsSpan(StrepHeader.MinLength).Clear();

            if (!header.TryWrite(destination, out var written) || !destination.AsSpan(0, written).SequenceEqual(bytes))
                Assert.Fail($"{Convert.ToHexString(bytes)} was written as {Convert.ToHexString(destination.AsSpan(0, written))}.");
        }
    }

    // Reads and counts the outcomes; the index of the first datagram that breaks a rule, or -1.
    private static int ReadMany(int count, HostileDatagrams hostile, GuardedBuffer buffer, int[] outcomes)
    {
        Span<byte> again = stackalloc byte[StrepHeader.MaxLength];
        for (var i = 0; i < count; i++)
        {
            var bytes = hostile.Next();
            var datagram = buffer.Last(bytes.Length);
            bytes.CopyTo(datagram);

            var isRead = StrepHeader.TryRead(datagram, out var header, out var error);

            outcomes[(int)error]++;
            if (isRead != (error == StrepError.None) || isRead != IsStrep(bytes) || (isRead && MediaDatagram.KindOf(datagram) != DatagramKind.Strep))
                return i;

            if (isRead && !(header.TryWrite(again, out var written) && IsSame(header, bytes, again[..written])))
                return i;
        }

        return -1;
    }

    // The rules of the protocol, said once more.
    private static bool IsStrep(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[0] >= 0xC4 && bytes[1] >= 24 && bytes[1] % 4 == 0 && bytes[1] <= bytes.Length;

    private static bool IsSame(in StrepHeader header, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> again) =>
        again.Length == bytes[1]
        && again[..24].SequenceEqual(bytes[..24])
        && header.CallLegIdBytes.SequenceEqual(bytes[8..24])
        && header.GetRest(bytes).SequenceEqual(bytes[24..bytes[1]])
        && header.GetPayload(bytes).SequenceEqual(bytes[bytes[1]..]);

    private static (byte[] Bytes, StrepHeader Header, string Id) Draw(Random random)
    {
        var version = random.Next(1, 16);
        var (isLegB, isSent) = (random.Next(2) == 1, random.Next(2) == 1);
        var length = random.Next(2) == 0 ? 24 : 4 * random.Next(6, 64);
        var (reserved, id, rest) = (new byte[6], new byte[16], new byte[length - 24]);
        random.NextBytes(reserved);
        random.NextBytes(id);
        random.NextBytes(rest);
        var digits = Convert.ToHexString(id);
        var text = $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
        var header = new StrepHeader(Guid.Parse(text), isLegB ? StrepLeg.B : StrepLeg.A, isSent ? StrepDirection.Sent : StrepDirection.Received)
        {
            Version = version,
            HeaderLength = length,
            Reserved = reserved.Aggregate(0UL, (sum, each) => (sum * 256) + each),
        };
        return (StrepBytes.Encode(version, isLegB, isSent, length, reserved, text, rest), header, text);
    }
}
