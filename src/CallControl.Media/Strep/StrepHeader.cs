using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>
/// The header between UDP and RTP of a call that Telnyx forks to one address for both directions (<c>target</c>): whose media this is. STREP stands for
/// Simple Telnyx RTP Encapsulation Protocol.
/// </summary>
/// <remarks>
/// Source: the page of <c>fork_start</c>. The public specification of June 2024 and later no longer has <c>target</c>. A header of a later version, with more after
/// the fields of version 1, is read as those fields and a rest. The value is a copy: it outlives the datagram.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct StrepHeader : IEquatable<StrepHeader>
{
    /// <summary>The length of a header of version 1, and the least of any, in bytes.</summary>
    public const int MinLength = 24;

    /// <summary>The greatest length that a header can state, in bytes.</summary>
    public const int MaxLength = 252;

    private const ulong Tag = 0b11;
    private const ulong MaxVersion = 0b1111;
    private const ulong MaxReserved = 0xFFFF_FFFF_FFFF;
    private const int IdOffset = 8;
    private const int TagShift = 62;
    private const int VersionShift = 58;
    private const int LegShift = 57;
    private const int DirectionShift = 56;
    private const int LengthShift = 48;

    // The first eight bytes as one number, and the id with its bytes as they are on the wire, which is not its value.
    private readonly ulong _word;
    private readonly Guid _wireId;

    /// <summary>Makes a header of version 1, 24 bytes long, with nothing in its reserved bytes.</summary>
    /// <param name="callLegId">The leg's <c>call_leg_id</c>.</param>
    /// <param name="leg">The leg.</param>
    /// <param name="direction">The direction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The leg or the direction is none of the named.</exception>
    public StrepHeader(Guid callLegId, StrepLeg leg, StrepDirection direction)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)leg, (uint)StrepLeg.B, nameof(leg));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)direction, (uint)StrepDirection.Sent, nameof(direction));
        _word = (Tag << TagShift) | (1UL << VersionShift) | ((ulong)leg << LegShift) | ((ulong)direction << DirectionShift) | ((ulong)MinLength << LengthShift);
        Span<byte> bytes = stackalloc byte[16];
        callLegId.TryWriteBytes(bytes, bigEndian: true, out _);
        _wireId = MemoryMarshal.Read<Guid>(bytes);
    }

    private StrepHeader(ulong word, Guid wireId) => (_word, _wireId) = (word, wireId);

    /// <summary>The protocol's version, 1 to 15. 1 is the only one described; 0 in <c>default</c>, which is no header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 1 to 15.</exception>
    public int Version
    {
        get => (int)((_word >> VersionShift) & MaxVersion);
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, (int)MaxVersion);
            _word = (_word & ~(MaxVersion << VersionShift)) | ((ulong)value << VersionShift);
        }
    }

    /// <summary>The leg of the call.</summary>
    public StrepLeg Leg => (StrepLeg)((_word >> LegShift) & 1);

    /// <summary>The direction of the media.</summary>
    public StrepDirection Direction => (StrepDirection)((_word >> DirectionShift) & 1);

    /// <summary>The length of the header, and so where the payload starts, in bytes: 24 in version 1; otherwise a multiple of 4 up to 252.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a multiple of 4 from 24 to 252.</exception>
    public int HeaderLength
    {
        get => (int)((_word >> LengthShift) & byte.MaxValue);
        init
        {
            if (value is < MinLength or > MaxLength || value % 4 != 0)
                throw new ArgumentOutOfRangeException(nameof(value), value, $"A STREP header is {MinLength} to {MaxLength} bytes long, in steps of 4.");

            _word = (_word & ~((ulong)byte.MaxValue << LengthShift)) | ((ulong)value << LengthShift);
        }
    }

    /// <summary>The six reserved bytes as one number of 48 bits, the first byte on top. Without meaning in version 1; kept as they came.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has more than 48 bits.</exception>
    public ulong Reserved
    {
        get => _word & MaxReserved;
        init
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxReserved);
            _word = (_word & ~MaxReserved) | value;
        }
    }

    /// <summary>The leg's <c>call_leg_id</c>. Read in network order, which is <em>unverified</em>; <see cref="CallLegIdBytes"/> has what came.</summary>
    public Guid CallLegId => new(CallLegIdBytes, bigEndian: true);

    /// <summary>The 16 bytes of the <c>call_leg_id</c>, in their order on the wire. A view of this value.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> CallLegIdBytes => MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in _wireId));

    /// <summary>Tells whether both are the same bit for bit.</summary>
    public static bool operator ==(StrepHeader left, StrepHeader right) => left.Equals(right);

    /// <summary>Tells whether the two differ in a bit.</summary>
    public static bool operator !=(StrepHeader left, StrepHeader right) => !left.Equals(right);

    /// <summary>Reads the header at the start of a datagram. Takes any bytes: never throws, allocates nothing.</summary>
    /// <param name="datagram">The payload of a UDP datagram.</param>
    /// <param name="header">The header; <c>default</c> when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out StrepHeader header) => TryRead(datagram, out header, out _);

    /// <summary>Reads the header at the start of a datagram, or says why there is none. Takes any bytes: never throws, allocates nothing.</summary>
    /// <param name="datagram">The payload of a UDP datagram.</param>
    /// <param name="header">The header; <c>default</c> when there is none.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether there is one.</returns>
    //  0                   1                   2                   3
    //  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
    // +---+-------+-+-+---------------+-------------------------------+
    // |1 1|version|L|D| header length |           reserved            |
    // +---+-------+-+-+---------------+-------------------------------+
    // |                           reserved                            |
    // +---------------------------------------------------------------+
    // |                                                               |
    // |                  call_leg_id, four words                      |
    // |                                                               |
    // +---------------------------------------------------------------+
    // |   more, up to the header length; later versions only          |
    // +---------------------------------------------------------------+
    // |   RTP ...
    public static bool TryRead(ReadOnlySpan<byte> datagram, out StrepHeader header, out StrepError error)
    {
        if (datagram.Length >= MinLength)
        {
            var read = new StrepHeader(BinaryPrimitives.ReadUInt64BigEndian(datagram), MemoryMarshal.Read<Guid>(datagram[IdOffset..]));
            var length = read.HeaderLength;
            if (read._word >> TagShift == Tag && read.Version != 0 && length >= MinLength && length % 4 == 0 && length <= datagram.Length)
            {
                header = read;
                error = StrepError.None;
                return true;
            }
        }

        header = default;
        error = Diagnose(datagram);
        return false;
    }

    /// <summary>What follows the header, an RTP packet.</summary>
    /// <param name="datagram">The datagram that this header was read from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The datagram is shorter than the header: another one.</exception>
    public ReadOnlySpan<byte> GetPayload(ReadOnlySpan<byte> datagram) => datagram[HeaderLength..];

    /// <summary>What a later version has behind the fields of version 1; empty in version 1.</summary>
    /// <param name="datagram">The datagram that this header was read from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The datagram is shorter than the header: another one.</exception>
    public ReadOnlySpan<byte> GetRest(ReadOnlySpan<byte> datagram) => datagram[..HeaderLength][Math.Min(MinLength, HeaderLength)..];

    /// <summary>Writes the header; zeros behind the fields of version 1 when it is longer.</summary>
    /// <param name="destination">Where to; the payload belongs behind.</param>
    /// <param name="written">The header's length; 0 when it was not written.</param>
    /// <returns>Whether it was written: false when the destination is too short, and for <c>default</c>.</returns>
    public bool TryWrite(Span<byte> destination, out int written)
    {
        var length = HeaderLength;
        if (length == 0 || destination.Length < length)
        {
            written = 0;
            return false;
        }

        BinaryPrimitives.WriteUInt64BigEndian(destination, _word);
        MemoryMarshal.Write(destination[IdOffset..], in _wireId);
        destination[MinLength..length].Clear();
        written = length;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(StrepHeader other) => _word == other._word && _wireId == other._wireId;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StrepHeader other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_word, _wireId);

    /// <summary>Version, leg, direction and id.</summary>
    public override string ToString() => $"STREP {Version}, leg {Leg}, {Direction}, {CallLegId}";

    private static StrepError Diagnose(ReadOnlySpan<byte> datagram)
    {
        if (datagram.IsEmpty)
            return StrepError.TooShort;

        var word = (ulong)datagram[0] << DirectionShift;
        if (word >> TagShift != Tag)
            return StrepError.WrongTag;

        if (((word >> VersionShift) & MaxVersion) == 0)
            return StrepError.WrongVersion;

        if (datagram.Length < MinLength)
            return StrepError.TooShort;

        var length = datagram[1];
        return length < MinLength ? StrepError.HeaderTooShort
            : length % 4 != 0 ? StrepError.HeaderNotAligned
            : StrepError.HeaderBeyondDatagram;
    }
}
