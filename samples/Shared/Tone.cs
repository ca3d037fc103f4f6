namespace Samples;

/// <summary>Makes a tone, and hears one. 8000 samples a second.</summary>
public static class Tone
{
    public const int Rate = 8000;

    private const double Amplitude = 8000;

    /// <summary>A tone of so many hertz.</summary>
    public static short[] Make(int hertz, TimeSpan duration)
    {
        var samples = new short[(int)(duration.TotalSeconds * Rate)];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = (short)(Amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate));

        return samples;
    }

    /// <summary>Whether that tone is most of what sounds (Goertzel's algorithm: the energy at one frequency).</summary>
    public static bool IsIn(ReadOnlySpan<short> samples, int hertz)
    {
        var coefficient = 2 * Math.Cos(2 * Math.PI * hertz / Rate);
        double previous = 0, beforeThat = 0, all = 0;
        foreach (var sample in samples)
        {
            all += (double)sample * sample;
            (previous, beforeThat) = (sample + (coefficient * previous) - beforeThat, previous);
        }

        var power = (previous * previous) + (beforeThat * beforeThat) - (coefficient * previous * beforeThat);
        var loudEnough = samples.Length * Amplitude * Amplitude / 8;
        return all > loudEnough && power > all * samples.Length / 4;
    }
}
