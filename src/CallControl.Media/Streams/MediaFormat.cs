namespace CallControl.Media;

/// <summary>How streamed audio is encoded.</summary>
/// <param name="Encoding">The codec: one of <see cref="AudioEncodings"/>, another name of one, or another codec.</param>
/// <param name="SampleRate">Samples a second; of G.722 the RTP clock, 8000.</param>
/// <param name="Channels">Samples at one moment.</param>
public sealed record MediaFormat(string Encoding, int SampleRate, int Channels = 1)
{
    /// <summary>The codec's name, as in RTP: vendors' other names of it, such as <c>audio/x-mulaw</c>, become that; an unknown one is kept as it came.</summary>
    public string Encoding { get; init; } = AudioEncodings.Normalize(Encoding);

    /// <summary>G.711 µ-law, 8000 Hz, one channel: what telephony falls back to.</summary>
    public static MediaFormat Pcmu { get; } = new(AudioEncodings.Pcmu, 8000);

    /// <summary>G.711 A-law, 8000 Hz, one channel.</summary>
    public static MediaFormat Pcma { get; } = new(AudioEncodings.Pcma, 8000);

    /// <summary>Bytes a second; null where that changes with the sound (Opus, AMR-WB) or is not known.</summary>
    public int? BytesPerSecond => Encoding.ToUpperInvariant() switch
    {
        AudioEncodings.Pcmu or AudioEncodings.Pcma => SampleRate * Channels,
        AudioEncodings.G722 => 8000 * Channels,
        AudioEncodings.L16 => 2 * SampleRate * Channels,
        _ => null,
    };
}
