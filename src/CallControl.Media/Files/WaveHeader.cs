using System.Buffers.Binary;

namespace CallControl.Media;

/// <summary>What stands before the samples of a RIFF/WAVE file.</summary>
public static class WaveHeader
{
    /// <summary>The length of samples that nobody knows yet, as in files that are streamed: readers take what there is.</summary>
    public const uint UnknownLength = uint.MaxValue;

    private const int RiffLength = 12;
    private const int ChunkLength = 8;
    private const int PcmFormatLength = 16;
    private const int OtherFormatLength = 18;
    private const int FactLength = 4;

    /// <summary>How long a header is: 44 bytes for PCM, 58 for other encodings.</summary>
    /// <param name="encoding">How the samples are written.</param>
    public static int LengthOf(SampleEncoding encoding) =>
        WaveTags.Of(encoding) == WaveTags.Pcm
            ? RiffLength + ChunkLength + PcmFormatLength + ChunkLength
            : RiffLength + ChunkLength + OtherFormatLength + ChunkLength + FactLength + ChunkLength;

    /// <summary>The most bytes of samples that a file can have, as its lengths are numbers of 32 bits: a header less than 4 GB.</summary>
    /// <param name="encoding">How the samples are written.</param>
    public static long MaxDataLength(SampleEncoding encoding) => UnknownLength - 2L - (LengthOf(encoding) - ChunkLength);

    /// <summary>Writes a header. After it come the samples, and one byte more if their length is odd.</summary>
    /// <param name="header">Room for it: <see cref="LengthOf"/>.</param>
    /// <param name="encoding">How the samples are written.</param>
    /// <param name="channels">Samples a frame, one for each channel.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="dataLength">The length of the samples in bytes: up to <see cref="MaxDataLength"/>, or <see cref="UnknownLength"/>.</param>
    /// <returns>How long the header is.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    // "RIFF" length "WAVE" "fmt " 16 tag channels rate bytesPerSecond bytesPerFrame bitsPerSample "data" length
    // Encodings other than PCM: "fmt " 18 ... bitsPerSample 0 "fact" 4 frames "data" length
    public static int Write(Span<byte> header, SampleEncoding encoding, int channels, int rate, uint dataLength)
    {
        var length = LengthOf(encoding);
        header = Room.For(length, header);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, WaveReader.MaxChannels);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, WaveReader.MinRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, WaveReader.MaxRate);
        var isUnknown = dataLength == UnknownLength;
        if (!isUnknown)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(dataLength, MaxDataLength(encoding));

        var sampleBytes = SampleReader.BytesOf(encoding);
        var frameBytes = channels * sampleBytes;
        var tag = WaveTags.Of(encoding);
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], isUnknown ? UnknownLength : (uint)(length - ChunkLength) + dataLength + (dataLength & 1));
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], tag == WaveTags.Pcm ? PcmFormatLength : OtherFormatLength);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], tag);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], (ushort)channels);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], rate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], rate * frameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], (ushort)frameBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(header[34..], (ushort)(sampleBytes * 8));
        if (tag != WaveTags.Pcm)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(header[36..], 0);
            "fact"u8.CopyTo(header[38..]);
            BinaryPrimitives.WriteInt32LittleEndian(header[42..], FactLength);
            BinaryPrimitives.WriteUInt32LittleEndian(header[46..], isUnknown ? UnknownLength : dataLength / (uint)frameBytes);
        }

        "data"u8.CopyTo(header[^8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(header[^4..], dataLength);
        return length;
    }
}
