using System.Buffers.Binary;

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
    private const int MarkerBit = 0x80;
    private const int PayloadTypeMask = 0x7F;
    private const int SsrcOffset = 8;

    private RtpPacket(ulong word, uint ssrc, ReadOnlySpan<byte> payload)
    {
        Marker = ((word >> 48) & MarkerBit) != 0;
        PayloadType = (byte)((word >> 48) & PayloadTypeMask);
        SequenceNumber = (ushort)(word >> 32);
        Timestamp = (uint)word;
        Ssrc = ssrc;
        Payload = payload;
    }

    /// <summary>The marker bit; in audio the first packet after silence (RFC 3551, section 4.1).</summary>
    public bool Marker { get; init; }

    /// <summary>The payload type, 0 to 127: the codec, such as 0 for PCMU and 8 for PCMA (RFC 3551, section 6).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is above 127.</exception>
    public byte PayloadType
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, PayloadTypeMask);
            field = value;
        }
    }

    /// <summary>The sequence number: one more for each packet, from a random start, 0 after 65535.</summary>
    public ushort SequenceNumber { get; init; }

    /// <summary>When the first sample was taken, in ticks of the codec's clock, from a random start; wraps.</summary>
    public uint Timestamp { get; init; }

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
    public static bool TryRead(ReadOnlySpan<byte> datagram, out RtpPacket packet, out RtpError error)
    {
        if (datagram.Length < MinLength || datagram[0] >> VersionShift != Version)
        {
            packet = default;
            error = datagram.IsEmpty || datagram[0] >> VersionShift == Version ? RtpError.TooShort : RtpError.WrongVersion;
            return false;
        }

        packet = new RtpPacket(
            BinaryPrimitives.ReadUInt64BigEndian(datagram), BinaryPrimitives.ReadUInt32BigEndian(datagram[SsrcOffset..]), datagram[MinLength..]);
        error = RtpError.None;

        // Most packets are plain: all behind the fixed header is payload.
        return datagram[0] == Version << VersionShift || TryReadOptions(datagram[0], ref packet, out error);
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

        destination[0] = (byte)((Version << VersionShift)
            | (PaddingLength > 0 ? PaddingBit : 0) | (Extension.IsPresent ? ExtensionBit : 0) | Contributors.Count);
        destination[1] = (byte)((Marker ? MarkerBit : 0) | PayloadType);
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], SequenceNumber);
        BinaryPrimitives.WriteUInt32BigEndian(destination[4..], Timestamp);
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

    private static bool TryReadOptions(byte first, ref RtpPacket packet, out RtpError error)
    {
        var rest = packet.Payload;
        var contributors = default(RtpContributors);
        var extension = default(RtpExtension);
        error = TakeContributors(first, ref rest, ref contributors);
        if (error == RtpError.None)
            error = TakeExtension(first, ref rest, ref extension);

        byte padding = 0;
        if (error == RtpError.None)
            error = TakePadding(first, ref rest, out padding);

        packet = error == RtpError.None
            ? packet with { Contributors = contributors, Extension = extension, Payload = rest, PaddingLength = padding }
            : default;
        return error == RtpError.None;
    }

    private static RtpError TakeContributors(byte first, ref ReadOnlySpan<byte> rest, ref RtpContributors contributors)
    {
        var length = (first & ContributorsMask) * sizeof(uint);
        if (length > rest.Length)
            return RtpError.ContributorsBeyondDatagram;

        contributors = new RtpContributors(rest[..length]);
        rest = rest[length..];
        return RtpError.None;
    }

    private static RtpError TakeExtension(byte first, ref ReadOnlySpan<byte> rest, ref RtpExtension extension)
    {
        if ((first & ExtensionBit) == 0)
            return RtpError.None;

        if (rest.Length < RtpExtension.HeaderLength)
            return RtpError.ExtensionBeyondDatagram;

        var profile = BinaryPrimitives.ReadUInt16BigEndian(rest);
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) * 4;
        rest = rest[RtpExtension.HeaderLength..];
        if (length > rest.Length)
            return RtpError.ExtensionBeyondDatagram;

        extension = new RtpExtension(profile, rest[..length]);
        rest = rest[length..];
        return RtpError.None;
    }

    private static RtpError TakePadding(byte first, ref ReadOnlySpan<byte> rest, out byte padding)
    {
        padding = 0;
        if ((first & PaddingBit) == 0)
            return RtpError.None;

        if (rest.IsEmpty || rest[^1] == 0)
            return RtpError.PaddingEmpty;

        padding = rest[^1];
        if (padding > rest.Length)
            return RtpError.PaddingBeyondPayload;

        rest = rest[..^padding];
        return RtpError.None;
    }

    private static Span<byte> Append(Span<byte> destination, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(destination);
        return destination[bytes.Length..];
    }
}
