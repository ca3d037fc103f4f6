using System.Net;
using System.Net.Sockets;

namespace CallControl.Media.Tests.Forks;

/// <summary>Sends datagrams over loopback.</summary>
internal sealed class UdpSender : IDisposable
{
    private readonly Socket _socket;

    /// <param name="target">Where to: its port, at loopback.</param>
    /// <param name="family">The family of the sender's own address.</param>
    public UdpSender(IPEndPoint target, AddressFamily family = AddressFamily.InterNetwork)
    {
        _socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
        _socket.Connect(new IPEndPoint(family == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback, target.Port));
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public void Send(ReadOnlySpan<byte> datagram) => _socket.Send(datagram);

    public void Dispose() => _socket.Dispose();
}
