using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CallControl.Testing.Tests;

/// <summary>The application's side of forks: a bare UDP socket. What is sent over loopback is there when the sender returns.</summary>
public sealed class UdpReceiver : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };

    public UdpReceiver() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public string Address => $"udp:127.0.0.1:{Port}";

    public static ushort SequenceOf(byte[] packet) => BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(2));

    public static uint TimestampOf(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(4));

    public static uint SsrcOf(byte[] packet) => BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(8));

    public byte[][] TakeAll()
    {
        var datagrams = new List<byte[]>();
        var buffer = new byte[4096];
        while (_socket.Available > 0)
            datagrams.Add(buffer[.._socket.Receive(buffer)]);
        return [.. datagrams];
    }

    public void Dispose() => _socket.Dispose();
}
