using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CallControl.Telnyx.Tests;

/// <summary>Ed25519 as RFC 8032, section 5.1 puts it, in plain big integers: slow, and independent of the code under test. Signs, too.</summary>
internal static class NaiveEd25519
{
    public static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    public static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    public static readonly BigInteger D = Mod(-121665 * Inverse(121666));

    private const int Size = 32;

    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly NaivePoint Neutral = new(0, 1, 1, 0);

    // [digit * 16^position]B
    private static readonly NaivePoint[][] BaseTable = TabulateBase();

    /// <summary>The eight points whose order divides 8, as multiples of one of order 8.</summary>
    public static readonly NaivePoint[] SmallOrder = FindSmallOrder();

    private static readonly byte[][] SmallOrderEncodings = [.. SmallOrder.Select(Encode)];

    public static byte[] PublicKey(byte[] seed) => Encode(MultiplyBase(Expand(seed).Scalar));

    /// <summary>Signs (RFC 8032, section 5.1.6).</summary>
    public static byte[] Sign(byte[] seed, byte[] message)
    {
        var (a, prefix) = Expand(seed);
        var r = FromBytes(SHA512.HashData([.. prefix, .. message])) % L;
        return Sign(a, Encode(MultiplyBase(a)), r, Encode(MultiplyBase(r)), message);
    }

    /// <summary>Completes a signature whose secrets, and the encodings of whose points, are chosen freely.</summary>
    public static byte[] Sign(BigInteger a, byte[] key, BigInteger r, byte[] encodedR, byte[] message)
    {
        var k = FromBytes(SHA512.HashData([.. encodedR, .. key, .. message])) % L;
        return [.. encodedR, .. ToBytes((r + (k * a)) % L)];
    }

    public static NaivePoint MultiplyBase(BigInteger scalar)
    {
        var bytes = ToBytes(scalar);
        var sum = Neutral;
        for (var i = 0; i < 2 * Size; i++)
            sum = Add(sum, BaseTable[i][(bytes[i / 2] >> (4 * (i % 2))) & 15]);

        return sum;
    }

    public static NaivePoint Multiply(BigInteger scalar, NaivePoint point)
    {
        var sum = Neutral;
        for (var bit = (int)scalar.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Add(sum, sum);
            if (!((scalar >> bit) & 1).IsZero)
                sum = Add(sum, point);
        }

        return sum;
    }

    public static NaivePoint Add(NaivePoint p, NaivePoint q)
    {
        var a = (p.Y - p.X) * (q.Y - q.X) % P;
        var b = (p.Y + p.X) * (q.Y + q.X) % P;
        var c = 2 * p.T * q.T % P * D % P;
        var d = 2 * p.Z * q.Z % P;
        return new NaivePoint((b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P);
    }

    public static byte[] Encode(NaivePoint point)
    {
        var scale = Inverse(point.Z);
        return Encode(Mod(point.Y * scale), !Mod(point.X * scale).IsEven);
    }

    /// <summary>Writes a y, which may be too large, and a sign, which may not fit.</summary>
    public static byte[] Encode(BigInteger y, bool isOdd) => ToBytes(y + (isOdd ? BigInteger.Pow(2, 255) : 0));

    /// <summary>Finds the point of a y below p, if there is one.</summary>
    public static bool TryFind(BigInteger y, bool isOdd, out NaivePoint point)
    {
        var square = Mod(((y * y) - 1) * Inverse((D * y * y) + 1));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (!Mod((x * x) - square).IsZero)
            x = x * RootOfMinusOne % P;
        if (x.IsEven == isOdd)
            x = Mod(-x);

        point = new NaivePoint(x, y, 1, x * y % P);
        return Mod((x * x) - square).IsZero && x.IsEven != isOdd;
    }

    /// <summary>Whether a key is canonical, on the curve, and not of small order.</summary>
    public static bool IsGoodKey(byte[] key)
    {
        var (y, isOdd) = (FromBytes(key) % BigInteger.Pow(2, 255), key[^1] >= 0x80);
        return y < P && TryFind(y, isOdd, out _) && !SmallOrderEncodings.Any(small => small.SequenceEqual(key));
    }

    public static BigInteger FromBytes(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    public static byte[] ToBytes(BigInteger value, int size = Size)
    {
        var bytes = new byte[size];
        return value.TryWriteBytes(bytes, out _, isUnsigned: true) ? bytes : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public static BigInteger Mod(BigInteger value) => ((value % P) + P) % P;

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static (BigInteger Scalar, byte[] Prefix) Expand(byte[] seed)
    {
        var hash = SHA512.HashData(seed);
        hash[0] &= 0xF8;
        hash[31] &= 0x7F;
        hash[31] |= 0x40;
        return (FromBytes(hash.AsSpan(0, Size)), hash[Size..]);
    }

    private static NaivePoint[][] TabulateBase()
    {
        TryFind(Mod(4 * Inverse(5)), isOdd: false, out var unit);
        var table = new NaivePoint[2 * Size][];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = new NaivePoint[16];
            table[i][0] = Neutral;
            for (var digit = 1; digit < 16; digit++)
                table[i][digit] = Add(table[i][digit - 1], unit);

            unit = Add(table[i][15], unit);
        }

        return table;
    }

    private static NaivePoint[] FindSmallOrder()
    {
        // L times any point leaves what it has of small order; one of two has all of it.
        for (var y = new BigInteger(2); ; y++)
        {
            if (!TryFind(y, isOdd: false, out var point))
                continue;

            var eighth = Multiply(L, point);
            if (Encode(Multiply(4, eighth)).SequenceEqual(Encode(Neutral)))
                continue;

            return [.. Enumerable.Range(0, 8).Select(i => Multiply(i, eighth))];
        }
    }
}
