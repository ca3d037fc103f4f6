using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace CallControl.Telnyx.Tests;

/// <summary>Good, damaged and hostile signatures, the same ones every time, so that their answers can be kept in a file.</summary>
internal static class SignatureCases
{
    public const int Count = 12_000;

    private const int Signers = 32;

    private static readonly SignatureKind[] Kinds = Enum.GetValues<SignatureKind>();
    private static readonly Lazy<SignatureCase[]> Made = new(() => [.. ParallelEnumerable.Range(0, Count).AsOrdered().Select(Make)]);

    // Every signer's key, plus each point of small order.
    private static readonly Lazy<(BigInteger Secret, byte[][] Keys)[]> Pool = new(() => [.. ParallelEnumerable.Range(0, Signers).AsOrdered().Select(MakeSigner)]);

    /// <summary>Encodings of points of small order that are not the canonical one: y is p or p + 1, or x is 0 and said to be odd.</summary>
    public static readonly byte[][] OddSmallOrder =
    [
        NaiveEd25519.Encode(1, isOdd: true),
        NaiveEd25519.Encode(NaiveEd25519.P - 1, isOdd: true),
        NaiveEd25519.Encode(NaiveEd25519.P, isOdd: false),
        NaiveEd25519.Encode(NaiveEd25519.P, isOdd: true),
        NaiveEd25519.Encode(NaiveEd25519.P + 1, isOdd: false),
        NaiveEd25519.Encode(NaiveEd25519.P + 1, isOdd: true),
    ];

    /// <summary>All other encodings with y of p or more, those of no point too.</summary>
    public static readonly byte[][] OddOther =
        [.. Enumerable.Range(2, 17).SelectMany(over => new[] { false, true }.Select(isOdd => NaiveEd25519.Encode(NaiveEd25519.P + over, isOdd)))];

    public static IReadOnlyList<SignatureCase> All => Made.Value;

    /// <summary>SHA-256 of all cases: answers of other cases would prove nothing.</summary>
    public static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in All.SelectMany(each => new[] { each.Key, each.Signature, each.Message }))
            hash.AppendData(SHA256.HashData(part));

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static SignatureCase Make(int index)
    {
        var kind = Kinds[index % Kinds.Length];
        var random = new ByteStream(string.Create(CultureInfo.InvariantCulture, $"signature case {index}"));
        var (head, body) = (random.Take(random.Below(24)), random.Take(random.Below(400)));
        var (secret, keys) = Pool.Value[random.Below(Signers)];
        var (ofKey, ofR) = (1 + random.Below(7), 1 + random.Below(7));
        var nonce = random.Below(NaiveEd25519.L);
        var made = kind switch
        {
            SignatureKind.MixedOrderKey => Sign(secret, keys[ofKey], nonce, EncodeR(nonce, 0)),
            SignatureKind.MixedOrderR => Sign(secret, keys[0], nonce, EncodeR(nonce, ofR)),
            SignatureKind.MixedOrderKeyAndR => Sign(secret, keys[ofKey], nonce, EncodeR(nonce, ofR)),
            SignatureKind.SmallOrderKey => Sign(0, NaiveEd25519.Encode(NaiveEd25519.SmallOrder[random.Below(8)]), nonce, EncodeR(nonce, random.Below(8))),
            SignatureKind.OddSmallOrderKey => Sign(0, Any(OddSmallOrder), nonce, EncodeR(nonce, random.Below(8))),
            SignatureKind.SmallOrderR => Sign(secret, keys[random.Below(8)], 0, EncodeR(0, random.Below(8))),
            SignatureKind.OddSmallOrderR => Sign(secret, keys[random.Below(8)], 0, Any(OddSmallOrder)),
            SignatureKind.OddKey => Sign(secret, Any(OddOther), nonce, EncodeR(nonce, 0)),
            SignatureKind.OddR => Sign(secret, keys[0], nonce, Any(OddOther)),
            SignatureKind.SameBytes => new SignatureCase(kind, Any([keys[0], Same(32)]), Same(64), head, body),
            SignatureKind.Random => new SignatureCase(kind, keys[0], random.Take(64), head, body),
            _ => Sign(secret, keys[0], nonce, EncodeR(nonce, 0)),
        };
        return kind switch
        {
            SignatureKind.FlippedMessage when body.Length > 0 => made with { Body = Flip(body) },
            SignatureKind.FlippedMessage => made with { Body = [0] },
            SignatureKind.FlippedR => made with { Signature = [.. Flip(made.Signature[..32]), .. made.Signature[32..]] },
            SignatureKind.FlippedS => made with { Signature = [.. made.Signature[..32], .. Flip(made.Signature[32..])] },
            SignatureKind.FlippedKey => made with { Key = Flip(made.Key) },
            SignatureKind.OtherKey => made with { Key = Pool.Value[(Array.FindIndex(Pool.Value, each => each.Secret == secret) + 1) % Signers].Keys[0] },
            SignatureKind.SPlusL => WithS(made, s => s + (NaiveEd25519.L * (1 + random.Below(14)))),
            SignatureKind.SAboveL => WithS(made, _ => NaiveEd25519.L + random.Below(BigInteger.Pow(2, 256) - NaiveEd25519.L)),
            SignatureKind.SOffByOne => WithS(made, s => s.IsZero || random.Below(2) == 0 ? s + 1 : s - 1),
            _ => made,
        };

        SignatureCase Sign(BigInteger a, byte[] key, BigInteger r, byte[] encodedR) =>
            new(kind, key, NaiveEd25519.Sign(a, key, r, encodedR, [.. head, .. body]), head, body);

        byte[] Any(byte[][] choices) => choices[random.Below(choices.Length)];

        byte[] Same(int length) => [.. Enumerable.Repeat(Any([[0], [1], [0x80], [0xFF]])[0], length)];

        byte[] Flip(byte[] bytes)
        {
            var flipped = bytes.ToArray();
            flipped[random.Below(bytes.Length)] ^= (byte)(1 << random.Below(8));
            return flipped;
        }
    }

    private static byte[] EncodeR(BigInteger nonce, int small) =>
        NaiveEd25519.Encode(NaiveEd25519.Add(NaiveEd25519.MultiplyBase(nonce), NaiveEd25519.SmallOrder[small]));

    private static SignatureCase WithS(SignatureCase made, Func<BigInteger, BigInteger> change) =>
        made with { Signature = [.. made.Signature[..32], .. NaiveEd25519.ToBytes(change(NaiveEd25519.FromBytes(made.Signature.AsSpan(32))))] };

    private static (BigInteger Secret, byte[][] Keys) MakeSigner(int index)
    {
        var secret = new ByteStream(string.Create(CultureInfo.InvariantCulture, $"signer {index}")).Below(NaiveEd25519.L);
        var point = NaiveEd25519.MultiplyBase(secret);
        return (secret, [.. NaiveEd25519.SmallOrder.Select(small => NaiveEd25519.Encode(NaiveEd25519.Add(point, small)))]);
    }
}
