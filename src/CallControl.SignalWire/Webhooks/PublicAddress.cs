namespace CallControl.SignalWire;

/// <summary>Where the world reaches an endpoint of a provider account: the address given to the vendor, and thus the one that it signs.</summary>
internal static class PublicAddress
{
    /// <summary>Puts an address together, each part as it was written.</summary>
    /// <param name="publicBaseUrl"><see cref="CallControlOptions.PublicBaseUrl"/>.</param>
    /// <param name="provider">The name under which the account was registered.</param>
    /// <param name="rest">What follows: <c>/swml</c>, with its slash, encoded, with its query.</param>
    public static string Of(Uri publicBaseUrl, string provider, ReadOnlySpan<char> rest) =>
        string.Concat(publicBaseUrl.OriginalString.AsSpan().Trim().TrimEnd('/'), "/", provider, rest);
}
