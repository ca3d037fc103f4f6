using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CallControl.Testing.Tests.Telnyx;

/// <summary>
/// Verifies Ed25519 signatures in projective coordinates with plain double-and-add: written apart from the signer, whose coordinates
/// and tables differ, so that both would have to err alike.
/// </summary>
internal static class Ed25519Check
{
    private static readonly BigInteger P = (BigInteger.One << 255) - 19;

    private static readonly BigInteger Order =
        (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);

    private static readonly BigInteger D = Modulo(-121665 * Inverse(121666));

    private static readonly (BigInteger X, BigInteger Y) Base = Decode(
        Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"))!.Value;

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64 || Decode(publicKey) is not { } key || Decode(signature[..32]) is not { } commitment)
            return false;
        var s = new BigInteger(signature[32..], isUnsigned: true);
        var challenge = new BigInteger(SHA512.HashData([.. signature[..32], .. publicKey, .. message]), isUnsigned: true) % Order;
        return s < Order && Multiply(Base, s) == Add(commitment, Multiply(key, challenge));
    }

    private static (BigInteger X, BigInteger Y)? Decode(ReadOnlySpan<byte> bytes)
    {
        var y = new BigInteger(bytes, isUnsigned: true);
        var isOdd = y >> 255 == 1;
        y &= (BigInteger.One << 255) - 1;
        var square = Modulo((y * y - 1) * Inverse(Modulo(D * y * y + 1)));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Modulo(x * x - square) != 0)
            x = Modulo(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        if (Modulo(x * x - square) != 0)
            return null;
        return (x.IsEven != isOdd ? x : P - x, y);
    }

    private static (BigInteger X, BigInteger Y) Multiply((BigInteger X, BigInteger Y) point, BigInteger scalar)
    {
        (BigInteger X, BigInteger Y, BigInteger Z) sum = (0, 1, 1);
        var power = (point.X, point.Y, Z: BigInteger.One);
        for (; scalar > 0; scalar >>= 1)
        {
            if (!scalar.IsEven)
                sum = Add(sum, power);
            power = Add(power, power);
        }

        return Affine(sum);
    }

    private static (BigInteger X, BigInteger Y) Add((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b) =>
        Affine(Add((a.X, a.Y, BigInteger.One), (b.X, b.Y, BigInteger.One)));

    private static (BigInteger X, BigInteger Y, BigInteger Z) Add(
        (BigInteger X, BigInteger Y, BigInteger Z) a, (BigInteger X, BigInteger Y, BigInteger Z) b)
    {
        var z = Modulo(a.Z * b.Z);
        var xx = Modulo(a.X * b.X);
        var yy = Modulo(a.Y * b.Y);
        var product = Modulo(D * xx * yy);
        var (minus, plus) = (Modulo(z * z - product), Modulo(z * z + product));
        return (Modulo(z * minus * ((a.X + a.Y) * (b.X + b.Y) - xx - yy)), Modulo(z * plus * (yy + xx)), Modulo(minus * plus));
    }

    private static (BigInteger X, BigInteger Y) Affine((BigInteger X, BigInteger Y, BigInteger Z) point)
    {
        var inverse = Inverse(point.Z);
        return (Modulo(point.X * inverse), Modulo(point.Y * inverse));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Modulo(BigInteger value) => (value % P + P) % P;
}
