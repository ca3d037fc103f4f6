using System.Diagnostics.CodeAnalysis;

namespace CallControl.Media;

/// <summary>Between a stream's format and linear samples.</summary>
internal static class AudioCoding
{
    public const int MaxSampleRate = 192_000;
    public const int MaxChannels = 8;

    public static int Decode(MediaFormat? format, SampleByteOrder byteOrder, ReadOnlySpan<byte> audio, Span<short> samples) => NameOf(format) switch
    {
        AudioEncodings.Pcmu => G711.DecodeMulaw(audio, samples),
        AudioEncodings.Pcma => G711.DecodeAlaw(audio, samples),
        AudioEncodings.L16 when byteOrder == SampleByteOrder.BigEndian => LinearPcm.DecodeBigEndian(audio, samples),
        AudioEncodings.L16 => LinearPcm.DecodeLittleEndian(audio, samples),
        _ => Refuse(format),
    };

    public static int Encode(MediaFormat format, SampleByteOrder byteOrder, ReadOnlySpan<short> samples, Span<byte> audio) => NameOf(format) switch
    {
        AudioEncodings.Pcmu => G711.EncodeMulaw(samples, audio),
        AudioEncodings.Pcma => G711.EncodeAlaw(samples, audio),
        AudioEncodings.L16 when byteOrder == SampleByteOrder.BigEndian => LinearPcm.EncodeBigEndian(samples, audio),
        AudioEncodings.L16 => LinearPcm.EncodeLittleEndian(samples, audio),
        _ => Refuse(format),
    };

    /// <summary>The byte that silence consists of; null where it does not, so that nothing can be filled up.</summary>
    public static byte? SilenceOf(MediaFormat format) => NameOf(format) switch
    {
        AudioEncodings.Pcmu => G711.MulawSilence,
        AudioEncodings.Pcma => G711.AlawSilence,
        AudioEncodings.L16 => 0,
        _ => null,
    };

    /// <summary>Whether audio can be like that: what is beyond is a mistake, or malice.</summary>
    public static bool IsPlausible(MediaFormat format) => format is { SampleRate: > 0 and <= MaxSampleRate, Channels: > 0 and <= MaxChannels };

    private static string? NameOf(MediaFormat? format) => format?.Encoding.ToUpperInvariant();

    [DoesNotReturn]
    private static int Refuse(MediaFormat? format) => throw new NotSupportedException(
        $"{format?.Encoding ?? "Audio of unknown encoding"} is not coded here: {AudioEncodings.Pcmu}, {AudioEncodings.Pcma} and {AudioEncodings.L16} are. Use the bytes with a codec of your own.");
}
