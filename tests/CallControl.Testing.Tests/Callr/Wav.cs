using System.Buffers.Binary;

namespace CallControl.Testing.Tests.Callr;

/// <summary>WAV files of silence.</summary>
internal static class Wav
{
    /// <summary>A file with so many samples, by default as the vendor takes them.</summary>
    public static byte[] Of(int samples, int rate = 8000, short bits = 16, short channels = 1, short coding = 1)
    {
        var frame = (short)(channels * bits / 8);
        var file = new byte[44 + samples * frame];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(20), coding);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), channels);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), rate * frame);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), frame);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), bits);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), samples * frame);
        return file;
    }
}
