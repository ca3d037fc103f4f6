using System.Buffers.Binary;

namespace CallControl.Callr.Tests;

/// <summary>WAV files, made by hand.</summary>
internal static class Wav
{
    private static readonly byte[] Samples = [0x00, 0xFB, 0xEF, 0xBE, 0xFF, 0xFF];

    /// <summary>Three samples as the vendor wants them.</summary>
    public static byte[] Telephone() => File(Format(), Chunk("data", Samples));

    public static byte[] Format(ushort format = 1, ushort channels = 1, uint sampleRateHz = 8_000, ushort bits = 16)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), channels);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), sampleRateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), sampleRateHz * channels * bits / 8);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(12), (ushort)(channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(14), bits);
        return Chunk("fmt ", bytes);
    }

    public static byte[] Data() => Chunk("data", Samples);

    /// <summary>A chunk, padded to an even length.</summary>
    public static byte[] Chunk(string id, byte[] content, uint? length = null)
    {
        var bytes = new byte[8 + content.Length + (content.Length % 2)];
        System.Text.Encoding.ASCII.GetBytes(id, bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), length ?? (uint)content.Length);
        content.CopyTo(bytes, 8);
        return bytes;
    }

    public static byte[] File(params byte[][] chunks)
    {
        byte[] content = [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)];
        return Chunk("RIFF", content);
    }
}
