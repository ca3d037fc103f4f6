using System.Diagnostics.CodeAnalysis;

namespace CallControl.Telnyx;

/// <summary>A public key of Ed25519, decoded once, with the multiples that verifying takes. About 5 kB.</summary>
internal sealed class Ed25519PublicKey
{
    public const int Size = EdwardsPoint.Size;

    private const int Width = 7;

    private readonly byte[] _bytes;

    private Ed25519PublicKey(byte[] bytes, in EdwardsPoint point)
    {
        _bytes = bytes;
        NegativeMultiples = new OddMultiples(point.Negate(), Width);
    }

    /// <summary>The key as it is written, and hashed with each message.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Odd multiples of minus the point.</summary>
    public OddMultiples NegativeMultiples { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="bytes">32 bytes (RFC 8032, section 5.1.2).</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">Why it is refused.</param>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Ed25519PublicKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        problem = null;
        if (bytes.Length != Size)
            problem = $"it holds {bytes.Length} bytes, not {Size}";
        else if (!EdwardsPoint.TryRead(bytes, out var point))
            problem = "it is not the canonical encoding of a point of edwards25519";
        else if (point.IsOfSmallOrder)
            problem = "it is a point of small order, for which anybody can sign";
        else
            key = new Ed25519PublicKey(bytes.ToArray(), point);

        return key is not null;
    }
}
