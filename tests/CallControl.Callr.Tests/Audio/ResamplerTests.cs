namespace CallControl.Callr.Tests;

/// <summary>What becomes of tones: those of a telephone stay, those that 8000 Hz cannot hold vanish.</summary>
public sealed class ResamplerTests
{
    private const double Loud = 20_000;

    public static TheoryData<int> Rates => [4000, 5000, 7999, 8001, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_099, 44_100, 48_000, 88_200, 96_000, 191_999, 192_000];

    [Theory]
    [MemberData(nameof(Rates))]
    public void Convert_ToneWithinTheBand_IsTheSameToneInTime(int rate)
    {
        var output = Convert(rate, Sound.Sine(rate, 1000, Loud, 0.5));

        output.Should().HaveCount((int)Math.Ceiling((int)(rate * 0.5) * 8000.0 / rate));
        Sound.DistanceFromSine(output, 1000, Loud).Should().BeLessThan(6, "that is -70 dB");
    }

    [Theory]
    [InlineData(11_025, 3300)]
    [InlineData(16_000, 300)]
    [InlineData(44_100, 3300)]
    [InlineData(48_000, 3300)]
    [InlineData(192_000, 3300)]
    [InlineData(4000, 1650)]
    public void Convert_ToneNearTheEndOfTheBand_KeepsItsLoudness(int rate, double frequency)
    {
        var output = Convert(rate, Sound.Sine(rate, frequency, Loud, 0.5));

        Sound.Decibels(Sound.Amplitude(output, frequency), Loud).Should().BeApproximately(0, 0.05);
    }

    [Theory]
    [InlineData(48_000, 4050)]
    [InlineData(48_000, 5000)]
    [InlineData(48_000, 6000)]
    [InlineData(48_000, 8000)]
    [InlineData(48_000, 9000)]
    [InlineData(48_000, 23_000)]
    [InlineData(44_100, 6000)]
    [InlineData(44_100, 15_000)]
    [InlineData(16_000, 7000)]
    [InlineData(11_025, 5000)]
    [InlineData(192_000, 90_000)]
    public void Convert_ToneThatWouldFoldBack_IsSilenced(int rate, double frequency)
    {
        var output = Convert(rate, Sound.Sine(rate, frequency, Loud, 0.5));

        Sound.Decibels(Sound.Rms(output) + 0.01, Loud / Math.Sqrt(2)).Should().BeLessThan(-75);
    }

    [Fact]
    public void Convert_ToHigherRate_AddsNoMirrorOfTheTone()
    {
        var output = Convert(4000, Sound.Sine(4000, 1000, Loud, 0.5));

        Sound.Decibels(Sound.Amplitude(output, 3000) + 0.01, Loud).Should().BeLessThan(-75);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Convert_Constant_StaysTheSameAndFallsOffAtTheEdges(int rate)
    {
        var output = Convert(rate, [.. Enumerable.Repeat((short)12_345, rate / 2)]);

        Sound.Middle(output).ToArray().Should().OnlyContain(sample => Math.Abs(sample - 12_345) <= 1);
        ((int)output[0]).Should().BeInRange(12_345 / 2, 12_000, "what comes before is silence");
        output.Should().OnlyContain(sample => sample > 4000 && sample < 12_345 * 1.15, "a low-pass overshoots a jump by an eighth");
    }

    [Fact]
    public void Convert_Impulse_SpreadsEvenlyToBothSidesAndKeepsItsSum()
    {
        var input = new short[4800];
        input[2400] = 30_000;

        var output = Convert(48_000, input);

        output[400].Should().Be(output.Max());
        Enumerable.Range(1, 100).Should().OnlyContain(n => output[400 - n] == output[400 + n]);
        output.Sum(sample => sample).Should().BeCloseTo(30_000 / 6, 30);
    }

    [Fact]
    public void Convert_MoreThanOneBlock_HasNoSeam()
    {
        var output = Convert(44_100, Sound.Sine(44_100, 440, Loud, 3));

        Sound.DistanceFromSine(output, 440, Loud).Should().BeLessThan(6);
    }

    [Fact]
    public void Convert_FullScaleSquare_SaturatesInsteadOfTurningOver()
    {
        short[] input = [.. Enumerable.Range(0, 24_000).Select(n => n / 48 % 2 == 0 ? short.MaxValue : short.MinValue)];

        var output = Convert(48_000, input);

        output.Should().Contain(short.MaxValue).And.Contain(short.MinValue);
        for (var n = 400; n < output.Length - 400; n++)
        {
            // Away from the jumps, every 8 samples, the sign is the square's.
            if (n % 8 is > 1 and < 7)
                Math.Sign(output[n]).Should().Be(n / 8 % 2 == 0 ? 1 : -1, "at {0}", n);
        }
    }

    [Theory]
    [InlineData(1, 4000, 2)]
    [InlineData(1, 8000, 1)]
    [InlineData(1, 192_000, 1)]
    [InlineData(24, 192_000, 1)]
    [InlineData(25, 192_000, 2)]
    [InlineData(44_100, 44_100, 8000)]
    [InlineData(int.MaxValue, 4000, 4_294_967_294)]
    public void OutputFrames_OfSoMany_LosesNone(int frames, int rate, long expected)
    {
        Resampler.OutputFrames(frames, rate).Should().Be(expected);
    }

    private static short[] Convert(int rate, short[] samples)
    {
        WaveConverter.TryConvert(WaveBuilder.Of(rate, 1, samples), AudioFormat.Wav, TimeSpan.FromMinutes(1), out var wav, out var problem).Should().BeTrue(problem);
        return WaveBuilder.Samples(wav);
    }
}
