using System.Buffers.Binary;

namespace CallControl.Callr.Tests;

/// <summary>RIFF/WAVE files, chunk by chunk, right or wrong.</summary>
internal sealed class WaveBuilder
{
    public const ushort Pcm = 1;
    public const ushort Float = 3;
    public const ushort Alaw = 6;
    public const ushort Mulaw = 7;
    public const ushort Extensible = 0xFFFE;

    private readonly List<byte> _chunks = [];

    /// <summary>A file of 16-bit samples, interleaved.</summary>
    public static byte[] Of(int rate, int channels, params ReadOnlySpan<short> samples) =>
        new WaveBuilder().Format(Pcm, channels, rate, 16).Data(Bytes(samples)).Build();

    public static byte[] Bytes(params ReadOnlySpan<short> samples)
    {
        var bytes = new byte[samples.Length * 2];
        for (var i = 0; i < samples.Length; i++)
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(i * 2), samples[i]);

        return bytes;
    }

    /// <summary>The samples of a file that CALLR plays, which has a header of 44 bytes.</summary>
    public static short[] Samples(ReadOnlySpan<byte> wav)
    {
        var samples = new short[(wav.Length - 44) / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(wav[(44 + (i * 2))..]);

        return samples;
    }

    public WaveBuilder Format(int tag, int channels, long rate, int bits, int? frameBytes = null, ReadOnlySpan<byte> more = default)
    {
        var body = new byte[16 + more.Length];
        var frame = frameBytes ?? channels * bits / 8;
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4), (uint)rate);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(8), unchecked((uint)(rate * frame)));
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(12), (ushort)frame);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(14), (ushort)bits);
        more.CopyTo(body.AsSpan(16));
        return Chunk("fmt "u8, body);
    }

    /// <summary>A format whose tag is the first part of a GUID.</summary>
    public WaveBuilder ExtensibleFormat(Guid subFormat, int channels, int rate, int bits) =>
        Format(Extensible, channels, rate, bits, more: [22, 0, (byte)bits, 0, 3, 0, 0, 0, .. subFormat.ToByteArray()]);

    public WaveBuilder Data(ReadOnlySpan<byte> body, uint? length = null) => Chunk("data"u8, body, length);

    public WaveBuilder Chunk(ReadOnlySpan<byte> id, ReadOnlySpan<byte> body, uint? length = null)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, length ?? (uint)body.Length);
        _chunks.AddRange([.. id, .. size, .. body]);
        if (body.Length % 2 != 0)
            _chunks.Add(0);

        return this;
    }

    public byte[] Build()
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, 4 + _chunks.Count);
        return [.. "RIFF"u8, .. size, .. "WAVE"u8, .. _chunks];
    }
}
