using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using CallControl.Media;

namespace CallControl.Benchmarks;

/// <summary>
/// Forked audio over loopback, sent as fast as one thread can: received by a bare loop, by the SDK with a callback, and by the SDK with a reader. A run ends when so many
/// packets were received; what the kernel drops meanwhile does not count.
/// </summary>
internal sealed class ForkTraffic : IAsyncDisposable
{
    private const int Streams = 64;
    private const int HeaderLength = 24;
    private const int PayloadLength = 160;

    // So small that what is left over of one run is nothing beside the next.
    private const int KernelBuffer = 256 * 1024;
    private const int DatagramLength = 2048;

    private readonly byte[][] _datagrams = [.. Enumerable.Range(0, Streams).Select(Strep)];
    private readonly Socket _sender = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Socket _bare = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ForkReceiver _withCallback;
    private readonly ForkReceiver _withReader;
    private readonly Goal _bareGoal = new();
    private readonly Goal _callbackGoal = new();
    private readonly Goal _readerGoal = new();
    private readonly Task _reading;
    private uint _sent;

    public ForkTraffic()
    {
        _bare.ReceiveBufferSize = KernelBuffer;
        _bare.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var options = new ForkReceiverOptions { Address = IPAddress.Loopback, ReceiveBufferBytes = KernelBuffer, MaxDatagramBytes = DatagramLength };
        _withCallback = new ForkReceiver(options with { OnPacket = packet => _callbackGoal.Count(packet.Payload.Length) });
        _withReader = new ForkReceiver(options);
        new Thread(ReceiveBare) { IsBackground = true }.Start();
        _reading = ReadAsync();
    }

    /// <summary>The floor.</summary>
    public Task ReceiveBareAsync(int count) => RunAsync(_bareGoal, (IPEndPoint)_bare.LocalEndPoint!, count);

    /// <summary>By callback.</summary>
    public Task ReceiveWithCallbackAsync(int count) => RunAsync(_callbackGoal, _withCallback.EndPoint, count);

    /// <summary>By reader.</summary>
    public Task ReceiveWithReaderAsync(int count) => RunAsync(_readerGoal, _withReader.EndPoint, count);

    public async ValueTask DisposeAsync()
    {
        _bare.Dispose();
        await _withCallback.DisposeAsync();
        await _withReader.DisposeAsync();
        await _reading;
        _sender.Dispose();
    }

    private static byte[] Strep(int stream)
    {
        var datagram = new byte[HeaderLength + RtpPacket.MinLength + PayloadLength];
        new StrepHeader(new Guid(stream, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), StrepLeg.A, StrepDirection.Received).TryWrite(datagram, out _);
        new RtpPacket { Ssrc = (uint)stream, Payload = new byte[PayloadLength] }.TryWrite(datagram.AsSpan(HeaderLength), out _);
        return datagram;
    }

    private Task RunAsync(Goal goal, IPEndPoint target, int count)
    {
        goal.Set(count);
        var address = target.Serialize();
        while (!goal.IsReached)
        {
            var datagram = _datagrams[_sent % Streams];
            var number = _sent++ / Streams;
            BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(HeaderLength + 2), (ushort)number);
            BinaryPrimitives.WriteUInt32BigEndian(datagram.AsSpan(HeaderLength + 4), number * PayloadLength);
            _sender.SendTo(datagram, SocketFlags.None, address);
        }

        return Task.CompletedTask;
    }

    private void ReceiveBare()
    {
        var buffer = new byte[DatagramLength];
        var source = new SocketAddress(AddressFamily.InterNetwork);
        try
        {
            while (true)
                _bareGoal.Count(_bare.ReceiveFrom(buffer, SocketFlags.None, source) - HeaderLength - RtpPacket.MinLength);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task ReadAsync()
    {
        await foreach (var packet in _withReader.ReadAllAsync())
            _readerGoal.Count(packet.Payload.Length);
    }

    /// <summary>How many packets are still to come. One thread counts.</summary>
    private sealed class Goal
    {
        private int _left;

        public bool IsReached => Volatile.Read(ref _left) <= 0;

        public void Set(int count) => Volatile.Write(ref _left, count);

        public void Count(int payloadLength)
        {
            if (payloadLength != PayloadLength)
                throw new InvalidOperationException($"A packet holds {PayloadLength} bytes of audio, not {payloadLength}.");

            Volatile.Write(ref _left, _left - 1);
        }
    }
}
