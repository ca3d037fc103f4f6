using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CallControl.Media;

namespace CallControl.Callr;

/// <summary>Makes what CALLR plays as data of other audio: a RIFF/WAVE file of 16-bit PCM, 8000 Hz, mono.</summary>
/// <remarks>Source: the vendor's <c>play_wav_data</c>.</remarks>
internal static class WaveConverter
{
    private const int SampleBytes = sizeof(short);
    private const int MixedAtOnce = 16 * 1024;

    // Keeps the file's length within what an array can have, whatever is allowed.
    private const int MostFrames = 1 << 29;

    /// <summary>Converts audio, whatever the bytes are; memory is bounded by <paramref name="longest"/>. What is right already keeps its samples.</summary>
    /// <param name="bytes">The audio.</param>
    /// <param name="format">WAV (PCM, floating point or G.711, up to 8 channels, 4 to 192 kHz), or G.711 without a header.</param>
    /// <param name="longest">The longest duration that is taken.</param>
    /// <param name="wav">The file that the vendor plays, with a header of 44 bytes.</param>
    /// <param name="problem">Why it cannot be converted and what can, as a clause that speaks of the audio as "it".</param>
    public static bool TryConvert(
        ReadOnlyMemory<byte> bytes, AudioFormat format, TimeSpan longest, [NotNullWhen(true)] out byte[]? wav, [NotNullWhen(false)] out string? problem)
    {
        wav = null;
        if (!TryRead(bytes, format, out var file, out problem))
            return false;

        if (file.Frames == 0)
        {
            problem = "it holds no sound";
            return false;
        }

        var frames = Resampler.OutputFrames(file.Frames, file.Rate);
        if (frames > Math.Min(longest.TotalSeconds * Resampler.OutputRate, MostFrames))
        {
            problem = string.Create(
                CultureInfo.InvariantCulture,
                $"it is {(double)file.Frames / file.Rate:0.###} s long ({file.Frames} samples at {file.Rate} Hz); at most {longest.TotalSeconds:0.###} s are sent as data");
            return false;
        }

        wav = Convert(file, (int)frames);
        return true;
    }

    private static bool TryRead(ReadOnlyMemory<byte> bytes, AudioFormat format, [NotNullWhen(true)] out WaveFile? file, [NotNullWhen(false)] out string? problem)
    {
        if (format == AudioFormat.Wav)
            return WaveReader.TryRead(bytes, out file, out problem);

        SampleEncoding? encoding = format == AudioFormat.Alaw ? SampleEncoding.Alaw : format == AudioFormat.Mulaw ? SampleEncoding.Mulaw : null;
        file = encoding is { } raw ? new WaveFile(raw, 1, Resampler.OutputRate, bytes) : null;
        problem = encoding is null ? $"its format '{format}' cannot be converted; wav, mulaw and alaw can" : null;
        return file is not null;
    }

    private static byte[] Convert(WaveFile file, int frames)
    {
        var wav = new byte[WaveHeader.LengthOf(SampleEncoding.Pcm16) + (frames * SampleBytes)];
        var header = WaveHeader.Write(wav, SampleEncoding.Pcm16, 1, Resampler.OutputRate, (uint)(frames * SampleBytes));
        var samples = wav.AsSpan(header);
        if (file is { Encoding: SampleEncoding.Pcm16, Channels: 1, Rate: Resampler.OutputRate })
            file.Data.Span[..samples.Length].CopyTo(samples);
        else if (file.Rate == Resampler.OutputRate)
            Mix(file, samples);
        else
            new Resampler(file.Rate).Run(file, samples);

        return wav;
    }

    private static void Mix(WaveFile file, Span<byte> samples)
    {
        var block = new float[MixedAtOnce];
        for (var first = 0; first < file.Frames; first += block.Length)
        {
            file.ReadMono(first, block);
            for (var i = 0; i < Math.Min(block.Length, file.Frames - first); i++)
                Resampler.Write(samples, first + i, block[i]);
        }
    }
}
