namespace CallControl.Media.Tests;

/// <summary>A law of G.711 as its tables tell it: decision values segment by segment, a code the number of an interval, its value the middle.</summary>
internal sealed class G711Law
{
    private readonly int[] _decisions;
    private readonly int _scale;
    private readonly Func<bool, int, byte> _code;

    private G711Law(int scale, int first, (int Steps, int Size)[] segments, Func<bool, int, byte> code)
    {
        List<int> decisions = [0, first];
        foreach (var (steps, size) in segments)
        {
            for (var step = 0; step < steps; step++)
                decisions.Add(decisions[^1] + size);
        }

        _decisions = [.. decisions];
        _scale = scale;
        _code = code;
    }

    /// <summary>Table 1: 13 bits; bits 2, 4, 6 and 8 inverted.</summary>
    public static G711Law A { get; } = new(
        8, 2, [(31, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128)], (isPositive, number) => (byte)((isPositive ? 128 + number : number) ^ 0b0101_0101));

    /// <summary>Table 2: 14 bits; the first interval is half as wide, as the one on the other side of zero is its other half.</summary>
    public static G711Law Mu { get; } = new(
        4, 1, [(15, 2), (16, 4), (16, 8), (16, 16), (16, 32), (16, 64), (16, 128), (16, 256)], (isPositive, number) => (byte)((isPositive ? 255 : 127) - number));

    private int Intervals => _decisions.Length - 1;

    public byte Encode(short sample)
    {
        // On a decision value, the higher of the two intervals.
        var number = 0;
        while (number < Intervals - 1 && (sample >= 0 ? sample >= _decisions[number + 1] * _scale : -sample > _decisions[number + 1] * _scale))
            number++;

        return _code(sample >= 0, number);
    }

    public short Decode(byte code)
    {
        for (var number = 0; number < Intervals; number++)
        {
            if (_code(true, number) == code)
                return (short)Middle(number);

            if (_code(false, number) == code)
                return (short)-Middle(number);
        }

        throw new ArgumentOutOfRangeException(nameof(code));
    }

    private int Middle(int number) => number == 0 && _decisions[1] == 1 ? 0 : (_decisions[number] + _decisions[number + 1]) * _scale / 2;
}
