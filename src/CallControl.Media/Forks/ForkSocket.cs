using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CallControl.Media.Buffers;

namespace CallControl.Media.Forks;

/// <summary>One socket and the thread that empties it: the kernel writes right into the buffer that the packet is handed on in.</summary>
internal sealed class ForkSocket : IDisposable
{
    // SOL_SOCKET and SO_REUSEPORT of Linux, on all architectures that .NET runs on.
    private const int SocketLevel = 1;
    private const int ReusePort = 15;

    // A socket that fails so often without a datagram in between will not recover.
    private const int MaxFailures = 100;

    private readonly Socket _socket;
    private readonly SocketAddress _source;
    private readonly ForkDemultiplexer _streams;
    private readonly MediaBufferPool _pool;
    private readonly TimeProvider _time;
    private readonly AudioDirection _direction;
    private readonly int _length;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;

    /// <param name="options">The options, which are valid.</param>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="isFirst">Whether no socket of this receiver has the port yet.</param>
    /// <param name="direction">What the port says.</param>
    /// <param name="streams">Where datagrams go.</param>
    /// <param name="pool">Where buffers come from.</param>
    /// <param name="time">The clock of the arrivals.</param>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public ForkSocket(
        ForkReceiverOptions options, int port, bool isFirst, AudioDirection direction, ForkDemultiplexer streams, MediaBufferPool pool, TimeProvider time)
    {
        (_direction, _streams, _pool, _time) = (direction, streams, pool, time);

        // A byte more than is taken shows that there is more.
        _length = options.MaxDatagramBytes + 1;
        _socket = new Socket(options.Address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (options.Address.Equals(IPAddress.IPv6Any))
                _socket.DualMode = true;

            _socket.ReceiveBufferSize = options.ReceiveBufferBytes;
            if (!isFirst)
                SharePort();

            // The first binds as if it were alone: a port that another process shares among its own sockets is taken, and is never given for 0.
            _socket.Bind(new IPEndPoint(options.Address, port));
            if (isFirst && options.SocketsPerPort > 1)
                SharePort();
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        _source = new SocketAddress(_socket.AddressFamily);
        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        ReceiveBufferBytes = _socket.ReceiveBufferSize;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>What the kernel granted.</summary>
    public int ReceiveBufferBytes { get; }

    public ForkTally Tally { get; } = new();

    /// <summary>Completes when the thread has ended.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Begins to receive.</summary>
    /// <param name="onFault">Hears, once and on the thread, what the socket cannot go on after.</param>
    public void Start(Action<Exception> onFault) =>
        new Thread(() => Run(onFault)) { IsBackground = true, Name = $"fork receiver, {_direction}" }.UnsafeStart();

    /// <summary>Closes the socket, which ends the thread.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _socket.Dispose();
    }

    private void SharePort() => _socket.SetRawSocketOption(SocketLevel, ReusePort, MemoryMarshal.AsBytes<int>([1]));

    private void Run(Action<Exception> onFault)
    {
        try
        {
            Receive();
        }
        catch (Exception fault) when (_isClosed && fault is SocketException or ObjectDisposedException)
        {
            // What a close looks like to whoever receives.
        }
#pragma warning disable CA1031 // Whatever it is ends the receiver, and comes out where packets are read.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            onFault(fault);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    private void Receive()
    {
        var failures = 0;
        var buffer = _pool.Rent(_length);
        while (true)
        {
            int length;
            try
            {
                length = _socket.ReceiveFrom(buffer.Bytes.AsSpan(0, _length), SocketFlags.None, _source);
            }
            catch (SocketException fault) when (!_isClosed && IsPassing(fault) && failures < MaxFailures)
            {
                failures++;
                Tally.CountSocketError();
                continue;
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.MessageSize && !_isClosed)
            {
                // Windows says so where others cut the datagram.
                length = _length;
            }

            if (length == 0 && _isClosed)
                return;

            failures = 0;
            if (_streams.Receive(buffer, length, ForkSource.Read(_source, _socket.AddressFamily), _direction, _time.GetTimestamp(), Tally))
                buffer = _pool.Rent(_length);
        }
    }

    private static bool IsPassing(SocketException fault) => fault.SocketErrorCode is
        SocketError.ConnectionReset or SocketError.ConnectionRefused or SocketError.NetworkReset or SocketError.HostUnreachable or SocketError.NetworkUnreachable
        or SocketError.NoBufferSpaceAvailable or SocketError.Interrupted or SocketError.WouldBlock;
}
