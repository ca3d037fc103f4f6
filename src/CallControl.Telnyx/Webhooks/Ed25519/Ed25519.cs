using System.Buffers;
using System.Security.Cryptography;

namespace CallControl.Telnyx;

/// <summary>Verification of Ed25519 signatures (RFC 8032, section 5.1.7; pure, no context).</summary>
/// <remarks>
/// Of the two equations that the RFC allows this is the one without the cofactor, [S]B = R + [k]A, and R is compared as bytes with what it must
/// be, as OpenSSL does: other encodings of R, and S of L or more, are refused. Stricter than OpenSSL is <see cref="Ed25519PublicKey"/> alone, which refuses
/// keys of small order and keys in other than their canonical encoding. Signature, message and key are public, so nothing here takes constant
/// time; never sign with this arithmetic.
/// </remarks>
internal static class Ed25519
{
    public const int SignatureSize = 64;

    private const int BaseWidth = 8;

    private static readonly OddMultiples BaseMultiples = new(EdwardsPoint.Base, BaseWidth);

    /// <summary>Verifies a signature of <paramref name="head"/> followed by <paramref name="body"/>. Allocates nothing.</summary>
    public static bool Verify(Ed25519PublicKey key, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        if (signature.Length != SignatureSize)
            return false;

        var r = signature[..EdwardsPoint.Size];
        return Scalar.TryRead(signature[EdwardsPoint.Size..], out var s) && Multiply(s, Hash(r, key.Bytes, head, body), key).IsWrittenAs(r);
    }

    /// <summary>k = SHA-512(R || A || M) mod L.</summary>
    private static Scalar Hash(ReadOnlySpan<byte> r, ReadOnlySpan<byte> a, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var length = r.Length + a.Length + head.Length + body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        var input = rented.AsSpan(0, length);
        r.CopyTo(input);
        a.CopyTo(input[r.Length..]);
        head.CopyTo(input[(r.Length + a.Length)..]);
        body.CopyTo(input[(r.Length + a.Length + head.Length)..]);

        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        SHA512.HashData(input, hash);
        ArrayPool<byte>.Shared.Return(rented);
        return Scalar.Reduce(hash);
    }

    /// <summary>[s]B - [k]A, both at once from the highest digit down.</summary>
    private static EdwardsPoint Multiply(in Scalar s, in Scalar k, Ed25519PublicKey key)
    {
        Span<sbyte> ofBase = stackalloc sbyte[Scalar.Digits];
        Span<sbyte> ofKey = stackalloc sbyte[Scalar.Digits];
        s.WriteNonAdjacentForm(BaseMultiples.Width, ofBase);
        k.WriteNonAdjacentForm(key.NegativeMultiples.Width, ofKey);

        var sum = EdwardsPoint.Neutral;
        for (var i = Scalar.Digits - 1; i >= 0; i--)
        {
            sum = sum.Double(keepT: ofBase[i] != 0 || ofKey[i] != 0);
            sum = BaseMultiples.AddTo(sum, ofBase[i]);
            sum = key.NegativeMultiples.AddTo(sum, ofKey[i]);
        }

        return sum;
    }
}
