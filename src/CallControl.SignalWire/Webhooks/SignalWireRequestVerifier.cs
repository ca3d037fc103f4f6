using System.Diagnostics.CodeAnalysis;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Tells the vendor's requests from those of strangers, with the keys that the project has at the time.</summary>
/// <remarks>
/// The address that was signed is the one below <see cref="CallControlOptions.PublicBaseUrl"/>; where that is not set, the one that this host saw. No header of the
/// request has a say in it: whoever wants forwarded headers heeded has the host's own middleware do so, for the proxies that it knows.
/// </remarks>
internal sealed class SignalWireRequestVerifier(string provider, Func<SignalWireOptions> options, Func<Uri?> publicBaseUrl)
{
    private const string ProxyHint = $"; behind a proxy, {nameof(CallControlOptions)}.{nameof(CallControlOptions.PublicBaseUrl)} must be the address that the vendor calls";

    private Keyring? _keyring;

    /// <summary>Verifies a request by its raw bytes, before anything reads them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isDocumentFetch">
    /// Whether it asks for a document, and must be signed. Else it is a status callback: the vendor's sources contradict each other on whether it signs those, so one
    /// without any signature passes unless <see cref="SignalWireOptions.RequireSignedCallbacks"/> is set. A signature that is there must be right in any case.
    /// </param>
    /// <param name="problem">Why not; null where it is.</param>
    public bool IsFromVendor(InboundRequest request, bool isDocumentFetch, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        var current = options();
        var keys = KeysOf(current);
        if (keys.Length == 0 && current.AllowUnsignedRequests)
            return true;

        var publicUrl = publicBaseUrl();
        var result = SignalWireSignature.Verify(
            publicUrl is null ? request.Url.OriginalString : PublicAddress.Of(publicUrl, provider, RawRest(request)),
            request.Body.Span,
            request.Header(SignalWireSignature.SignatureHeader),
            request.Header(SignalWireSignature.Sha256SignatureHeader),
            keys);
        if (result == SignalWireSignatureResult.Valid)
            return true;

        if (result == SignalWireSignatureResult.MissingSignature && !isDocumentFetch && !current.RequireSignedCallbacks)
            return true;

        var hint = result == SignalWireSignatureResult.Mismatch && publicUrl is null ? ProxyHint : "";
        problem = $"its signature is not accepted ({result}){hint}";
        return false;
    }

    /// <summary>What follows the provider's name in the address, with its slash and the query, as it travelled.</summary>
    /// <remarks>The request's path is decoded, slashes excepted: as many of them as there are tell where it begins.</remarks>
    private static ReadOnlySpan<char> RawRest(InboundRequest request)
    {
        var url = request.Url.OriginalString.AsSpan();
        var query = url.IndexOf('?');
        var end = query < 0 ? url.Length : query;
        if (request.Path.Length == 0)
            return url[..end] is [.., '/'] ? url[(end - 1)..] : url[end..];

        var start = end;
        for (var slashes = request.Path.AsSpan().Count('/') + 1; slashes > 0 && start >= 0; slashes--)
            start = url[..start].LastIndexOf('/');

        return start < 0 ? url : url[start..];
    }

    // Keys are read once for each state of the options. A blank one cannot be here: the options were validated.
    private string[] KeysOf(SignalWireOptions current)
    {
        var keyring = Volatile.Read(ref _keyring);
        if (keyring is null || keyring.Options != current)
        {
            keyring = new Keyring(current, [.. current.SigningKeys ?? []]);
            Volatile.Write(ref _keyring, keyring);
        }

        return keyring.Keys;
    }

    private sealed record Keyring(SignalWireOptions Options, string[] Keys);
}
