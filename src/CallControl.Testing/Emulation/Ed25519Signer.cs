using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CallControl.Testing.Emulation;

/// <summary>
/// Signs with Ed25519 (RFC 8032, section 5.1). For emulated vendors only: it takes a different time for different keys, so no secret
/// that matters may be entrusted to it.
/// </summary>
/// <remarks>The base class library of .NET 10 has no Ed25519. One signature takes well under a millisecond.</remarks>
internal sealed class Ed25519Signer
{
    public const int SeedSize = 32;

    private const int WindowBits = 4;
    private const int Windows = 256 / WindowBits;

    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    private static readonly BigInteger Order =
        BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    private static readonly BigInteger D = Reduce(-121665 * Invert(121666));

    /// <summary><c>[i][j]</c> is <c>j * 16^i</c> times the base point.</summary>
    private static readonly Point[][] Multiples = Precompute();

    private readonly BigInteger _scalar;
    private readonly byte[] _prefix;
    private readonly byte[] _publicKey;

    public Ed25519Signer(ReadOnlySpan<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedSize, nameof(seed));
        var hash = SHA512.HashData(seed);
        hash[0] &= 0xF8;
        hash[31] &= 0x7F;
        hash[31] |= 0x40;
        _scalar = new BigInteger(hash.AsSpan(0, 32), isUnsigned: true);
        _prefix = hash[32..];
        _publicKey = Encode(MultiplyBase(_scalar));
    }

    /// <summary>The 32 bytes of the public key.</summary>
    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <summary>The 64 bytes of the signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var nonce = Hash(_prefix, [], message) % Order;
        var commitment = Encode(MultiplyBase(nonce));
        var response = (nonce + (Hash(commitment, _publicKey, message) * _scalar)) % Order;
        var signature = new byte[64];
        commitment.CopyTo(signature, 0);
        response.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);
        return signature;
    }

    private static BigInteger Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.AppendData(third);
        return new BigInteger(hash.GetHashAndReset(), isUnsigned: true);
    }

    private static Point MultiplyBase(BigInteger scalar)
    {
        Span<byte> bytes = stackalloc byte[32];
        bytes.Clear();
        scalar.TryWriteBytes(bytes, out _, isUnsigned: true);
        var sum = Point.Neutral;
        for (var window = 0; window < Windows; window++)
        {
            var digit = (bytes[window / 2] >> (window % 2 * WindowBits)) & 0xF;
            if (digit != 0)
                sum = Add(sum, Multiples[window][digit]);
        }

        return sum;
    }

    private static Point[][] Precompute()
    {
        // The base point of RFC 8032, section 5.1: y is 4/5, x the even root.
        var y = Reduce(4 * Invert(5));
        var x = RecoverEvenX(y);
        var power = new Point(x, y, BigInteger.One, Reduce(x * y));
        var table = new Point[Windows][];
        for (var window = 0; window < Windows; window++)
        {
            var row = new Point[1 << WindowBits];
            row[0] = Point.Neutral;
            for (var digit = 1; digit < row.Length; digit++)
                row[digit] = Add(row[digit - 1], power);
            table[window] = row;
            power = Add(row[^1], power);
        }

        return table;
    }

    private static BigInteger RecoverEvenX(BigInteger y)
    {
        var square = Reduce(((y * y) - 1) * Invert(Reduce((D * y * y) + 1)));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Reduce((x * x) - square) != 0)
            x = Reduce(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        return x.IsEven ? x : P - x;
    }

    /// <summary>RFC 8032, section 5.1.4; complete, so that it doubles as well.</summary>
    private static Point Add(Point left, Point right)
    {
        var a = (left.Y - left.X) * (right.Y - right.X) % P;
        var b = (left.Y + left.X) * (right.Y + right.X) % P;
        var c = left.T * right.T % P * 2 * D % P;
        var d = left.Z * right.Z * 2 % P;
        BigInteger e = b - a, f = d - c, g = d + c, h = b + a;
        return new Point(e * f % P, g * h % P, f * g % P, e * h % P);
    }

    private static byte[] Encode(Point point)
    {
        var inverse = Invert(Reduce(point.Z));
        var bytes = new byte[32];
        Reduce(point.Y * inverse).TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!Reduce(point.X * inverse).IsEven)
            bytes[31] |= 0x80;
        return bytes;
    }

    private static BigInteger Invert(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Reduce(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }

    /// <summary>Extended coordinates: x = X/Z, y = Y/Z, x*y = T/Z.</summary>
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
    {
        public static Point Neutral => new(BigInteger.Zero, BigInteger.One, BigInteger.One, BigInteger.Zero);
    }
}
