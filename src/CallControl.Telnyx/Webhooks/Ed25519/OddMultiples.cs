namespace CallControl.Telnyx;

/// <summary>P, 3P, 5P, ...: what a point is added as while it is multiplied by a scalar in non-adjacent form.</summary>
internal sealed class OddMultiples
{
    private readonly EdwardsPoint.Addend[] _multiples;

    /// <summary>Computes the multiples.</summary>
    /// <param name="point">The point.</param>
    /// <param name="width">The width of the form, see <see cref="Scalar.WriteNonAdjacentForm"/>: 2^(width - 2) multiples.</param>
    public OddMultiples(in EdwardsPoint point, int width)
    {
        Width = width;
        _multiples = new EdwardsPoint.Addend[1 << (width - 2)];
        var twice = point.Double(keepT: true).ToAddend();
        var multiple = point;
        for (var i = 0; i < _multiples.Length; i++)
        {
            _multiples[i] = multiple.ToAddend();
            multiple = multiple.Add(twice);
        }
    }

    /// <summary>The width of the form that the multiples serve.</summary>
    public int Width { get; }

    /// <summary>Adds a multiple.</summary>
    /// <param name="sum">To what.</param>
    /// <param name="digit">Which: odd, or 0.</param>
    public EdwardsPoint AddTo(in EdwardsPoint sum, int digit) => digit switch
    {
        > 0 => sum.Add(_multiples[digit >> 1]),
        < 0 => sum.Subtract(_multiples[-digit >> 1]),
        _ => sum,
    };
}
