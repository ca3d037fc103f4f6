using System.Text;

namespace CallControl.Telnyx;

/// <summary>Verifies that a webhook comes from Telnyx, and is recent.</summary>
/// <remarks>
/// The signature is Ed25519 over the timestamp header, <c>|</c>, and the body as it travelled: verify before anything decodes or parses it. It is not the
/// HMAC of Standard Webhooks, though the vendor's OpenAPI text says so. For applications that take webhooks themselves; the endpoints of this
/// library do it on their own. Safe for any number of threads; takes no memory from the heap.
/// </remarks>
public static class TelnyxSignature
{
    /// <summary>The header that carries the signature: <c>telnyx-signature-ed25519</c>, in any case.</summary>
    public const string SignatureHeader = "telnyx-signature-ed25519";

    /// <summary>The header that carries the time of sending, in Unix seconds: <c>telnyx-timestamp</c>, in any case.</summary>
    public const string TimestampHeader = "telnyx-timestamp";

    private const int MaxTimestampLength = 12;
    private const byte Separator = (byte)'|';

    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>How far the timestamp may be from now by default.</summary>
    /// <value>5 minutes, both ways, as in the vendor's own libraries; the documentation gives no number.</value>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary>Verifies a webhook.</summary>
    /// <param name="body">The body as it travelled, byte by byte.</param>
    /// <param name="signatureHeader">The value of <see cref="SignatureHeader"/>; null where there is none.</param>
    /// <param name="timestampHeader">The value of <see cref="TimestampHeader"/>; null where there is none.</param>
    /// <param name="keys">The account's keys: while one is replaced there are two, and either will do. With none nothing is valid.</param>
    /// <param name="now">The time: <see cref="TimeProvider.GetUtcNow"/>.</param>
    /// <param name="tolerance">How far the timestamp may be from <paramref name="now"/>, both ways and inclusive; <see cref="DefaultTolerance"/> if null.</param>
    /// <returns><see cref="TelnyxSignatureResult.Valid"/>, or the first thing that is wrong.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative.</exception>
    public static TelnyxSignatureResult Verify(
        ReadOnlySpan<byte> body,
        string? signatureHeader,
        string? timestampHeader,
        IReadOnlyList<TelnyxPublicKey> keys,
        DateTimeOffset now,
        TimeSpan? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var limit = tolerance ?? DefaultTolerance;
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, TimeSpan.Zero, nameof(tolerance));
        if (keys.Count == 0)
            return TelnyxSignatureResult.NoKey;
        if (string.IsNullOrEmpty(signatureHeader))
            return TelnyxSignatureResult.MissingSignature;
        if (string.IsNullOrEmpty(timestampHeader))
            return TelnyxSignatureResult.MissingTimestamp;

        Span<byte> signature = stackalloc byte[Ed25519.SignatureSize];
        if (!StandardBase64.TryDecode(signatureHeader, signature))
            return TelnyxSignatureResult.MalformedSignature;
        if (!TryReadTimestamp(timestampHeader, out var sent))
            return TelnyxSignatureResult.MalformedTimestamp;
        if (now - sent > limit)
            return TelnyxSignatureResult.TimestampTooOld;
        if (sent - now > limit)
            return TelnyxSignatureResult.TimestampTooNew;

        Span<byte> head = stackalloc byte[timestampHeader.Length + 1];
        Encoding.ASCII.GetBytes(timestampHeader, head);
        head[^1] = Separator;
        for (var i = 0; i < keys.Count; i++)
        {
            if (Ed25519.Verify(keys[i].Key, signature, head, body))
                return TelnyxSignatureResult.Valid;
        }

        return TelnyxSignatureResult.Mismatch;
    }

    /// <summary><c>timestamp = 1*12DIGIT</c>: no sign, no space, no fraction, no exponent.</summary>
    private static bool TryReadTimestamp(string header, out DateTimeOffset sent)
    {
        sent = default;
        if (header.Length > MaxTimestampLength)
            return false;

        var seconds = 0L;
        foreach (var digit in header)
        {
            if (!char.IsAsciiDigit(digit))
                return false;

            seconds = (10 * seconds) + (digit - '0');
        }

        if (seconds > LastSecond)
            return false;

        sent = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
