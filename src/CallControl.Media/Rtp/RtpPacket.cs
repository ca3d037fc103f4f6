using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CallControl.Media;

/// <summary>An RTP packet (RFC 3550, section 5.1).</summary>
/// <remarks>
/// A view of the datagram that it was read from, good as long as the datagram's buffer is. To write a packet, set what it shall hold; nothing is copied before
/// <see cref="TryWrite"/>. The version is always 2.
/// </remarks>
public readonly ref struct RtpPacket
{
    /// <summary>The length of the header without contributing sources and extension, in bytes: the least of any packet.</summary>
    public const int MinLength = 12;

    private const int Version = 2;
    private const int VersionShift = 6;
    private const int PaddingBit = 0x20;
    private const int ExtensionBit = 0x10;
    private const int ContributorsMask = 0x0F;
    private const byte MaxPayloadType = 127;
    private const int FirstShift = 56;
    private const int MarkerShift = 55;
    private const int PayloadTypeShift = 48;
    private const int SequenceShift = 32;
    private const int SsrcOffset = 8;

    // The first eight bytes as one number; what the other members say is not kept up to date in it.
    private readonly ulong _word;

    private RtpPacket(ulong word, uint ssrc, ReadOnlySpan<byte> payload)
    {
        _word = word;
        Ssrc = ssrc;
        Payload = payload;
    }

    private RtpPacket(ulong word, uint ssrc, RtpContributors contributors, RtpExtension extension, ReadOnlySpan<byte> payload, byte paddingLength)
    {
        _word = word;
        Ssrc = ssrc;
        Contributors = contributors;
        Extension = extension;
        Payload = payload;
        PaddingLength = paddingLength;
    }

    /// <summary>The marker bit; in audio the first packet after silence (RFC 3551, section 4.1).</summary>
    public bool Marker
    {
        get => ((_word >> MarkerShift) & 1) != 0;
        init => _word = (_word & ~(1UL << MarkerShift)) | ((value ? 1UL : 0) << MarkerShift);
    }

    /// <summary>The payload type, 0 to 127: the codec, such as 0 for PCMU and 8 for PCMA (RFC 3551, section 6).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is above 127.</exception>
    public byte PayloadType
    {
        get => (byte)((_word >> PayloadTypeShift) & MaxPayloadType);
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxPayloadType);
            _word = (_word & ~((ulong)MaxPayloadType << PayloadTypeShift)) | ((ulong)value << PayloadTypeShift);
        }
    }

    /// <summary>The sequence number: one more for each packet, from a random start, 0 after 65535.</summary>
    public ushort SequenceNumber
    {
        get => (ushort)(_word >> SequenceShift);
        init => _word = (_word & ~((ulong)ushort.MaxValue << SequenceShift)) | ((ulong)value << SequenceShift);
    }

    /// <summary>When the first sample was taken, in ticks of the codec's clock, from a random start; wraps.</summary>
    public uint Timestamp
    {
        get => (uint)_word;
        init => _word = (_word & ~(ulong)uint.MaxValue) | value;
    }

    /// <summary>The synchronization source: who sends the stream.</summary>
    public uint Ssrc { get; init; }

    /// <summary>The contributing sources; most packets have none.</summary>
    public RtpContributors Contributors { get; init; }

    /// <summary>The header extension; most packets have none.</summary>
    public RtpExtension Extension { get; init; }

    /// <summary>The payload, without padding; may be empty.</summary>
    public ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>The padding behind the payload, in bytes, its count included; 0 when there is none. What is in it is not kept; zeros are written.</summary>
    public byte PaddingLength { get; init; }

    /// <summary>The length on the wire, in bytes.</summary>
    public int Length => MinLength + Contributors.Bytes.Length + Extension.Length + Payload.Length + PaddingLength;

    /// <summary>Reads a packet, which takes the whole datagram. Takes any bytes: never throws, allocates nothing.</summary>
    /// <param name="datagram">The payload of a UDP datagram, or what follows a STREP header.</param>
    /// <param name="packet">The packet; <c>default</c> when it is none.</param>
    /// <returns>Whether it is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> datagram, out RtpPacket packet) => TryRead(datagram, out packet, out _);

    /// <summary>Reads a packet, which takes the whole datagram, or says why it is none. Takes any bytes: never throws, allocates nothing.</summary>
    /// <param name="datagram">The payload of a UDP datagram, or what follows a STREP header.</param>
    /// <param name="packet">The packet; <c>default</c> when it is none.</param>
    /// <param name="error">Why it is none.</param>
    /// <returns>Whether it is one.</returns>
    //  0                   1                   2                   3
    //  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
    // +---+-+-+-------+-+-------------+-------------------------------+
    // |V=2|P|X|  CC   |M| payload type|        sequence number        |
    // +---+-+-+-------+-+-------------+-------------------------------+
    // |                           timestamp                           |
    // +---------------------------------------------------------------+
    // |                             SSRC                              |
    // +---------------------------------------------------------------+
    // |                  contributing sources, CC words               |
    // +-------------------------------+-------------------------------+
    // |        profile (if X)         |         words (if X)          |
    // +-------------------------------+-------------------------------+
    // |                extension data, so many words (if X)           |
    // +---------------------------------------------------------------+
    // |   payload ...                 | padding (if P) ... |  count   |
    // +-------------------------------+--------------------+----------+
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> datagram, out RtpPacket packet, out RtpError error)
    {
        // Most packets are plain: all behind the fixed header is payload.
        if (datagram.Length < MinLength || datagram[0] != Version << VersionShift)
            return TryReadOptions(datagram, out packet, out error);

        packet = new RtpPacket(
            BinaryPrimitives.ReadUInt64BigEndian(datagram), BinaryPrimitives.ReadUInt32BigEndian(datagram[SsrcOffset..]), datagram[MinLength..]);
        error = RtpError.None;
        return true;
    }

    /// <summary>Writes the packet.</summary>
    /// <param name="destination">Where to. Must not overlap with what the packet holds.</param>
    /// <param name="written">The packet's <see cref="Length"/>; 0 when it was not written.</param>
    /// <returns>Whether it was written: false when the destination is too short.</returns>
    public bool TryWrite(Span<byte> destination, out int written)
    {
        written = 0;
        if (destination.Length < Length)
            return false;

        var first = (Version << VersionShift) | (PaddingLength > 0 ? PaddingBit : 0) | (Extension.IsPresent ? ExtensionBit : 0) | Contributors.Count;
        BinaryPrimitives.WriteUInt64BigEndian(destination, _word);
        destination[0] = (byte)first;
        BinaryPrimitives.WriteUInt32BigEndian(destination[SsrcOffset..], Ssrc);
        var rest = Append(destination[MinLength..Length], Contributors.Bytes);
        if (Extension.IsPresent)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, Extension.Profile);
            BinaryPrimitives.WriteUInt16BigEndian(rest[2..], (ushort)Extension.Words);
            rest = Append(rest[RtpExtension.HeaderLength..], Extension.Data);
        }

        rest = Append(rest, Payload);
        if (!rest.IsEmpty)
        {
            rest.Clear();
            rest[^1] = PaddingLength;
        }

        written = Length;
        return true;
    }

    private static bool TryReadOptions(ReadOnlySpan<byte> datagram, out RtpPacket packet, out RtpError error)
    {
        if (datagram.Length < MinLength)
            return Refuse(datagram.IsEmpty || datagram[0] >> VersionShift == Version ? RtpError.TooShort : RtpError.WrongVersion, out packet, out error);

        var word = BinaryPrimitives.ReadUInt64BigEndian(datagram);
        var first = (int)(word >> FirstShift);
        if (first >> VersionShift != Version)
            return Refuse(RtpError.WrongVersion, out packet, out error);

        var ssrc = BinaryPrimitives.ReadUInt32BigEndian(datagram[SsrcOffset..]);
        var rest = datagram[MinLength..];
        var length = (first & ContributorsMask) * sizeof(uint);
        if (length > rest.Length)
            return Refuse(RtpError.ContributorsBeyondDatagram, out packet, out error);

        var contributors = rest[..length];
        rest = rest[length..];
        var extension = default(RtpExtension);
        if ((first & ExtensionBit) != 0)
        {
            if (rest.Length < RtpExtension.HeaderLength)
                return Refuse(RtpError.ExtensionBeyondDatagram, out packet, out error);

            var head = BinaryPrimitives.ReadUInt32BigEndian(rest);
            rest = rest[RtpExtension.HeaderLength..];
            length = (ushort)head * 4;
            if (length > rest.Length)
                return Refuse(RtpError.ExtensionBeyondDatagram, out packet, out error);

            extension = RtpExtension.Trust((ushort)(head >> 16), rest[..length]);
            rest = rest[length..];
        }

        byte padding = 0;
        if ((first & PaddingBit) != 0)
        {
            if (rest.IsEmpty || rest[^1] == 0)
                return Refuse(RtpError.PaddingEmpty, out packet, out error);

            padding = rest[^1];
            if (padding > rest.Length)
                return Refuse(RtpError.PaddingBeyondPayload, out packet, out error);

            rest = rest[..^padding];
        }

        packet = new RtpPacket(word, ssrc, RtpContributors.Trust(contributors), extension, rest, padding);
        error = RtpError.None;
        return true;
    }

    private static bool Refuse(RtpError reason, out RtpPacket packet, out RtpError error)
    {
        packet = default;
        error = reason;
        return false;
    }

    private static Span<byte> Append(Span<byte> destination, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(destination);
        return destination[bytes.Length..];
    }
}
