using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>16-bit linear samples as bytes, in either order.</summary>
/// <remarks>
/// RTP's L16 is big-endian (RFC 3551, section 4.5.11), WAV files are little-endian, and what a vendor streams as "L16" may be either. Nothing is allocated; thread-safe.
/// </remarks>
public static class LinearPcm
{
    /// <summary>Reads big-endian samples, as in an RTP payload of L16.</summary>
    /// <param name="bytes">Two bytes a sample; what is left of an incomplete last one does not count.</param>
    /// <param name="samples">Room for a sample for each two bytes; what is beyond stays as it is. Must not overlap <paramref name="bytes"/>.</param>
    /// <returns>How many samples there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int DecodeBigEndian(ReadOnlySpan<byte> bytes, Span<short> samples) => Decode(bytes, samples, BitConverter.IsLittleEndian);

    /// <summary>Reads little-endian samples, as in a WAV file.</summary>
    /// <param name="bytes">Two bytes a sample; what is left of an incomplete last one does not count.</param>
    /// <param name="samples">Room for a sample for each two bytes; what is beyond stays as it is. Must not overlap <paramref name="bytes"/>.</param>
    /// <returns>How many samples there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int DecodeLittleEndian(ReadOnlySpan<byte> bytes, Span<short> samples) => Decode(bytes, samples, !BitConverter.IsLittleEndian);

    /// <summary>Writes samples big-endian.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="bytes">Room for two bytes for each sample; what is beyond stays as it is. Must not overlap <paramref name="samples"/>.</param>
    /// <returns>How many bytes there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int EncodeBigEndian(ReadOnlySpan<short> samples, Span<byte> bytes) => Encode(samples, bytes, BitConverter.IsLittleEndian);

    /// <summary>Writes samples little-endian.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="bytes">Room for two bytes for each sample; what is beyond stays as it is. Must not overlap <paramref name="samples"/>.</param>
    /// <returns>How many bytes there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int EncodeLittleEndian(ReadOnlySpan<short> samples, Span<byte> bytes) => Encode(samples, bytes, !BitConverter.IsLittleEndian);

    private static int Decode(ReadOnlySpan<byte> bytes, Span<short> samples, bool isReversed)
    {
        var complete = MemoryMarshal.Cast<byte, short>(bytes);
        samples = Room.For(complete.Length, samples);
        Copy(complete, samples, isReversed);
        return samples.Length;
    }

    private static int Encode(ReadOnlySpan<short> samples, Span<byte> bytes, bool isReversed)
    {
        bytes = Room.For(checked(samples.Length * sizeof(short)), bytes);
        Copy(samples, MemoryMarshal.Cast<byte, short>(bytes), isReversed);
        return bytes.Length;
    }

    private static void Copy(ReadOnlySpan<short> source, Span<short> destination, bool isReversed)
    {
        if (isReversed)
            BinaryPrimitives.ReverseEndianness(source, destination);
        else
            source.CopyTo(destination);
    }
}
