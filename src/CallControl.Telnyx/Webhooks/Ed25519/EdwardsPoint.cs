using System.Runtime.InteropServices;

namespace CallControl.Telnyx;

/// <summary>A point of edwards25519, -x^2 + y^2 = 1 + d x^2 y^2, in extended coordinates: x = X/Z, y = Y/Z, xy = T/Z (RFC 8032, section 5.1.4).</summary>
/// <remarks>The formulas hold for all points of the curve, those of small order and equal ones too; there are no special cases.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct EdwardsPoint
{
    public const int Size = FieldElement.Size;

    private const byte SignBit = 0x80;

    private static readonly FieldElement D = (FieldElement.Zero - new FieldElement(121665)) * new FieldElement(121666).Invert();
    private static readonly FieldElement TwiceD = (D + D) * FieldElement.One;

    // 2^((p - 1) / 4)
    private static readonly FieldElement RootOfMinusOne = new FieldElement(2).ToTheEighth().Square() * new FieldElement(2);

    private readonly FieldElement _x;
    private readonly FieldElement _y;
    private readonly FieldElement _z;

    // Not kept by every doubling, see Double.
    private readonly FieldElement _t;

    private EdwardsPoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
    {
        _x = x;
        _y = y;
        _z = z;
        _t = t;
    }

    /// <summary>The neutral point (0, 1).</summary>
    public static EdwardsPoint Neutral { get; } = new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The base point: y = 4/5, x even.</summary>
    public static EdwardsPoint Base { get; } =
        TryRecover(new FieldElement(4) * new FieldElement(5).Invert(), isOdd: false, out var point) ? point : throw new InvalidOperationException();

    /// <summary>Whether eight times the point is the neutral one.</summary>
    public bool IsOfSmallOrder
    {
        get
        {
            var eightfold = Double(keepT: false).Double(keepT: false).Double(keepT: false);
            return eightfold._x.IsZero && (eightfold._y - eightfold._z).IsZero;
        }
    }

    /// <summary>Reads a point (RFC 8032, section 5.1.3).</summary>
    /// <returns>False where y is not below p, no point has that y, or x is 0 and said to be odd.</returns>
    public static bool TryRead(ReadOnlySpan<byte> encoding, out EdwardsPoint point)
    {
        point = default;
        if (encoding.Length != Size)
            return false;

        var y = FieldElement.Read(encoding);
        return TryRecover(y, (encoding[^1] & SignBit) != 0, out point) && point.IsWrittenAs(encoding);
    }

    /// <summary>Whether these bytes are how the point is written: the only encoding that counts.</summary>
    public bool IsWrittenAs(ReadOnlySpan<byte> encoding)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var scale = _z.Invert();
        (_y * scale).WriteTo(bytes);
        if ((_x * scale).IsOdd)
            bytes[^1] |= SignBit;

        return bytes.SequenceEqual(encoding);
    }

    public EdwardsPoint Negate() => new((FieldElement.Zero - _x) * FieldElement.One, _y, _z, (FieldElement.Zero - _t) * FieldElement.One);

    /// <summary>Twice the point.</summary>
    /// <param name="keepT">Whether T is needed: by <see cref="Add"/> and <see cref="Subtract"/>, not by another doubling.</param>
    public EdwardsPoint Double(bool keepT)
    {
        var xx = _x.Square();
        var yy = _y.Square();
        var zz = _z.Square();
        var sum = xx + yy;
        var xy = (_x + _y).Square() - sum;
        var difference = yy - xx;
        var rest = zz + zz + xx - yy;
        return new EdwardsPoint(xy * rest, difference * sum, rest * difference, keepT ? xy * sum : default);
    }

    public EdwardsPoint Add(in Addend addend)
    {
        var a = (_y - _x) * addend.YMinusX;
        var b = (_y + _x) * addend.YPlusX;
        var c = _t * addend.TwiceDT;
        var zz = _z * addend.Z;
        return Sum(a, b, zz + zz - c, zz + zz + c);
    }

    public EdwardsPoint Subtract(in Addend addend)
    {
        var a = (_y - _x) * addend.YPlusX;
        var b = (_y + _x) * addend.YMinusX;
        var c = _t * addend.TwiceDT;
        var zz = _z * addend.Z;
        return Sum(a, b, zz + zz + c, zz + zz - c);
    }

    /// <summary>The point, made ready to be added many times.</summary>
    public Addend ToAddend() => new(_y + _x, _y - _x, _z, _t * TwiceD);

    private static EdwardsPoint Sum(in FieldElement a, in FieldElement b, in FieldElement f, in FieldElement g)
    {
        var e = b - a;
        var h = b + a;
        return new EdwardsPoint(e * f, g * h, f * g, e * h);
    }

    private static bool TryRecover(in FieldElement y, bool isOdd, out EdwardsPoint point)
    {
        // x^2 = u/v; if u/v has a root it is u v^3 (u v^7)^((p - 5) / 8), or that times the root of -1.
        var yy = y.Square();
        var u = (yy - FieldElement.One) * FieldElement.One;
        var v = (D * yy) + FieldElement.One;
        var vvv = v.Square() * v;
        var x = u * vvv * (u * vvv.Square() * v).ToTheEighth();
        var vxx = v * x.Square();
        if (!(vxx - u).IsZero)
        {
            x *= RootOfMinusOne;
            if (!(vxx + u).IsZero)
            {
                point = default;
                return false;
            }
        }

        if (x.IsOdd != isOdd)
            x = (FieldElement.Zero - x) * FieldElement.One;

        point = new EdwardsPoint(x, y, FieldElement.One, x * y);
        return true;
    }

    /// <summary>What adding a point takes of it.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly struct Addend(in FieldElement yPlusX, in FieldElement yMinusX, in FieldElement z, in FieldElement twiceDT)
    {
        public readonly FieldElement YPlusX = yPlusX;
        public readonly FieldElement YMinusX = yMinusX;
        public readonly FieldElement Z = z;
        public readonly FieldElement TwiceDT = twiceDT;
    }
}
