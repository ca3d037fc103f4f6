namespace CallControl.Media;

/// <summary>The codecs of streamed audio, named as in RTP (RFC 3551 and the codecs' own payload formats).</summary>
public static class AudioEncodings
{
    /// <summary>G.711 µ-law; <c>audio/x-mulaw</c> at some vendors.</summary>
    public const string Pcmu = "PCMU";

    /// <summary>G.711 A-law; <c>audio/x-alaw</c> at some vendors.</summary>
    public const string Pcma = "PCMA";

    /// <summary>G.722, 16 kHz of sound under an RTP clock of 8 kHz.</summary>
    public const string G722 = "G722";

    /// <summary>Opus, one packet a message.</summary>
    public const string Opus = "OPUS";

    /// <summary>AMR wideband.</summary>
    public const string AmrWideband = "AMR-WB";

    /// <summary>Linear 16-bit samples.</summary>
    public const string L16 = "L16";

    /// <summary>The codec's name here for a vendor's name of it, in any case: <c>audio/x-mulaw</c> is <see cref="Pcmu"/>. Others stay as they are.</summary>
    internal static string Normalize(string name)
    {
        var codec = name.ToUpperInvariant();
        codec = codec.StartsWith("AUDIO/", StringComparison.Ordinal) ? codec["AUDIO/".Length..] : codec;
        return codec switch
        {
            "X-MULAW" or "MULAW" or Pcmu => Pcmu,
            "X-ALAW" or "ALAW" or Pcma => Pcma,
            "X-L16" or L16 => L16,
            G722 or Opus or AmrWideband => codec,
            _ => name,
        };
    }
}
