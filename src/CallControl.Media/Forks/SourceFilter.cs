using System.Net;
using System.Net.Sockets;

namespace CallControl.Media.Forks;

/// <summary>Tells who may send. Allocates nothing.</summary>
internal sealed class SourceFilter(IReadOnlyList<IPNetwork> allowed)
{
    private const int Ipv4Offset = 96;
    private const int Bits = 128;

    private readonly (UInt128 Prefix, UInt128 Mask)[] _allowed = [.. allowed.Select(Rule)];

    /// <summary>Whether datagrams of this address are taken.</summary>
    public bool Allows(UInt128 address)
    {
        foreach (var (prefix, mask) in _allowed)
        {
            if ((address & mask) == prefix)
                return true;
        }

        return _allowed.Length == 0;
    }

    private static (UInt128 Prefix, UInt128 Mask) Rule(IPNetwork network)
    {
        var length = network.PrefixLength + (network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? Ipv4Offset : 0);
        var mask = length == 0 ? UInt128.Zero : UInt128.MaxValue << (Bits - length);
        return (ForkSource.NumberOf(network.BaseAddress) & mask, mask);
    }
}
