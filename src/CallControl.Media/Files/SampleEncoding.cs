namespace CallControl.Media;

/// <summary>How the samples of a WAV file are written; all in little-endian order.</summary>
public enum SampleEncoding
{
    /// <summary>8 bits without a sign; silence is 128.</summary>
    Pcm8,

    /// <summary>16 bits with a sign.</summary>
    Pcm16,

    /// <summary>24 bits with a sign.</summary>
    Pcm24,

    /// <summary>32 bits with a sign.</summary>
    Pcm32,

    /// <summary>IEEE 754, 32 bits; full scale is 1.</summary>
    FloatingPoint32,

    /// <summary>IEEE 754, 64 bits; full scale is 1.</summary>
    FloatingPoint64,

    /// <summary>G.711 A-law.</summary>
    Alaw,

    /// <summary>G.711 µ-law.</summary>
    Mulaw,
}
