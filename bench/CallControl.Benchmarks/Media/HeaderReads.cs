using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CallControl.Media;

namespace CallControl.Benchmarks;

/// <summary>
/// The headers of forked audio, read by the SDK, and by loops that read the same fields and check nothing. The datagrams hold 20 ms of G.711 each, and are
/// read in the cache: memory would hide the difference.
/// </summary>
internal sealed class HeaderReads
{
    private const int Datagrams = 64;
    private const int PayloadLength = 160;

    private readonly byte[][] _strep = new byte[Datagrams][];
    private readonly byte[][] _plain = new byte[Datagrams][];
    private readonly byte[][] _full = new byte[Datagrams][];

    public HeaderReads()
    {
        var random = new Random(1);
        for (var i = 0; i < Datagrams; i++)
        {
            _strep[i] = Strep(random);
            _plain[i] = Rtp(random, contributors: 0, extensionWords: -1, padding: 0);
            _full[i] = Rtp(random, contributors: i % 3, extensionWords: i % 4, padding: i % 5);
        }
    }

    /// <summary>STREP by the SDK.</summary>
    public long ReadStrep(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> datagram = _strep[i % Datagrams];
            if (!StrepHeader.TryRead(datagram, out var header))
                return -1;

            sum += header.Version + (int)header.Leg + (int)header.Direction + header.HeaderLength + (long)header.Reserved
                + Fold(header.CallLegId) + header.GetPayload(datagram).Length;
        }

        return sum;
    }

    /// <summary>STREP unchecked.</summary>
    public long ReadStrepUnchecked(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var datagram = _strep[i % Datagrams];
            ref var start = ref MemoryMarshal.GetArrayDataReference(datagram);
            var first = start;
            int length = Unsafe.Add(ref start, 1);
            var reserved = ((long)Number16(ref start, 2) << 32) + Number32(ref start, 4);
            var id = new Guid(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref start, 8), 16), bigEndian: true);
            sum += ((first >> 2) & 15) + ((first >> 1) & 1) + (first & 1) + length + reserved + Fold(id) + (datagram.Length - length);
        }

        return sum;
    }

    /// <summary>Plain RTP packets by the SDK.</summary>
    public long ReadRtp(int count) => Read(_plain, count);

    /// <summary>Plain RTP packets unchecked.</summary>
    public long ReadRtpUnchecked(int count) => ReadUnchecked(_plain, count);

    /// <summary>RTP packets with contributing sources, extension and padding by the SDK.</summary>
    public long ReadFullRtp(int count) => Read(_full, count);

    /// <summary>RTP packets with contributing sources, extension and padding, unchecked.</summary>
    public long ReadFullRtpUnchecked(int count) => ReadUnchecked(_full, count);

    private static long Read(byte[][] datagrams, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            if (!RtpPacket.TryRead(datagrams[i % Datagrams], out var packet))
                return -1;

            sum += (packet.Marker ? 1 : 0) + packet.PayloadType + packet.SequenceNumber + packet.Timestamp + packet.Ssrc + packet.Contributors.Count
                + packet.Extension.Profile + packet.Extension.Words + packet.Payload.Length + packet.PaddingLength;
        }

        return sum;
    }

    private static long ReadUnchecked(byte[][] datagrams, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var datagram = datagrams[i % Datagrams];
            ref var start = ref MemoryMarshal.GetArrayDataReference(datagram);
            var first = start;
            var second = Unsafe.Add(ref start, 1);
            var contributors = first & 15;
            var offset = 12 + (4 * contributors);
            var (profile, words) = (0, 0);
            if ((first & 0x10) != 0)
            {
                profile = Number16(ref start, offset);
                words = Number16(ref start, offset + 2);
                offset += 4 + (4 * words);
            }

            var padding = (first & 0x20) != 0 ? Unsafe.Add(ref start, datagram.Length - 1) : 0;
            sum += (second >> 7) + (second & 127) + Number16(ref start, 2) + Number32(ref start, 4) + Number32(ref start, 8) + contributors
                + profile + words + (datagram.Length - offset - padding) + padding;
        }

        return sum;
    }

    private static ushort Number16(ref byte start, int offset) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref start, offset)));

    private static uint Number32(ref byte start, int offset) =>
        BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, offset)));

    private static long Fold(Guid id)
    {
        var (low, high) = Unsafe.BitCast<Guid, (long, long)>(id);
        return low ^ high;
    }

    private static byte[] Strep(Random random)
    {
        var datagram = new byte[StrepHeader.MinLength + RtpPacket.MinLength + PayloadLength];
        random.NextBytes(datagram);
        datagram[0] = (byte)(0xC4 + random.Next(4));
        datagram[1] = StrepHeader.MinLength;
        return datagram;
    }

    private static byte[] Rtp(Random random, int contributors, int extensionWords, int padding)
    {
        var extension = extensionWords < 0 ? 0 : 4 + (4 * extensionWords);
        var offset = RtpPacket.MinLength + (4 * contributors);
        var datagram = new byte[offset + extension + PayloadLength + padding];
        random.NextBytes(datagram);
        datagram[0] = (byte)(0x80 + contributors + (extension > 0 ? 0x10 : 0) + (padding > 0 ? 0x20 : 0));
        if (extension > 0)
            BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(offset + 2), (ushort)extensionWords);

        if (padding > 0)
            datagram[^1] = (byte)padding;

        return datagram;
    }
}
