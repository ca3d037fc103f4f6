using System.Numerics;

namespace CallControl.Media;

/// <summary>Encodes G.711 many samples at a time: what a law does, a leading one's place and the four bits after it, is how a floating-point number is written.</summary>
/// <remarks>
/// Measured on x64 with vectors of 32 bytes: 160 samples take 17 ns instead of the 115 to 155 ns of a table. Decoding stays with its small table: 53 ns, vectors 26 ns.
/// </remarks>
internal static class G711Vectors
{
    // IEEE 754, single: |S|exponent:8, biased by 127|fraction:23|. Without the last 19 bits of the fraction: exponent and four bits.
    private const int FractionRest = 19;
    private const int ExponentBias = 127;
    private const int FractionBits = 4;

    /// <summary>Encodes A-law, as far as whole vectors go.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="codes">As many.</param>
    /// <returns>How many were encoded.</returns>
    public static int EncodeAlaw(ReadOnlySpan<short> samples, Span<byte> codes)
    {
        var done = 0;
        for (; Vector.IsHardwareAccelerated && done <= samples.Length - Vector<byte>.Count; done += Vector<byte>.Count)
        {
            var (low, high) = Load(samples[done..]);
            Vector.Narrow(Alaw(low), Alaw(high)).CopyTo(codes[done..]);
        }

        return done;
    }

    /// <summary>Encodes µ-law, as far as whole vectors go.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="codes">As many.</param>
    /// <returns>How many were encoded.</returns>
    public static int EncodeMulaw(ReadOnlySpan<short> samples, Span<byte> codes)
    {
        var done = 0;
        for (; Vector.IsHardwareAccelerated && done <= samples.Length - Vector<byte>.Count; done += Vector<byte>.Count)
        {
            var (low, high) = Load(samples[done..]);
            Vector.Narrow(Mulaw(low), Mulaw(high)).CopyTo(codes[done..]);
        }

        return done;
    }

    private static (Vector<short> Low, Vector<short> High) Load(ReadOnlySpan<short> samples) => (new(samples), new(samples[Vector<short>.Count..]));

    // Segment 1 begins with 16, a leading one in place 4; below, the magnitude is the step.
    private static Vector<ushort> Alaw(Vector<short> samples)
    {
        var sign = samples >> 15;
        var magnitude = (samples ^ sign) >> 4;
        var steps = Vector.ConditionalSelect(Vector.LessThan(magnitude, Vector.Create<short>(16)), magnitude, ExponentAndSteps(magnitude, 3));
        return Vector.AsVectorUInt16(steps ^ Vector.Create<short>(0xD5) ^ (sign & Vector.Create<short>(0x80)));
    }

    // Segment 0 begins with 33, a leading one in place 5.
    private static Vector<ushort> Mulaw(Vector<short> samples)
    {
        var sign = samples >> 15;
        var biased = Vector.Min(((samples ^ sign) >> 2) + Vector.Create<short>(33), Vector.Create<short>(0x1FFF));
        return Vector.AsVectorUInt16(ExponentAndSteps(biased, 5) ^ Vector.Create<short>(0xFF) ^ (sign & Vector.Create<short>(0x80)));
    }

    // A leading one in the place that counts as zero gives 0 to 15, in the next 16 to 31, and so on.
    private static Vector<short> ExponentAndSteps(Vector<short> magnitude, int zero)
    {
        Vector.Widen(magnitude, out var low, out var high);
        return Vector.Narrow(Bits(low), Bits(high)) - Vector.Create((short)((ExponentBias + zero) << FractionBits));
    }

    private static Vector<int> Bits(Vector<int> magnitude) => Vector.AsVectorInt32(Vector.ConvertToSingle(magnitude)) >> FractionRest;
}
