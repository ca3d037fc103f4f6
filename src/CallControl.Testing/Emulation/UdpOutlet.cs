using System.Net;
using System.Net.Sockets;

namespace CallControl.Testing.Emulation;

/// <summary>Sends datagrams to one address; to none when there is none.</summary>
internal sealed class UdpOutlet(IPEndPoint? target) : IDisposable
{
    private readonly Socket? _socket = target is null ? null : new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>False when the operating system does not take it.</summary>
    public bool TrySend(ReadOnlySpan<byte> datagram)
    {
        if (_socket is null)
            return false;
        try
        {
            return _socket.SendTo(datagram, SocketFlags.None, target!) == datagram.Length;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Dispose() => _socket?.Dispose();
}
