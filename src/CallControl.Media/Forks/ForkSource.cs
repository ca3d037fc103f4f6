using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace CallControl.Media.Forks;

/// <summary>Where a datagram came from, read without allocating. IPv4 addresses are kept as IPv6 ones that stand for them (RFC 4291, section 2.5.5.2).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ForkSource(UInt128 Address, uint Scope, ushort Port)
{
    private const ulong MappedPrefix = 0xFFFF_0000_0000;
    private const int PortOffset = 2;
    private const int Ipv4Offset = 4;
    private const int Ipv6Offset = 8;
    private const int ScopeOffset = 24;

    /// <summary>Reads what the operating system wrote: a <c>sockaddr_in</c> or <c>sockaddr_in6</c>.</summary>
    public static ForkSource Read(SocketAddress address, AddressFamily family)
    {
        var bytes = address.Buffer.Span;
        var port = BinaryPrimitives.ReadUInt16BigEndian(bytes[PortOffset..]);
        return family == AddressFamily.InterNetwork
            ? new ForkSource(new UInt128(0, MappedPrefix | BinaryPrimitives.ReadUInt32BigEndian(bytes[Ipv4Offset..])), 0, port)
            : new ForkSource(BinaryPrimitives.ReadUInt128BigEndian(bytes[Ipv6Offset..]), MemoryMarshal.Read<uint>(bytes[ScopeOffset..]), port);
    }

    /// <summary>The number of an address.</summary>
    public static UInt128 NumberOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.MapToIPv6().TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>The same as an end point.</summary>
    public IPEndPoint ToEndPoint()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Address);
        var address = new IPAddress(bytes, Scope);
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, Port);
    }
}
