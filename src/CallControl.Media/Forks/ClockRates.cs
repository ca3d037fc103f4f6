using System.Globalization;

namespace CallControl.Media.Forks;

/// <summary>The clock of each payload type, in Hz.</summary>
internal sealed class ClockRates
{
    private const int Types = 128;
    private const int FirstDynamic = 96;
    private const int Usual = 8000;
    private const int Video = 90_000;
    private const int MaxRate = 1_000_000;

    private readonly int[] _rates = new int[Types];

    /// <param name="dynamicRate">The clock of a dynamic type; null for 8000 Hz.</param>
    /// <exception cref="ArgumentException">It gives a rate that is none.</exception>
    public ClockRates(Func<byte, int>? dynamicRate)
    {
        for (var type = 0; type < Types; type++)
            _rates[type] = type < FirstDynamic || dynamicRate is null ? Static(type) : Require(type, dynamicRate((byte)type));
    }

    /// <summary>The clock of a type from 0 to 127.</summary>
    public int this[byte payloadType] => _rates[payloadType];

    // RFC 3551, section 6, tables 4 and 5: those that differ from 8000 Hz. G.722 (9) does not, though it samples at 16000 Hz.
    private static int Static(int type) => type switch
    {
        6 => 16_000,
        10 or 11 => 44_100,
        16 => 11_025,
        17 => 22_050,
        14 or 25 or 26 or 28 or (>= 31 and <= 34) => Video,
        _ => Usual,
    };

    private static int Require(int type, int rate) => rate is >= 1 and <= MaxRate
        ? rate
        : throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"ClockRateOf must give 1 to {MaxRate} Hz; for payload type {type} it gives {rate}."), nameof(rate));
}
