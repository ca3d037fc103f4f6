using System.Net;

namespace CallControl.Testing.Emulation;

/// <summary>Where media go that the application asks for.</summary>
internal static class MediaAddresses
{
    private static readonly string[] ReservedNames = ["example", "invalid", "test", "example.com", "example.net", "example.org"];

    private static readonly IPNetwork[] ReservedNetworks =
    [
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/32"),
    ];

    /// <summary>Where to go for an address; null for one that nothing is sent to.</summary>
    public static Uri? Resolve(Uri asked, Func<Uri, Uri?>? addressOf) =>
        addressOf is not null ? addressOf(asked) : IsReserved(asked.DnsSafeHost) ? null : asked;

    /// <summary>The end point of a UDP address; null when nothing is to be sent there. Names are not looked up.</summary>
    public static IPEndPoint? EndPoint(Uri asked, Func<Uri, Uri?>? addressOf) =>
        Resolve(asked, addressOf) is not { } address ? null
        : IPAddress.TryParse(address.DnsSafeHost, out var ip) ? new IPEndPoint(ip, address.Port)
        : address.IsLoopback ? new IPEndPoint(IPAddress.Loopback, address.Port)
        : null;

    private static bool IsReserved(string host) =>
        IPAddress.TryParse(host, out var address)
            ? ReservedNetworks.Any(network => network.Contains(address))
            : ReservedNames.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase)
                || host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase));
}
