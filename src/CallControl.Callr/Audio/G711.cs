namespace CallControl.Callr;

/// <summary>G.711 (ITU-T Rec. G.711, 11/1988) to linear samples: the decoder's output values of tables 1 and 2, scaled to 16 bits.</summary>
internal static class G711
{
    private const int Codes = 256;

    private static readonly short[] Alaw = [.. Enumerable.Range(0, Codes).Select(FromAlaw)];
    private static readonly short[] Mulaw = [.. Enumerable.Range(0, Codes).Select(FromMulaw)];

    /// <summary>The sample of an A-law code: ±8 to ±32256.</summary>
    public static short DecodeAlaw(byte code) => Alaw[code];

    /// <summary>The sample of a µ-law code: 0 to ±32124.</summary>
    public static short DecodeMulaw(byte code) => Mulaw[code];

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

    //  7 6 5 4 3 2 1 0     On the line all bits are inverted.
    // |S|  seg  | step |   S = 1: negative. Segments follow each other without a gap once the bias of 33 (132 in 16 bits) is added.
    private static short FromMulaw(int code)
    {
        const int Bias = 33 << 2;
        var bits = ~code;
        var magnitude = ((((bits & 0x0F) << 3) + Bias) << ((bits >> 4) & 7)) - Bias;
        return (short)((bits & 0x80) != 0 ? -magnitude : magnitude);
    }
}
