using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CallControl.Callr;

/// <summary>Recorded sound: the samples of a RIFF/WAVE file, or of a block without a header, and what they mean.</summary>
/// <param name="Encoding">How a sample is written.</param>
/// <param name="Channels">Samples a frame, one for each channel.</param>
/// <param name="Rate">Frames a second.</param>
/// <param name="Data">The frames; what is left of an incomplete last one does not count.</param>
internal readonly record struct WaveFile(SampleEncoding Encoding, int Channels, int Rate, ReadOnlyMemory<byte> Data)
{
    public const int MinRate = 4000;
    public const int MaxRate = 192_000;
    public const int MaxChannels = 8;

    private const int RiffHeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int FormatLength = 16;
    private const int ExtensibleFormatLength = 40;
    private const int SubFormatAt = 24;

    // The registered format tags (RFC 2361), and the one that says that the tag is in the sub-format.
    private const ushort PcmTag = 1;
    private const ushort FloatTag = 3;
    private const ushort AlawTag = 6;
    private const ushort MulawTag = 7;
    private const ushort ExtensibleTag = 0xFFFE;

    /// <summary>How many complete frames there are.</summary>
    public int Frames => Data.Length / FrameBytes;

    private int FrameBytes => Channels * SampleReader.BytesOf(Encoding);

    // What follows "WAVEFORMATEXTENSIBLE.SubFormat"'s first two bytes when these are a registered tag.
    private static ReadOnlySpan<byte> SubFormatTail => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Reads a file, whatever the bytes are. The samples are not copied.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">What it holds.</param>
    /// <param name="problem">Why it cannot be read, as a clause that speaks of the audio as "it".</param>
    // file   = "RIFF" length:u32 "WAVE" *chunk      all numbers little-endian; the length is not needed, and wrong in files that were streamed
    // chunk  = id:4 length:u32 body [pad]           padded to an even length; "fmt " and "data" in either order, others are skipped
    // format = tag:u16 channels:u16 rate:u32 bytesPerSecond:u32 bytesPerFrame:u16 bitsPerSample:u16 [more]
    // more   = length:u16 validBits:u16 speakers:u32 subFormat:16     when the tag is 0xFFFE
    // A data chunk that is longer than the file, as those of unknown length are (0xFFFFFFFF), ends with it.
    public static bool TryRead(ReadOnlyMemory<byte> bytes, out WaveFile file, [NotNullWhen(false)] out string? problem)
    {
        file = default;
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

    /// <summary>Reads frames as one channel, in the scale of 16-bit samples.</summary>
    /// <param name="first">The number of the first frame; frames before the first and after the last are silence.</param>
    /// <param name="mono">A value for each frame.</param>
    public void Read(long first, Span<float> mono)
    {
        mono.Clear();
        var begin = Math.Max(first, 0);
        var end = Math.Min(first + mono.Length, Frames);
        if (begin >= end)
            return;

        var frames = Data.Span[(int)(begin * FrameBytes)..(int)(end * FrameBytes)];
        SampleReader.Read(Encoding, Channels, frames, mono.Slice((int)(begin - first), (int)(end - begin)));
    }

    private static bool TryDescribe(ReadOnlySpan<byte> format, ReadOnlyMemory<byte> data, out WaveFile file, [NotNullWhen(false)] out string? problem)
    {
        file = default;
        var tag = Tag(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var rate = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var frameBytes = BinaryPrimitives.ReadUInt16LittleEndian(format[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        SampleEncoding? encoding = (tag, bits) switch
        {
            (PcmTag, 8) => SampleEncoding.Pcm8,
            (PcmTag, 16) => SampleEncoding.Pcm16,
            (PcmTag, 24) => SampleEncoding.Pcm24,
            (PcmTag, 32) => SampleEncoding.Pcm32,
            (FloatTag, 32) => SampleEncoding.Float32,
            (FloatTag, 64) => SampleEncoding.Float64,
            (AlawTag, 8) => SampleEncoding.Alaw,
            (MulawTag, 8) => SampleEncoding.Mulaw,
            _ => null,
        };
        if (encoding is not { } known)
            problem = $"its encoding (format {tag} of {bits} bits a sample) cannot be converted; PCM of 8, 16, 24 or 32 bits, floating point and G.711 can";
        else if (channels is 0 or > MaxChannels)
            problem = $"it has {channels} channels; 1 to {MaxChannels} can be mixed";
        else if (rate is < MinRate or > MaxRate)
            problem = $"it has {rate} samples a second; {MinRate} to {MaxRate} can be converted";
        else if (frameBytes != channels * SampleReader.BytesOf(known))
            problem = $"its {channels} channels of {bits} bits do not make the {frameBytes} bytes that it calls a frame";
        else
            problem = null;

        if (problem is not null)
            return false;

        file = new WaveFile(encoding!.Value, channels, (int)rate, data);
        return true;
    }

    private static ushort Tag(ReadOnlySpan<byte> format)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(format);
        if (tag != ExtensibleTag || format.Length < ExtensibleFormatLength)
            return tag;

        var subFormat = format[SubFormatAt..ExtensibleFormatLength];
        return subFormat[2..].SequenceEqual(SubFormatTail) ? BinaryPrimitives.ReadUInt16LittleEndian(subFormat) : tag;
    }
}
