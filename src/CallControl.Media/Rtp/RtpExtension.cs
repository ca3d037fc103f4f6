namespace CallControl.Media;

/// <summary>The header extension of an RTP packet (RFC 3550, section 5.3.1), and its elements where it keeps to RFC 8285.</summary>
/// <remarks>A view of the datagram. <c>default</c> is no extension; one without data is still one.</remarks>
public readonly ref struct RtpExtension
{
    /// <summary>The profile of the one-byte form.</summary>
    public const ushort OneByteProfile = 0xBEDE;

    /// <summary>The profile of the two-byte form; its last four bits are free for applications.</summary>
    public const ushort TwoByteProfile = 0x1000;

    /// <summary>The length of the extension's own header, in bytes.</summary>
    internal const int HeaderLength = 4;

    private const int TwoByteMask = 0xFFF0;

    /// <summary>Makes an extension, to be written.</summary>
    /// <param name="profile">What the data means.</param>
    /// <param name="data">The data, with its padding: whole words of 4 bytes, at most 65,535 of them.</param>
    /// <exception cref="ArgumentException">The data is not whole words, or too long.</exception>
    public RtpExtension(ushort profile, ReadOnlySpan<byte> data)
    {
        if (data.Length % 4 != 0 || data.Length / 4 > ushort.MaxValue)
            throw new ArgumentException($"An RTP header extension holds 0 to 65535 words of 4 bytes; this is {data.Length} bytes.", nameof(data));

        IsPresent = true;
        Profile = profile;
        Data = data;
    }

    /// <summary>Whether the packet has an extension.</summary>
    public bool IsPresent { get; private init; }

    /// <summary>What the data means: a form of RFC 8285, or what a profile defines. 0 when there is no extension.</summary>
    public ushort Profile { get; private init; }

    /// <summary>The data, whole words, without the header of 4 bytes.</summary>
    public ReadOnlySpan<byte> Data { get; private init; }

    /// <summary>The length of the data in words of 4 bytes, as the packet states it.</summary>
    public int Words => (int)((uint)Data.Length / 4);

    /// <summary>The layout that the profile stands for.</summary>
    public RtpExtensionForm Form => !IsPresent ? RtpExtensionForm.Opaque
        : Profile == OneByteProfile ? RtpExtensionForm.OneByte
        : (Profile & TwoByteMask) == TwoByteProfile ? RtpExtensionForm.TwoByte
        : RtpExtensionForm.Opaque;

    /// <summary>The length on the wire, in bytes; 0 when there is no extension.</summary>
    internal int Length => IsPresent ? HeaderLength + Data.Length : 0;

    /// <summary>Makes an extension of data that is known to be whole words, not too many.</summary>
    internal static RtpExtension Trust(ushort profile, ReadOnlySpan<byte> data) => new() { IsPresent = true, Profile = profile, Data = data };

    /// <summary>Finds the first element with an identifier.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="data">Its data; empty when there is none.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(byte id, out ReadOnlySpan<byte> data)
    {
        foreach (var element in this)
        {
            if (element.Id == id)
            {
                data = element.Data;
                return true;
            }
        }

        data = default;
        return false;
    }

    /// <summary>
    /// Goes through the elements; there are none in an opaque extension. Padding is passed over. What RFC 8285 forbids ends the walk: the identifier 15, or 0
    /// with a length, in the one-byte form, and an element that goes beyond the data.
    /// </summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the elements, allocating nothing.</summary>
    public ref struct Enumerator
    {
        private const byte Padding = 0;
        private const byte LastId = 15;

        private readonly bool _isOneByte;
        private ReadOnlySpan<byte> _rest;

        internal Enumerator(RtpExtension extension)
        {
            _isOneByte = extension.Form == RtpExtensionForm.OneByte;
            _rest = extension.Form == RtpExtensionForm.Opaque ? default : extension.Data;
        }

        /// <summary>The element.</summary>
        public RtpExtensionElement Current { get; private set; }

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            _rest = _rest.TrimStart(Padding);
            if (_isOneByte ? TryReadOneByte() : TryReadTwoByte())
                return true;

            _rest = default;
            Current = default;
            return false;
        }

        //  0 1 2 3 4 5 6 7
        // +-------+-------+----------------
        // |  id   | len-1 | data, len bytes
        // +-------+-------+----------------
        private bool TryReadOneByte() =>
            !_rest.IsEmpty && _rest[0] >> 4 is not (0 or LastId) && TryTake((byte)(_rest[0] >> 4), 1, (_rest[0] & 0x0F) + 1);

        //  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
        // +---------------+---------------+----------------
        // |      id       |      len      | data, len bytes
        // +---------------+---------------+----------------
        private bool TryReadTwoByte() => _rest.Length >= 2 && TryTake(_rest[0], 2, _rest[1]);

        private bool TryTake(byte id, int headerLength, int length)
        {
            if (length > _rest.Length - headerLength)
                return false;

            Current = new RtpExtensionElement(id, _rest.Slice(headerLength, length));
            _rest = _rest[(headerLength + length)..];
            return true;
        }
    }
}
