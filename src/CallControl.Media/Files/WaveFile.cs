namespace CallControl.Media;

/// <summary>Recorded sound: the samples of a WAV file, or of a block without a header, and what they mean.</summary>
/// <remarks>Immutable as long as its data is not changed; thread-safe.</remarks>
public sealed class WaveFile
{
    /// <summary>Describes sound.</summary>
    /// <param name="encoding">How a sample is written.</param>
    /// <param name="channels">Samples a frame, one for each channel: 1 to <see cref="WaveReader.MaxChannels"/>.</param>
    /// <param name="rate">Frames a second: <see cref="WaveReader.MinRate"/> to <see cref="WaveReader.MaxRate"/>.</param>
    /// <param name="data">The frames. Not copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">The encoding is none, or a number is out of its range.</exception>
    public WaveFile(SampleEncoding encoding, int channels, int rate, ReadOnlyMemory<byte> data)
    {
        if (!Enum.IsDefined(encoding))
            throw new ArgumentOutOfRangeException(nameof(encoding), encoding, "The encoding is not one that is known.");

        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, WaveReader.MaxChannels);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, WaveReader.MinRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, WaveReader.MaxRate);
        Encoding = encoding;
        Channels = channels;
        Rate = rate;
        Data = data;
    }

    /// <summary>How a sample is written.</summary>
    public SampleEncoding Encoding { get; }

    /// <summary>Samples a frame, one for each channel.</summary>
    public int Channels { get; }

    /// <summary>Frames a second.</summary>
    public int Rate { get; }

    /// <summary>The frames, as they are written; what is left of an incomplete last one does not count.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>How many complete frames there are.</summary>
    public int Frames => Data.Length / FrameBytes;

    /// <summary>How long the sound is.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Frames / Rate);

    private int FrameBytes => Channels * SampleReader.BytesOf(Encoding);

    /// <summary>Reads frames as 16-bit samples, interleaved: one for each channel, then those of the next frame.</summary>
    /// <remarks>Wider samples are rounded to the nearest; what is beyond full scale is clipped, and what is no number is silence.</remarks>
    /// <param name="first">The number of the first frame, from 0 on.</param>
    /// <param name="samples">Room for the samples of whole frames; what is left of an incomplete last one is not touched.</param>
    /// <returns>How many frames were read: less than there is room for at the end of the sound, 0 beyond it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is negative.</exception>
    public int ReadInterleaved(int first, Span<short> samples)
    {
        var frames = Slice(first, samples.Length / Channels, out var count);
        if (Encoding == SampleEncoding.Pcm16)
        {
            LinearPcm.DecodeLittleEndian(frames, samples);
            return count;
        }

        var size = SampleReader.BytesOf(Encoding);
        for (var i = 0; i < count * Channels; i++)
            samples[i] = ToSample(SampleReader.ReadOne(Encoding, frames[(i * size)..]));

        return count;
    }

    /// <summary>Reads frames as 16-bit samples of one channel, the mean of all.</summary>
    /// <remarks>Rounded to the nearest; what is beyond full scale is clipped, and what is no number is silence.</remarks>
    /// <param name="first">The number of the first frame, from 0 on.</param>
    /// <param name="mono">Room for a sample for each frame.</param>
    /// <returns>How many frames were read: less than there is room for at the end of the sound, 0 beyond it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="first"/> is negative.</exception>
    public int ReadMono(int first, Span<short> mono)
    {
        const int AtOnce = 256;
        Span<float> block = stackalloc float[AtOnce];
        var frames = Slice(first, mono.Length, out var count);
        for (var done = 0; done < count; done += AtOnce)
        {
            var some = block[..Math.Min(AtOnce, count - done)];
            SampleReader.Read(Encoding, Channels, frames[(done * FrameBytes)..], some);
            for (var i = 0; i < some.Length; i++)
                mono[done + i] = ToSample(some[i]);
        }

        return count;
    }

    /// <summary>Reads frames as one channel, the mean of all, without rounding: in the scale of 16-bit samples, -32768 to 32768.</summary>
    /// <remarks>For filters, which reach beyond the sound's ends.</remarks>
    /// <param name="first">The number of the first frame; frames before the first and after the last are silence.</param>
    /// <param name="mono">A value for each frame.</param>
    public void ReadMono(long first, Span<float> mono)
    {
        mono.Clear();
        var begin = Math.Max(first, 0);
        var end = Math.Min(first + mono.Length, Frames);
        if (begin >= end)
            return;

        var frames = Data.Span[(int)(begin * FrameBytes)..(int)(end * FrameBytes)];
        SampleReader.Read(Encoding, Channels, frames, mono.Slice((int)(begin - first), (int)(end - begin)));
    }

    private ReadOnlySpan<byte> Slice(int first, int wanted, out int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        count = Math.Clamp(Frames - first, 0, wanted);
        return count == 0 ? default : Data.Span.Slice(first * FrameBytes, count * FrameBytes);
    }

    private static short ToSample(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);
}
