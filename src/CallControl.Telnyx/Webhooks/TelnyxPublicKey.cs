using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CallControl.Telnyx;

/// <summary>The Ed25519 key with which an account's webhooks are verified: in Mission Control under Keys and credentials, Public key.</summary>
/// <remarks>Decoded once, when it is read; keep it. Immutable, and safe for any number of threads.</remarks>
public sealed class TelnyxPublicKey
{
    private const string PemLabel = "PUBLIC KEY";

    // SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING of 32 bytes } (RFC 8410, section 4)
    private static readonly byte[] SpkiPrefix = Convert.FromHexString("302a300506032b6570032100");

    private readonly string _fingerprint;

    private TelnyxPublicKey(Ed25519PublicKey key)
    {
        Key = key;
        _fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.Bytes).AsSpan(0, 4));
    }

    /// <summary>The key, ready to verify.</summary>
    internal Ed25519PublicKey Key { get; }

    /// <summary>Reads a key.</summary>
    /// <param name="text">
    /// Standard base64 of the 32 bytes, as the vendor shows it; base64 of the 44 bytes of a SubjectPublicKeyInfo (RFC 8410); or that in PEM. White
    /// space around it is ignored, nothing else is.
    /// </param>
    /// <exception cref="FormatException">It is none of these, or no key with which anything can be verified. The message does not repeat it.</exception>
    public static TelnyxPublicKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var key, out var problem) ? key : throw new FormatException($"A Telnyx public key cannot be read: {problem}.");
    }

    /// <summary>Reads a key, as <see cref="Parse"/> does.</summary>
    /// <param name="text">The text; null is no key.</param>
    /// <param name="key">The key.</param>
    /// <returns>False where <see cref="Parse"/> would throw.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out TelnyxPublicKey? key) => TryParse(text, out key, out _);

    /// <summary>A short fingerprint, to tell keys apart.</summary>
    public override string ToString() => $"Telnyx public key {_fingerprint}";

    /// <summary>Reads a key, or says why not, without repeating it.</summary>
    internal static bool TryParse(
        [NotNullWhen(true)] string? text, [NotNullWhen(true)] out TelnyxPublicKey? key, [NotNullWhen(false)] out string? problem)
    {
        key = null;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            problem = "it is empty";
        else if (TryDecode(trimmed, out var bytes, out problem)
            && TryUnwrap(bytes, out var raw, out problem)
            && Ed25519PublicKey.TryCreate(raw, out var point, out problem))
            key = new TelnyxPublicKey(point);

        return key is not null;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes, [NotNullWhen(false)] out string? problem)
    {
        bytes = null;
        problem = null;
        if (!PemEncoding.TryFind(text, out var pem))
        {
            if (!StandardBase64.TryDecode(text, out bytes))
                problem = $"it is neither standard base64, with its padding, nor PEM of a {PemLabel}";
        }
        else if (!text[pem.Label].SequenceEqual(PemLabel) || pem.Location.GetOffsetAndLength(text.Length) != (0, text.Length))
        {
            problem = $"PEM must hold one {PemLabel} and nothing else";
        }
        else
        {
            bytes = Convert.FromBase64String(text[pem.Base64Data].ToString());
        }

        return bytes is not null;
    }

    private static bool TryUnwrap(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> raw, [NotNullWhen(false)] out string? problem)
    {
        raw = bytes.StartsWith(SpkiPrefix) ? bytes[SpkiPrefix.Length..] : bytes;
        problem = raw.Length == Ed25519PublicKey.Size
            ? null
            : $"its base64 holds {bytes.Length} bytes; allowed are the {Ed25519PublicKey.Size} of an Ed25519 key, or the "
                + $"{SpkiPrefix.Length + Ed25519PublicKey.Size} of its SubjectPublicKeyInfo";
        return problem is null;
    }
}
