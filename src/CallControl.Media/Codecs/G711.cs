namespace CallControl.Media;

/// <summary>G.711 (RTP's PCMU and PCMA, RFC 3551, sections 4.5.14 and 6): A-law and µ-law codes to 16-bit samples and back.</summary>
/// <remarks>
/// Exact: the decoder's output values of tables 1 and 2 of ITU-T Rec. G.711 (11/1988), scaled to 16 bits, and the intervals between their decision values. A sample right on a
/// decision value, which the recommendation leaves open, takes the higher interval, as in the reference code of ITU-T Rec. G.191. What was decoded is encoded to
/// the same code, but for µ-law's negative zero (0x7F), which becomes the positive one (0xFF). Nothing is allocated; thread-safe.
/// </remarks>
public static class G711
{
    /// <summary>The A-law code of the smallest positive sample: what silence is filled with.</summary>
    public const byte AlawSilence = 0xD5;

    /// <summary>The µ-law code of zero: what silence is filled with.</summary>
    public const byte MulawSilence = 0xFF;

    private const int Codes = 256;

    // Bits of a negative sample's complement that no decision value needs, and how many values the others have.
    private const int AlawShift = 4;
    private const int MulawShift = 2;
    private const int Magnitudes = short.MaxValue + 1;

    private static readonly short[] AlawSamples = Table(Codes, static code => FromAlaw(code));
    private static readonly short[] MulawSamples = Table(Codes, static code => FromMulaw(code));
    private static readonly byte[] AlawCodes = Table(Magnitudes >> AlawShift, static magnitude => ToAlaw(magnitude));
    private static readonly byte[] MulawCodes = Table(Magnitudes >> MulawShift, static magnitude => ToMulaw(magnitude));

    /// <summary>The sample of an A-law code: ±8 to ±32256.</summary>
    /// <param name="code">As it is on the line.</param>
    public static short DecodeAlaw(byte code) => AlawSamples[code];

    /// <summary>The sample of a µ-law code: 0 to ±32124.</summary>
    /// <param name="code">As it is on the line.</param>
    public static short DecodeMulaw(byte code) => MulawSamples[code];

    /// <summary>The A-law code of a sample.</summary>
    /// <param name="sample">Any; from ±31744 on the code is that of ±32256.</param>
    public static byte EncodeAlaw(short sample) => Encode(AlawCodes, AlawShift, sample);

    /// <summary>The µ-law code of a sample.</summary>
    /// <param name="sample">Any; from ±31612 on the code is that of ±32124.</param>
    public static byte EncodeMulaw(short sample) => Encode(MulawCodes, MulawShift, sample);

    /// <summary>Decodes A-law.</summary>
    /// <param name="codes">The codes, such as an RTP payload of type 8.</param>
    /// <param name="samples">Room for a sample for each code; what is beyond stays as it is. Must not overlap <paramref name="codes"/>.</param>
    /// <returns>How many samples there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int DecodeAlaw(ReadOnlySpan<byte> codes, Span<short> samples) => Decode(AlawSamples, codes, samples);

    /// <summary>Decodes µ-law.</summary>
    /// <param name="codes">The codes, such as an RTP payload of type 0.</param>
    /// <param name="samples">Room for a sample for each code; what is beyond stays as it is. Must not overlap <paramref name="codes"/>.</param>
    /// <returns>How many samples there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int DecodeMulaw(ReadOnlySpan<byte> codes, Span<short> samples) => Decode(MulawSamples, codes, samples);

    /// <summary>Encodes A-law.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="codes">Room for a code for each sample; what is beyond stays as it is. Must not overlap <paramref name="samples"/>.</param>
    /// <returns>How many codes there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int EncodeAlaw(ReadOnlySpan<short> samples, Span<byte> codes)
    {
        codes = Room.For(samples.Length, codes);
        EncodeRest(AlawCodes, AlawShift, samples, codes, G711Vectors.EncodeAlaw(samples, codes));
        return codes.Length;
    }

    /// <summary>Encodes µ-law.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="codes">Room for a code for each sample; what is beyond stays as it is. Must not overlap <paramref name="samples"/>.</param>
    /// <returns>How many codes there are.</returns>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    public static int EncodeMulaw(ReadOnlySpan<short> samples, Span<byte> codes)
    {
        codes = Room.For(samples.Length, codes);
        EncodeRest(MulawCodes, MulawShift, samples, codes, G711Vectors.EncodeMulaw(samples, codes));
        return codes.Length;
    }

    private static int Decode(short[] table, ReadOnlySpan<byte> codes, Span<short> samples)
    {
        samples = Room.For(codes.Length, samples);
        for (var i = 0; i < samples.Length; i++)
            samples[i] = table[codes[i]];

        return samples.Length;
    }

    private static void EncodeRest(byte[] table, int shift, ReadOnlySpan<short> samples, Span<byte> codes, int first)
    {
        for (var i = first; i < codes.Length; i++)
            codes[i] = Encode(table, shift, samples[i]);
    }

    // The intervals below zero mirror those from zero on: one's complement finds the partner, and the code differs in its sign bit.
    private static byte Encode(byte[] table, int shift, short sample)
    {
        var sign = sample >> 15;
        return (byte)(table[(sample ^ sign) >> shift] ^ (sign & 0x80));
    }

    //  7 6 5 4 3 2 1 0     On the line every even bit is inverted (0x55).
    // |S|  seg  | step |   S = 1: positive. The value is the middle of its step; segments 0 and 1 have steps of 16, each further one twice as large.
    private static short FromAlaw(int code)
    {
        var bits = code ^ 0x55;
        var segment = (bits >> 4) & 7;
        var step = ((bits & 0x0F) << 4) + 8;
        var magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
        return (short)((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    // Of a positive sample without its last four bits: 16 steps, or a leading one, the number of whose place is the segment's, and four bits after it.
    private static byte ToAlaw(int magnitude)
    {
        var segment = Math.Max(1, int.Log2(magnitude) - 3);
        return (byte)((magnitude < 16 ? magnitude : (segment << 4) | ((magnitude >> (segment - 1)) & 0x0F)) ^ 0xD5);
    }

    //  7 6 5 4 3 2 1 0     On the line all bits are inverted.
    // |S|  seg  | step |   S = 1: negative. Segments follow each other without a gap once the bias of 33 (132 in 16 bits) is added.
    private static short FromMulaw(int code)
    {
        const int Bias = 33 << 2;
        var bits = ~code;
        var magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits >> 4) & 7)) - Bias;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    // Of a positive sample without its last two bits; the bias gives all of them a leading one. Above the last segment is the last code.
    private static byte ToMulaw(int magnitude)
    {
        var biased = Math.Min(magnitude + 33, 0x1FFF);
        var segment = int.Log2(biased) - 5;
        return (byte)~((segment << 4) | ((biased >> (segment + 1)) & 0x0F));
    }

    private static T[] Table<T>(int length, Func<int, T> value)
    {
        var table = new T[length];
        for (var i = 0; i < length; i++)
            table[i] = value(i);

        return table;
    }
}
