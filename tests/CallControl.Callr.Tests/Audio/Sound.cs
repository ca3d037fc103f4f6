namespace CallControl.Callr.Tests;

/// <summary>Tones, and how loud what comes out of them is.</summary>
internal static class Sound
{
    // Half a tenth of a second on each side, where a tone begins and ends and therefore is none.
    private const int Edge = 400;

    public static short[] Sine(int rate, double frequency, double amplitude, double seconds) =>
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(n => (short)Math.Round(amplitude * Math.Sin(2 * Math.PI * frequency * n / rate)))];

    /// <summary>What is left away from the edges.</summary>
    public static ReadOnlySpan<short> Middle(short[] samples) => samples.AsSpan(Edge..^Edge);

    /// <summary>The root of the mean square away from the edges.</summary>
    public static double Rms(short[] samples) => Math.Sqrt(Middle(samples).ToArray().Average(sample => (double)sample * sample));

    /// <summary>The largest difference from a tone at 8000 Hz, away from the edges: of pitch, loudness and time at once.</summary>
    public static double DistanceFromSine(short[] samples, double frequency, double amplitude) => samples
        .Select((sample, n) => Math.Abs(sample - (amplitude * Math.Sin(2 * Math.PI * frequency * n / 8000))))
        .Skip(Edge)
        .SkipLast(Edge)
        .Max();

    /// <summary>The amplitude of one frequency at 8000 Hz (Goertzel's sum under a Hann window).</summary>
    public static double Amplitude(short[] samples, double frequency)
    {
        var (real, imaginary, weights) = (0.0, 0.0, 0.0);
        for (var n = 0; n < samples.Length; n++)
        {
            var weight = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / samples.Length));
            real += weight * samples[n] * Math.Cos(2 * Math.PI * frequency * n / 8000);
            imaginary += weight * samples[n] * Math.Sin(2 * Math.PI * frequency * n / 8000);
            weights += weight;
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / weights;
    }

    public static double Decibels(double value, double reference) => 20 * Math.Log10(value / reference);
}
