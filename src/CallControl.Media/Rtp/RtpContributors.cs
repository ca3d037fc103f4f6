using System.Buffers.Binary;

namespace CallControl.Media;

/// <summary>The contributing sources of an RTP packet, the CSRC list (RFC 3550, section 5.1): whose voices a mixer put together. A view of the datagram.</summary>
public readonly ref struct RtpContributors
{
    /// <summary>The most sources that a packet can name.</summary>
    public const int MaxCount = 15;

    /// <summary>Makes a list, to be written.</summary>
    /// <param name="bytes">The identifiers in network order, 4 bytes each; at most 15 of them.</param>
    /// <exception cref="ArgumentException">The bytes are not whole identifiers, or too many.</exception>
    public RtpContributors(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % sizeof(uint) != 0 || bytes.Length / sizeof(uint) > MaxCount)
            throw new ArgumentException($"An RTP packet names 0 to {MaxCount} contributing sources of 4 bytes each; this is {bytes.Length} bytes.", nameof(bytes));

        Bytes = bytes;
    }

    /// <summary>The identifiers in network order, 4 bytes each.</summary>
    public ReadOnlySpan<byte> Bytes { get; private init; }

    /// <summary>How many there are, 0 to 15.</summary>
    public int Count => (int)((uint)Bytes.Length / sizeof(uint));

    /// <summary>An identifier.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public uint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return BinaryPrimitives.ReadUInt32BigEndian(Bytes[(index * sizeof(uint))..]);
        }
    }

    /// <summary>Makes a list of what is known to be at most 15 whole identifiers.</summary>
    internal static RtpContributors Trust(ReadOnlySpan<byte> bytes) => new() { Bytes = bytes };

    /// <summary>Goes through the identifiers.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the identifiers, allocating nothing.</summary>
    public ref struct Enumerator
    {
        private readonly RtpContributors _contributors;
        private int _index;

        internal Enumerator(RtpContributors contributors)
        {
            _contributors = contributors;
            _index = -1;
        }

        /// <summary>The identifier.</summary>
        public readonly uint Current => _contributors[_index];

        /// <summary>Goes to the next identifier.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => ++_index < _contributors.Count;
    }
}
