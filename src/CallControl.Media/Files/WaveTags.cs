namespace CallControl.Media;

/// <summary>The registered format tags of WAVE files (RFC 2361).</summary>
internal static class WaveTags
{
    public const ushort Pcm = 1;
    public const ushort Float = 3;
    public const ushort Alaw = 6;
    public const ushort Mulaw = 7;

    /// <summary>Says that the tag is in the sub-format.</summary>
    public const ushort Extensible = 0xFFFE;

    public static SampleEncoding? Encoding(ushort tag, int bits) => (tag, bits) switch
    {
        (Pcm, 8) => SampleEncoding.Pcm8,
        (Pcm, 16) => SampleEncoding.Pcm16,
        (Pcm, 24) => SampleEncoding.Pcm24,
        (Pcm, 32) => SampleEncoding.Pcm32,
        (Float, 32) => SampleEncoding.FloatingPoint32,
        (Float, 64) => SampleEncoding.FloatingPoint64,
        (Alaw, 8) => SampleEncoding.Alaw,
        (Mulaw, 8) => SampleEncoding.Mulaw,
        _ => null,
    };

    public static ushort Of(SampleEncoding encoding) => encoding switch
    {
        SampleEncoding.FloatingPoint32 or SampleEncoding.FloatingPoint64 => Float,
        SampleEncoding.Alaw => Alaw,
        SampleEncoding.Mulaw => Mulaw,
        _ => Pcm,
    };
}
