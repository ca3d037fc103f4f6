using System.Buffers.Binary;
using System.Numerics;
using CallControl.Media;

namespace CallControl.Callr;

/// <summary>Brings sound to 8000 frames a second: a polyphase low-pass of windowed sinc, without delay, for one rate.</summary>
/// <remarks>
/// Up to 84 % of half the lower of the two rates (3.36 kHz of 4 kHz) passes unchanged; from that half on everything is 80 dB down. Before the first and
/// after the last frame is silence. Not thread-safe.
/// </remarks>
internal sealed class Resampler
{
    public const int OutputRate = 8000;

    // Zero crossings of the sinc to each side, and the middle of its transition band, which is as wide as window and crossings make it (Kaiser's formula).
    private const int Crossings = 32;
    private const double Cutoff = 0.92;
    private const double KaiserBeta = 7.857;

    // Moments between two frames, of those that a frame of output has: as exact as the filter is, which keeps the tables of odd rates small.
    private const int Moments = 16 * 1024;
    private const int BlockFrames = 16 * 1024;

    private readonly int _up;
    private readonly int _down;
    private readonly int _half;
    private readonly double _cutoff;
    private readonly float[]?[] _phases;

    /// <summary>Prepares for a rate.</summary>
    /// <param name="rate">Frames a second of what comes in.</param>
    public Resampler(int rate)
    {
        var divisor = (int)BigInteger.GreatestCommonDivisor(rate, OutputRate);
        _up = OutputRate / divisor;
        _down = rate / divisor;
        var scale = Math.Max(1, (double)rate / OutputRate);
        _half = (int)Math.Ceiling(Crossings * scale);
        _cutoff = Cutoff / scale;
        _phases = new float[]?[(int)Math.Min(_up, Moments / scale)];
    }

    /// <summary>How many frames become of so many: none is lost at the end.</summary>
    public static long OutputFrames(int frames, int rate) => (((long)frames * OutputRate) + rate - 1) / rate;

    /// <summary>Converts a whole file.</summary>
    /// <param name="file">Of this resampler's rate.</param>
    /// <param name="pcm">Room for a 16-bit sample for each of its <see cref="OutputFrames"/>.</param>
    public void Run(WaveFile file, Span<byte> pcm)
    {
        var block = new float[BlockFrames + (2 * _half)];
        var blockStart = long.MinValue / 2;
        for (var frame = 0; frame < pcm.Length / sizeof(short); frame++)
        {
            var (position, phase) = Locate(frame);
            var first = position - _half + 1;
            if (first + (2 * _half) > blockStart + block.Length)
            {
                blockStart = first;
                file.ReadMono(first, block);
            }

            var taps = _phases[phase] ??= Design((double)phase / _phases.Length);
            Write(pcm, frame, Dot(taps, block.AsSpan((int)(first - blockStart), taps.Length)));
        }
    }

    /// <summary>Writes the nearest 16-bit sample.</summary>
    /// <param name="pcm">The samples.</param>
    /// <param name="frame">Which of them.</param>
    /// <param name="value">Its value; beyond what 16 bits hold, the last that they do.</param>
    public static void Write(Span<byte> pcm, int frame, float value) =>
        BinaryPrimitives.WriteInt16LittleEndian(pcm[(frame * sizeof(short))..], (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue));

    // The last frame that comes in before one that goes out, and how far that lies behind it; to the nearest phase.
    private (long Position, int Phase) Locate(int frame)
    {
        var (position, rest) = Math.DivRem((long)frame * _down, _up);
        var phase = (int)(((rest * _phases.Length) + (_up / 2)) / _up);
        return phase < _phases.Length ? (position, phase) : (position + 1, 0);
    }

    // The weights of the frames around a moment that lies this share of a frame after one of them. Their sum is one: what is constant stays as it is.
    private float[] Design(double offset)
    {
        var taps = new double[2 * _half];
        for (var i = 0; i < taps.Length; i++)
        {
            var distance = i - _half + 1 - offset;
            taps[i] = Sinc(_cutoff * distance) * Kaiser(distance / _half);
        }

        var sum = taps.Sum();
        return Array.ConvertAll(taps, tap => (float)(tap / sum));
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double x) => Bessel(KaiserBeta * Math.Sqrt(Math.Max(0, 1 - (x * x)))) / Bessel(KaiserBeta);

    // The modified Bessel function of order zero, by its power series.
    private static double Bessel(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > sum * 1e-12; k++)
        {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }

        return sum;
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sums = Vector<float>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
            sums += new Vector<float>(left[i..]) * new Vector<float>(right[i..]);

        var sum = Vector.Sum(sums);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];

        return sum;
    }
}
