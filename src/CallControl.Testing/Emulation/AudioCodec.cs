using CallControl.Media;

namespace CallControl.Testing.Emulation;

/// <summary>
/// From the 8 kHz samples of a leg to a codec's bytes and back. Other rates are reached by repeating and leaving out samples, which is
/// enough to hear what was sent.
/// </summary>
internal sealed record AudioCodec
{
    private readonly bool _isBigEndian;

    private AudioCodec(string name, int sampleRate, bool isBigEndian) => (Name, SampleRate, _isBigEndian) = (name, sampleRate, isBigEndian);

    public string Name { get; }

    public int SampleRate { get; }

    /// <summary>PCMU or PCMA, both at 8 kHz, or L16 at any rate; null for any other, which the emulator has no code for.</summary>
    public static AudioCodec? Find(string name, int sampleRate, bool isBigEndian = false) => name switch
    {
        "PCMU" or "PCMA" => new AudioCodec(name, LegAudio.SampleRate, isBigEndian),
        "L16" => new AudioCodec(name, sampleRate, isBigEndian),
        _ => null,
    };

    public byte[] Encode(ReadOnlySpan<short> samples)
    {
        byte[] bytes;
        switch (Name)
        {
            case "PCMU":
                bytes = new byte[samples.Length];
                G711.EncodeMulaw(samples, bytes);
                break;
            case "PCMA":
                bytes = new byte[samples.Length];
                G711.EncodeAlaw(samples, bytes);
                break;
            default:
                var stretched = Resample(samples, LegAudio.SampleRate, SampleRate);
                bytes = new byte[stretched.Length * sizeof(short)];
                _ = _isBigEndian ? LinearPcm.EncodeBigEndian(stretched, bytes) : LinearPcm.EncodeLittleEndian(stretched, bytes);
                break;
        }

        return bytes;
    }

    public short[] Decode(ReadOnlySpan<byte> bytes)
    {
        short[] samples;
        switch (Name)
        {
            case "PCMU":
                samples = new short[bytes.Length];
                G711.DecodeMulaw(bytes, samples);
                return samples;
            case "PCMA":
                samples = new short[bytes.Length];
                G711.DecodeAlaw(bytes, samples);
                return samples;
            default:
                samples = new short[bytes.Length / sizeof(short)];
                var whole = bytes[..(samples.Length * sizeof(short))];
                _ = _isBigEndian ? LinearPcm.DecodeBigEndian(whole, samples) : LinearPcm.DecodeLittleEndian(whole, samples);
                return Resample(samples, SampleRate, LegAudio.SampleRate);
        }
    }

    private static short[] Resample(ReadOnlySpan<short> samples, int from, int to)
    {
        var resampled = new short[(long)samples.Length * to / from];
        for (var i = 0; i < resampled.Length; i++)
            resampled[i] = samples[(int)((long)i * from / to)];
        return resampled;
    }
}
