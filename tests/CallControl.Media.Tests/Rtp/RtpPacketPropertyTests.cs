namespace CallControl.Media.Tests;

[Collection(LoadCollection.Name)]
public sealed class RtpPacketPropertyTests
{
    private const int Datagrams = 1_000_000;
    private const int Packets = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20_260_101)]
    public void TryRead_OfAMillionHostileDatagrams_NeverThrowsAllocatesOrReadsBeyond(int seed)
    {
        var random = new Random(seed);
        var hostile = new HostileDatagrams(seed, [.. Enumerable.Range(0, 256).Select(_ => Draw(random, 20).Encode())]);
        using var buffer = new GuardedBuffer();
        var outcomes = new int[Enum.GetValues<RtpError>().Length];
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
        for (var i = 0; i < Packets; i++)
        {
            var expected = Draw(random, 200);
            var bytes = expected.Encode();

            if (!RtpPacket.TryRead(bytes, out var packet, out var error))
                Assert.Fail($"{Convert.ToHexString(bytes)} was refused: {error}.");

            if (!IsSame(packet, expected))
                Assert.Fail($"{Convert.ToHexString(bytes)} was read as something else.");
        }
    }

    [Fact]
    public void TryWrite_OfAnyPacket_WritesWhatAnotherEncoderWrites()
    {
        var random = new Random(4);
        for (var i = 0; i < Packets; i++)
        {
            var model = Draw(random, 200);
            var expected = model.Encode();
            var packet = new RtpPacket
            {
                Marker = model.Marker,
                PayloadType = (byte)model.PayloadType,
                SequenceNumber = (ushort)model.SequenceNumber,
                Timestamp = (uint)model.Timestamp,
                Ssrc = (uint)model.Ssrc,
                Contributors = new RtpContributors([.. model.Contributors.SelectMany(each => Convert.FromHexString(each.ToString("X8")))]),
                Extension = model.Profile is { } profile ? new RtpExtension((ushort)profile, model.ExtensionData) : default,
                Payload = model.Payload,
                PaddingLength = (byte)model.Padding,
            };
            var destination = new byte[packet.Length];
            random.NextBytes(destination);

            if (!packet.TryWrite(destination, out var written) || written != expected.Length || !destination.AsSpan().SequenceEqual(expected))
                Assert.Fail($"{Convert.ToHexString(expected)} was written as {Convert.ToHexString(destination)}.");
        }
    }

    // Reads and counts the outcomes; the index of the first datagram that breaks a rule, or -1.
    private static int ReadMany(int count, HostileDatagrams hostile, GuardedBuffer buffer, int[] outcomes)
    {
        Span<byte> again = stackalloc byte[512];
        for (var i = 0; i < count; i++)
        {
            var bytes = hostile.Next();
            var datagram = buffer.Last(bytes.Length);
            bytes.CopyTo(datagram);

            var isRead = RtpPacket.TryRead(datagram, out var packet, out var error);

            outcomes[(int)error]++;
            if (isRead != (error == RtpError.None) || isRead != IsRtp(bytes) || (isRead && MediaDatagram.KindOf(datagram) is not (DatagramKind.Rtp or DatagramKind.Rtcp)))
                return i;

            if (!isRead)
                continue;

            if (packet.Length != bytes.Length || !IsWithin(datagram, packet.Payload) || !AreElementsWithin(datagram, packet.Extension))
                return i;

            // What is in the padding is not kept.
            if (packet.PaddingLength > 0)
                datagram[^packet.PaddingLength..^1].Clear();

            if (!packet.TryWrite(again, out var written) || !again[..written].SequenceEqual(datagram))
                return i;
        }

        return -1;
    }

    // The rules of RFC 3550, said once more.
    private static bool IsRtp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || bytes[0] is < 128 or > 191)
            return false;

        var left = bytes.Length - 12 - (4 * (bytes[0] % 16));
        if (bytes[0] / 16 % 2 == 1)
            left -= left < 4 ? 4 : 4 + (4 * ((256 * bytes[^(left - 2)]) + bytes[^(left - 3)]));

        return left >= 0 && (bytes[0] / 32 % 2 == 0 || (bytes[^1] > 0 && bytes[^1] <= left));
    }

    private static bool IsWithin(ReadOnlySpan<byte> datagram, ReadOnlySpan<byte> part) =>
        part.IsEmpty || (datagram.Overlaps(part, out var offset) && offset >= RtpPacket.MinLength && offset + part.Length <= datagram.Length);

    private static bool AreElementsWithin(ReadOnlySpan<byte> datagram, RtpExtension extension)
    {
        var length = 0;
        foreach (var element in extension)
        {
            length += 1 + element.Data.Length;
            if (element.Id == 0 || !IsWithin(datagram, element.Data))
                return false;
        }

        return length <= extension.Data.Length && (length == 0 || extension.Form != RtpExtensionForm.Opaque);
    }

    private static bool IsSame(RtpPacket packet, RtpBytes expected)
    {
        var contributors = new List<long>();
        foreach (var contributor in packet.Contributors)
            contributors.Add(contributor);

        return packet.Marker == expected.Marker
            && packet.PayloadType == expected.PayloadType
            && packet.SequenceNumber == expected.SequenceNumber
            && packet.Timestamp == expected.Timestamp
            && packet.Ssrc == expected.Ssrc
            && contributors.SequenceEqual(expected.Contributors)
            && packet.Extension.IsPresent == expected.Profile is not null
            && packet.Extension.Profile == (expected.Profile ?? 0)
            && packet.Extension.Data.SequenceEqual(expected.ExtensionData)
            && packet.Payload.SequenceEqual(expected.Payload)
            && packet.PaddingLength == expected.Padding;
    }

    private static RtpBytes Draw(Random random, int maxPayload)
    {
        int? profile = random.Next(5) switch { 0 => 0xBEDE, 1 => 0x1000 + random.Next(16), 2 => random.Next(65536), _ => null };
        var (data, payload) = (new byte[profile is null ? 0 : 4 * random.Next(9)], new byte[random.Next(maxPayload)]);
        random.NextBytes(data);
        random.NextBytes(payload);
        return new RtpBytes
        {
            Marker = random.Next(2) == 1,
            PayloadType = random.Next(128),
            SequenceNumber = random.Next(65536),
            Timestamp = random.NextInt64(1L << 32),
            Ssrc = random.NextInt64(1L << 32),
            Contributors = [.. Enumerable.Range(0, random.Next(2) == 0 ? 0 : random.Next(16)).Select(_ => random.NextInt64(1L << 32))],
            Profile = profile,
            ExtensionData = data,
            Payload = payload,
            Padding = random.Next(2) == 0 ? 0 : random.Next(1, maxPayload == 20 ? 40 : 256),
        };
    }
}
