using System.Diagnostics.CodeAnalysis;

namespace CallControl.Providers;

/// <summary>What adapters ask of an address.</summary>
public static class UriExtensions
{
    /// <summary>Whether it is an absolute http or https address.</summary>
    /// <remarks>The scheme counts: on Unix a mere path is an absolute address, of a file.</remarks>
    /// <param name="url">The address; null is none.</param>
    public static bool IsHttp([NotNullWhen(true)] this Uri? url) =>
        url is { IsAbsoluteUri: true } && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
