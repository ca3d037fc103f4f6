using System.Diagnostics.CodeAnalysis;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Tells the vendor's webhooks from those of strangers, with the keys that the account has at the time.</summary>
internal sealed class TelnyxWebhookVerifier(Func<TelnyxOptions> options, TimeProvider time)
{
    private Keyring? _keyring;

    /// <summary>Verifies a request by its raw bytes, before anything reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="problem">Why not; null where it is.</param>
    public bool IsFromVendor(InboundRequest request, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        var current = options();
        var keys = KeysOf(current);
        if (keys.Length == 0 && current.AllowUnsignedWebhooks)
            return true;

        var result = TelnyxSignature.Verify(
            request.Body.Span,
            request.Header(TelnyxSignature.SignatureHeader),
            request.Header(TelnyxSignature.TimestampHeader),
            keys,
            time.GetUtcNow(),
            current.SignatureTolerance);
        if (result == TelnyxSignatureResult.Valid)
            return true;

        problem = $"its signature is not accepted ({result})";
        return false;
    }

    // Keys are read once for each state of the options. What is no key cannot be here: the options were validated.
    private TelnyxPublicKey[] KeysOf(TelnyxOptions current)
    {
        var keyring = Volatile.Read(ref _keyring);
        if (keyring is null || keyring.Options != current)
        {
            keyring = new Keyring(current, [.. (current.PublicKeys ?? []).Select(TelnyxPublicKey.Parse)]);
            Volatile.Write(ref _keyring, keyring);
        }

        return keyring.Keys;
    }

    private sealed record Keyring(TelnyxOptions Options, TelnyxPublicKey[] Keys);
}
