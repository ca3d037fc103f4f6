using System.Globalization;
using System.Net;

namespace CallControl.Media.Tests.Forks;

/// <summary>What the kernel of Linux dropped because a socket was full.</summary>
internal static class KernelDrops
{
    private const int LocalAddressColumn = 1;

    /// <summary>The column <c>drops</c> of <c>/proc/net/udp</c>, over all sockets of a port.</summary>
    public static long Of(IPEndPoint endPoint)
    {
        var port = endPoint.Port.ToString("X4", CultureInfo.InvariantCulture);
        var rows = File.ReadLines("/proc/net/udp").Skip(1)
            .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[LocalAddressColumn].EndsWith(":" + port, StringComparison.Ordinal))
            .ToList();
        rows.Should().NotBeEmpty("the socket is open");
        return rows.Sum(row => long.Parse(row[^1], CultureInfo.InvariantCulture));
    }
}
