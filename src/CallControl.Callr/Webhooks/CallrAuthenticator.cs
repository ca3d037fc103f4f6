using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.Callr;

/// <summary>Tells the vendor's requests from those of strangers, with the credentials that the account has at the time.</summary>
/// <remarks>HTTP Basic (RFC 7617) is all that the vendor offers: no signature, no time, no identity of the request. Whoever listens on the way could repeat one; use https.</remarks>
internal sealed class CallrAuthenticator(Func<CallrOptions> options)
{
    /// <summary>How the vendor is asked to authenticate.</summary>
    public const string Challenge = "Basic realm=\"callcontrol\", charset=\"UTF-8\"";

    private const string Scheme = "Basic ";

    /// <summary>Whether a request has the credentials of any app; in the same time whichever it is.</summary>
    /// <param name="header">Its <c>Authorization</c>; null for none.</param>
    /// <param name="apps">The apps that the credentials are for, by hash, the empty one for every app; null where none are asked for.</param>
    /// <param name="problem">Why not; null where it has.</param>
    public bool IsKnown(string? header, out IReadOnlyList<string>? apps, [NotNullWhen(false)] out string? problem)
    {
        var current = options();
        apps = null;
        problem = null;
        if (current.Credentials.Count == 0 && current.AllowUnauthenticatedRequests)
            return true;

        if (!TryRead(header, out var given))
        {
            problem = "it has no Basic credentials";
            return false;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(given, digest);
        var matching = new List<string>(1);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var credentials in current.Credentials)
        {
            // Digests, because the comparison of texts tells their lengths.
            SHA256.HashData(Encoding.UTF8.GetBytes($"{credentials.Login}:{credentials.Password}"), expected);
            if (CryptographicOperations.FixedTimeEquals(digest, expected))
                matching.Add(credentials.App);
        }

        if (matching.Count == 0)
            problem = "its login or password is not that of any app in Credentials";

        apps = matching;
        return problem is null;
    }

    /// <summary>Whether credentials are those of an app.</summary>
    /// <param name="apps">From <see cref="IsKnown"/>.</param>
    /// <param name="app">The app that the request names.</param>
    public static bool AreOf(IReadOnlyList<string>? apps, string app) => apps is null || apps.Any(allowed => allowed.Length == 0 || allowed == app);

    private static bool TryRead(string? header, [NotNullWhen(true)] out byte[]? credentials)
    {
        credentials = null;
        if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
            return false;

        var encoded = header.AsSpan(Scheme.Length).Trim();
        var buffer = new byte[(encoded.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64Chars(encoded, buffer, out var length))
            return false;

        credentials = buffer[..length];
        return true;
    }
}
