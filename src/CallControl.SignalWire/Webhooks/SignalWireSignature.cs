using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.SignalWire;

/// <summary>Verifies that a request comes from SignalWire: one for a SWML document, or a status callback.</summary>
/// <remarks>
/// <para>
/// The signature is the HMAC of the address as the vendor was given it, followed by the body as it travelled, in hexadecimal: verify before anything decodes or
/// parses either. There are two headers, one with SHA-256 and one with SHA-1; where the first is there it decides alone. Calls of SWAIG functions, the
/// results of <c>post_prompt</c> and the callbacks of cXML are not signed like this.
/// </para>
/// <para>
/// Neither the method nor a time is signed, so a request that somebody overheard can be sent once more; and nothing stands between address and body, so a body
/// must be read strictly: a JSON object from its first byte to its last.
/// </para>
/// <para>
/// For applications that take requests themselves; the endpoints of this library do it on their own. Safe for any number of threads; takes no memory
/// from the heap.
/// </para>
/// </remarks>
public static class SignalWireSignature
{
    /// <summary>The header that carries the signature with SHA-1: <c>X-SignalWire-Signature</c>, in any case.</summary>
    public const string SignatureHeader = "X-SignalWire-Signature";

    /// <summary>The header that carries the signature with SHA-256: <c>X-SignalWire-SHA256-Signature</c>, in any case. With requests about calls only.</summary>
    public const string Sha256SignatureHeader = "X-SignalWire-SHA256-Signature";

    private const int MaxStackKey = 256;

    /// <summary>Verifies a request.</summary>
    /// <param name="url">
    /// The address that the vendor called, absolute, with its query: what was configured or sent with a command, not what a host behind a proxy saw. Taken as
    /// it was written (<see cref="Uri.OriginalString"/>). User and password are left out, as the vendor does; the port 443 of https and 80 of http may be
    /// there or not.
    /// </param>
    /// <param name="body">The body as it travelled, byte by byte.</param>
    /// <param name="signatureHeader">The value of <see cref="SignatureHeader"/>; null or empty where there is none.</param>
    /// <param name="sha256SignatureHeader">The value of <see cref="Sha256SignatureHeader"/>; null or empty where there is none.</param>
    /// <param name="keys">The project's signing keys: while one is replaced there are two, and either will do. With none nothing is valid.</param>
    /// <returns><see cref="SignalWireSignatureResult.Valid"/>, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentException">The address is relative, or a key is null or blank.</exception>
    public static SignalWireSignatureResult Verify(
        Uri url,
        ReadOnlySpan<byte> body,
        string? signatureHeader,
        string? sha256SignatureHeader,
        IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri)
            throw new ArgumentException("The address must be absolute: a scheme, a host and a path.", nameof(url));

        return Verify(url.OriginalString, body, signatureHeader, sha256SignatureHeader, keys);
    }

    /// <summary>Verifies a request to an address that was put together as text.</summary>
    internal static SignalWireSignatureResult Verify(
        string url, ReadOnlySpan<byte> body, string? signatureHeader, string? sha256SignatureHeader, IReadOnlyList<string> keys)
    {
        DemandKeys(keys);
        if (keys.Count == 0)
            return SignalWireSignatureResult.NoKey;

        // No way back: where SHA-256 is there, the weaker digest counts for nothing.
        var isSha256 = !string.IsNullOrEmpty(sha256SignatureHeader);
        var header = isSha256 ? sha256SignatureHeader : signatureHeader;
        if (string.IsNullOrEmpty(header))
            return SignalWireSignatureResult.MissingSignature;

        Span<byte> signature = stackalloc byte[isSha256 ? HMACSHA256.HashSizeInBytes : HMACSHA1.HashSizeInBytes];
        if (header.Length != 2 * signature.Length || Convert.FromHexString(header, signature, out _, out _) != OperationStatus.Done)
            return SignalWireSignatureResult.MalformedSignature;

        return IsSigned(new SignedAddress(url), body, signature, keys) ? SignalWireSignatureResult.Valid : SignalWireSignatureResult.Mismatch;
    }

    // An empty key would be known to everybody.
    private static void DemandKeys(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        for (var i = 0; i < keys.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(keys[i]))
                throw new ArgumentException($"The signing key at {i} is null or blank.", nameof(keys));
        }
    }

    // The address is written right before the body, so that another form of it needs no other copy of the body.
    private static bool IsSigned(SignedAddress address, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature, IReadOnlyList<string> keys)
    {
        var room = address.MaxByteCount;
        var buffer = ArrayPool<byte>.Shared.Rent(checked(room + body.Length));
        try
        {
            var signed = buffer.AsSpan(0, room + body.Length);
            body.CopyTo(signed[room..]);
            return IsMadeByAny(keys, signed[(room - address.WriteBefore(signed[..room], address.Port))..], signature)
                || (address.OtherPort is { } port && IsMadeByAny(keys, signed[(room - address.WriteBefore(signed[..room], port))..], signature));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The vendor signs some requests with HMAC-SHA1 only.")]
    private static bool IsMadeByAny(IReadOnlyList<string> keys, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        Span<byte> digest = stackalloc byte[signature.Length];
        Span<byte> small = stackalloc byte[MaxStackKey];
        for (var i = 0; i < keys.Count; i++)
        {
            var length = Encoding.UTF8.GetByteCount(keys[i]);
            var key = length <= MaxStackKey ? small[..length] : new byte[length];
            Encoding.UTF8.GetBytes(keys[i], key);
            if (digest.Length == HMACSHA256.HashSizeInBytes)
                HMACSHA256.HashData(key, signed, digest);
            else
                HMACSHA1.HashData(key, signed, digest);

            CryptographicOperations.ZeroMemory(key);
            if (CryptographicOperations.FixedTimeEquals(digest, signature))
                return true;
        }

        return false;
    }
}
