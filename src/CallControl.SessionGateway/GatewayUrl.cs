using System.Buffers;
using System.Globalization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>How audio addresses are checked and written.</summary>
internal static class GatewayUrl
{
    public const int MostUrls = 128;
    public const int LongestUrl = 2048;

    private const string SchemeRule = "must be an absolute http or https address";

    // RFC 3986, section 2: unreserved, reserved, and the percent sign of an escape.
    private static readonly SearchValues<char> UriCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>The text that is sent for an address.</summary>
    /// <remarks>
    /// The text that the address was made from, wherever it is a valid one as it stands: <see cref="Uri.AbsoluteUri"/> rewrites escapes, default
    /// ports and dots, which breaks the signature of a pre-signed address. What is not valid as it stands (spaces, other letters than ASCII,
    /// backslashes, a scheme in capitals) is sent as <see cref="Uri.AbsoluteUri"/>.
    /// </remarks>
    public static string Text(Uri url)
    {
        var given = url.OriginalString;
        return HasScheme(given) && !given.AsSpan().ContainsAnyExcept(UriCharacters) ? given : url.AbsoluteUri;
    }

    /// <summary>Adds a breach for a list that is too short or too long, and for each address in it that the gateway would not take.</summary>
    public static void Check(ViolationList violations, string field, IReadOnlyList<Uri> urls, int fewest)
    {
        if (urls.Count < fewest || urls.Count > MostUrls)
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must have {fewest} to {MostUrls} addresses"), urls.Count);

        for (var i = 0; i < urls.Count; i++)
            Check(violations, string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), urls[i]);
    }

    private static void Check(ViolationList violations, string field, Uri? url)
    {
        if (!url.IsHttp())
            violations.Add(field, SchemeRule, url is null ? null : Redaction.Url(url.OriginalString));
        else if (Text(url).Length is var length and > LongestUrl)
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must be an address of at most {LongestUrl} characters"), length);
    }

    private static bool HasScheme(string url) =>
        url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal);
}
