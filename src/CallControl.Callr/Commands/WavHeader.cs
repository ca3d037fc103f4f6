using System.Buffers.Binary;
using System.Globalization;

namespace CallControl.Callr;

/// <summary>What the head of a WAV file says of the sound in it.</summary>
/// <param name="IsPcm">Whether it is linear PCM.</param>
/// <param name="SampleRateHz">Samples a second.</param>
/// <param name="BitsPerSample">Bits of a sample.</param>
/// <param name="Channels">Channels.</param>
internal readonly record struct WavHeader(bool IsPcm, uint SampleRateHz, int BitsPerSample, int Channels)
{
    /// <summary>What the vendor plays.</summary>
    public const string Wanted = "a WAV file of PCM, 8000 Hz, 16 bit, one channel";

    private const int ChunkHead = 8;
    private const int FormatLength = 16;
    private const ushort Pcm = 1;

    /// <summary>Whether it is what the vendor plays.</summary>
    public bool IsTelephone => this is { IsPcm: true, SampleRateHz: 8_000, BitsPerSample: 16, Channels: 1 };

    // Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0" (RIFF); all numbers little endian.
    //
    //   file  = "RIFF" length:u32 "WAVE" { chunk }
    //   chunk = id:4 length:u32 bytes [pad to an even length]
    //   "fmt " = format:u16 channels:u16 samples a second:u32 bytes a second:u32 bytes a block:u16 bits a sample:u16 ...
    //   "data" = samples
    //
    // Chunks of other names are passed over. What the file says of its own length, and the data of its, is not relied on: those who write to a stream do not know it.

    /// <summary>Reads the head. Total: whatever the bytes are, it returns.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="header">What it says.</param>
    /// <returns>False where it is no WAV file, or holds no sound.</returns>
    public static bool TryRead(ReadOnlySpan<byte> file, out WavHeader header)
    {
        header = default;
        if (file.Length < 12 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WAVE"u8))
            return false;

        var isFormatKnown = false;
        var rest = file[12..];
        while (rest.Length > ChunkHead)
        {
            var id = rest[..4];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            rest = rest[ChunkHead..];
            if (id.SequenceEqual("data"u8))
                return isFormatKnown && length > 0;

            if (id.SequenceEqual("fmt "u8) && length >= FormatLength && rest.Length >= FormatLength)
            {
                header = ReadFormat(rest);
                isFormatKnown = true;
            }

            var padded = (long)length + (length & 1);
            if (padded > rest.Length)
                return false;

            rest = rest[(int)padded..];
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsPcm ? "PCM" : "not PCM")}, {SampleRateHz} Hz, {BitsPerSample} bit, {Channels} channel(s)");

    private static WavHeader ReadFormat(ReadOnlySpan<byte> format) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(format) == Pcm,
        BinaryPrimitives.ReadUInt32LittleEndian(format[4..]),
        BinaryPrimitives.ReadUInt16LittleEndian(format[14..]),
        BinaryPrimitives.ReadUInt16LittleEndian(format[2..]));
}
