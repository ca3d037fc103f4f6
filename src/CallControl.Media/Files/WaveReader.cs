using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CallControl.Media;

/// <summary>Reads RIFF/WAVE files that are small enough to be in memory.</summary>
/// <remarks>Total: whatever the bytes are, nothing throws, nothing is read that is not there, and no memory is taken for sizes that a header claims.</remarks>
public static class WaveReader
{
    /// <summary>The lowest rate that is read, in frames a second.</summary>
    public const int MinRate = 4000;

    /// <summary>The highest rate that is read, in frames a second.</summary>
    public const int MaxRate = 192_000;

    /// <summary>The most channels that are read.</summary>
    public const int MaxChannels = 8;

    private const int RiffHeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int FormatLength = 16;
    private const int ExtensibleFormatLength = 40;
    private const int SubFormatAt = 24;

    // What follows "WAVEFORMATEXTENSIBLE.SubFormat"'s first two bytes when these are a registered tag.
    private static ReadOnlySpan<byte> SubFormatTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Reads a file. Its samples are not copied.</summary>
    /// <param name="bytes">The file: PCM of 8, 16, 24 or 32 bits, floating point, or G.711.</param>
    /// <param name="file">What it holds. Of a file that breaks off, what there is; its frames may be none.</param>
    /// <param name="problem">Why it cannot be read, with numbers, as a clause that speaks of the audio as "it"; <see langword="null"/> if it can.</param>
    /// <returns>Whether it can be read.</returns>
    // file   = "RIFF" length:u32 "WAVE" *chunk      all numbers little-endian; the length is not needed, and wrong in files that were streamed
    // chunk  = id:4 length:u32 body [pad]           padded to an even length; "fmt " and "data" in either order, others are skipped
    // format = tag:u16 channels:u16 rate:u32 bytesPerSecond:u32 bytesPerFrame:u16 bitsPerSample:u16 [more]
    // more   = length:u16 validBits:u16 speakers:u32 subFormat:16     when the tag is 0xFFFE
    // A data chunk that is longer than the file, as those of unknown length are (0xFFFFFFFF), ends with it.
    public static bool TryRead(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out WaveFile? file, [NotNullWhen(false)] out string? problem)
    {
        file = null;
        var span = bytes.Span;
        if (span.Length < RiffHeaderLength || !span.StartsWith("RIFF"u8) || !span[8..].StartsWith("WAVE"u8))
        {
            problem = "it is not a RIFF/WAVE file";
            return false;
        }

        ReadOnlySpan<byte> format = default;
        ReadOnlyMemory<byte>? data = null;
        var position = (long)RiffHeaderLength;
        while (position + ChunkHeaderLength <= span.Length && (format.IsEmpty || data is null))
        {
            var header = span.Slice((int)position, ChunkHeaderLength);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            position += ChunkHeaderLength;
            var body = bytes.Slice((int)position, (int)Math.Min(length, span.Length - position));
            if (header.StartsWith("fmt "u8) && format.IsEmpty)
                format = body.Span;
            else if (header.StartsWith("data"u8))
                data ??= body;

            position += (long)length + (length & 1);
        }

        if (data is null || format.Length < FormatLength)
        {
            problem = format.Length < FormatLength ? "it is a RIFF/WAVE file without a complete 'fmt ' chunk" : "it is a RIFF/WAVE file without a 'data' chunk";
            return false;
        }

        return TryDescribe(format, data.Value, out file, out problem);
    }

    private static bool TryDescribe(
        ReadOnlySpan<byte> format, ReadOnlyMemory<byte> data, [NotNullWhen(true)] out WaveFile? file, [NotNullWhen(false)] out string? problem)
    {
        file = null;
        var tag = Tag(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(format[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        if (WaveTags.Encoding(tag, bits) is not { } encoding)
            problem = $"its encoding (format {tag} of {bits} bits a sample) cannot be converted; PCM of 8, 16, 24 or 32 bits, floating point and G.711 can";
        else if (channels is 0 or > MaxChannels)
            problem = $"it has {channels} channels; 1 to {MaxChannels} can be mixed";
        else if (rate is < MinRate or > MaxRate)
            problem = $"it has {rate} samples a second; {MinRate} to {MaxRate} can be converted";
        else if (frameBytes != channels * SampleReader.BytesOf(encoding))
            problem = $"its {channels} channels of {bits} bits do not make the {frameBytes} bytes that it calls a frame";
        else
            (problem, file) = (null, new WaveFile(encoding, channels, (int)rate, data));

        return file is not null;
    }

    private static ushort Tag(ReadOnlySpan<byte> format)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (tag != WaveTags.Extensible || format.Length < ExtensibleFormatLength)
            return tag;

        var subFormat = format[SubFormatAt..ExtensibleFormatLength];
        return subFormat[2..].SequenceEqual(SubFormatTail) ? BinaryPrimitives.ReadUInt16LittleEndian(subFormat) : tag;
    }
}
