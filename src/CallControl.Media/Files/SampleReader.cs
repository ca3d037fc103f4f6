using System.Buffers.Binary;

namespace CallControl.Media;

/// <summary>Samples of any encoding as numbers in the scale of 16-bit ones, so that these stay as they are.</summary>
internal static class SampleReader
{
    private const float FullScale = 32768;

    public static int BytesOf(SampleEncoding encoding) => encoding switch
    {
        SampleEncoding.Pcm16 => 2,
        SampleEncoding.Pcm24 => 3,
        SampleEncoding.Pcm32 or SampleEncoding.FloatingPoint32 => 4,
        SampleEncoding.FloatingPoint64 => 8,
        _ => 1,
    };

    /// <summary>Mixes the channels of each frame down to their mean.</summary>
    /// <param name="encoding">How a sample is written.</param>
    /// <param name="channels">Samples a frame.</param>
    /// <param name="frames">As many frames as <paramref name="mono"/> has room for.</param>
    /// <param name="mono">A value for each frame.</param>
    public static void Read(SampleEncoding encoding, int channels, ReadOnlySpan<byte> frames, Span<float> mono)
    {
        var size = BytesOf(encoding);
        var position = 0;
        for (var frame = 0; frame < mono.Length; frame++)
        {
            var sum = 0f;
            for (var channel = 0; channel < channels; channel++)
            {
                sum += ReadOne(encoding, frames[position..]);
                position += size;
            }

            mono[frame] = sum / channels;
        }
    }

    /// <summary>The value of a sample.</summary>
    /// <param name="encoding">How it is written.</param>
    /// <param name="sample">It, and what follows.</param>
    public static float ReadOne(SampleEncoding encoding, ReadOnlySpan<byte> sample) => encoding switch
    {
        SampleEncoding.Pcm8 => (sample[0] - 128) * 256f,
        SampleEncoding.Pcm16 => BinaryPrimitives.ReadInt16LittleEndian(sample),
        SampleEncoding.Pcm24 => (sample[0] | (sample[1] << 8) | ((sbyte)sample[2] << 16)) / 256f,
        SampleEncoding.Pcm32 => BinaryPrimitives.ReadInt32LittleEndian(sample) / 65536f,
        SampleEncoding.FloatingPoint32 => FromUnit(BinaryPrimitives.ReadSingleLittleEndian(sample)),
        SampleEncoding.FloatingPoint64 => FromUnit(BinaryPrimitives.ReadDoubleLittleEndian(sample)),
        SampleEncoding.Alaw => G711.DecodeAlaw(sample[0]),
        _ => G711.DecodeMulaw(sample[0]),
    };

    // Beyond full scale is clipped, as a player would; what is no number is silence.
    private static float FromUnit(double value) => double.IsNaN(value) ? 0 : (float)Math.Clamp(value, -1, 1) * FullScale;
}
