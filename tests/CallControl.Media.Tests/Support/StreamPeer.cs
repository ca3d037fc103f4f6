using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace CallControl.Media.Tests;

/// <summary>A WebSocket over loopback TCP: one end for a session, at the other the test plays the vendor.</summary>
internal sealed class StreamPeer : IAsyncDisposable
{
    private readonly Socket _tcp;
    private readonly NetworkStream _wire;
    private readonly WebSocket _socket;
    private readonly Channel<byte[]> _received = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource<(int Code, string? Description)> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StreamPeer(Socket tcp, WebSocket server)
    {
        (_tcp, Server) = (tcp, server);
        _wire = new NetworkStream(tcp, ownsSocket: true);
        _socket = WebSocket.CreateFromStream(_wire, new WebSocketCreationOptions { KeepAliveInterval = TimeSpan.Zero });
    }

    /// <summary>The session's end.</summary>
    public WebSocket Server { get; }

    /// <summary>How the session closed; -1 when the connection broke without a close frame.</summary>
    public Task<(int Code, string? Description)> Closed => _closed.Task;

    /// <summary>How many messages came and were not looked at yet.</summary>
    public int Waiting => _received.Reader.Count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="reads">Whether the peer reads; one that does not never answers a close either.</param>
    /// <param name="answersClose">Whether it closes too, once it is told to.</param>
    /// <param name="bufferBytes">What the systems keep on the way to the peer; null for their default.</param>
    /// <param name="keepAlive">How often the session's end asks for a sign of life, and how long it waits for one; zero for never.</param>
    public static async Task<StreamPeer> ConnectAsync(bool reads = true, bool answersClose = true, int? bufferBytes = null, TimeSpan keepAlive = default)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        var tcp = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (bufferBytes is not null)
            tcp.ReceiveBufferSize = bufferBytes.Value;

        await tcp.ConnectAsync(listener.LocalEndPoint!, Token);
        var accepted = await listener.AcceptAsync(Token);
        accepted.NoDelay = true;
        if (bufferBytes is not null)
            accepted.SendBufferSize = bufferBytes.Value;

        var server = WebSocket.CreateFromStream(
            new NetworkStream(accepted, ownsSocket: true), new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = keepAlive, KeepAliveTimeout = keepAlive });
        var peer = new StreamPeer(tcp, server);
        if (reads)
            _ = Task.Run(() => peer.ReadAsync(answersClose), CancellationToken.None);

        return peer;
    }

    public async Task SendAsync(params string[] messages)
    {
        foreach (var message in messages)
            await SendAsync(Encoding.UTF8.GetBytes(message));
    }

    public Task SendAsync(byte[] message, WebSocketMessageType type = WebSocketMessageType.Text, bool endOfMessage = true) =>
        _socket.SendAsync(message, type, endOfMessage, Token);

    /// <summary>Sends bytes as they are, below the WebSocket; stops without a word when the connection breaks.</summary>
    /// <returns>Whether all of them were taken.</returns>
    public async Task<bool> TrySendRawAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _wire.WriteAsync(bytes, Token);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>The head of a text frame with a mask of zeros.</summary>
    public static byte[] FrameHead(long length, bool isFirst = true, bool isLast = true)
    {
        var head = new byte[14];
        head[0] = (byte)((isLast ? 0x80 : 0) | (isFirst ? 0x01 : 0x00));
        head[1] = 0x80 | 127;
        BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), length);
        return head;
    }

    /// <summary>The next message that the session sent.</summary>
    public async Task<string> NextAsync() => Encoding.UTF8.GetString(await _received.Reader.ReadAsync(Token));

    /// <summary>The next messages that the session sent.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var messages = new List<string>();
        while (messages.Count < count)
            messages.Add(await NextAsync());

        return messages;
    }

    /// <summary>All messages up to the close, or the break.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        var messages = new List<string>();
        await foreach (var message in _received.Reader.ReadAllAsync(Token))
            messages.Add(Encoding.UTF8.GetString(message));

        return messages;
    }

    /// <summary>Starts to read, of a peer that did not.</summary>
    public void Read() => _ = Task.Run(() => ReadAsync(answersClose: true), CancellationToken.None);

    /// <summary>Takes all bytes off the connection until it ends, and looks at none.</summary>
    public async Task DrainAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _wire.ReadAsync(buffer, CancellationToken.None) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            _closed.TrySetResult((-1, null));
        }
    }

    /// <summary>Closes, unless the session has closed first.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure)
    {
        try
        {
            await _socket.CloseOutputAsync(status, null, Token);
        }
        catch (WebSocketException exception) when (exception.WebSocketErrorCode == WebSocketError.InvalidState)
        {
            // Answered already, by the one who reads.
        }
    }

    /// <summary>Breaks the connection, without a farewell.</summary>
    public void Cut()
    {
        _tcp.LingerState = new LingerOption(enable: true, seconds: 0);
        _tcp.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        Server.Dispose();
        await _wire.DisposeAsync();
    }

    private async Task ReadAsync(bool answersClose)
    {
        var buffer = new byte[1 << 20];
        var length = 0;
        try
        {
            while (true)
            {
                var result = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    _closed.TrySetResult(((int?)_socket.CloseStatus ?? 0, _socket.CloseStatusDescription));
                    if (answersClose && _socket.State == WebSocketState.CloseReceived)
                        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

                    return;
                }

                length += result.Count;
                if (!result.EndOfMessage)
                    continue;

                _received.Writer.TryWrite(buffer[..length]);
                length = 0;
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            _closed.TrySetResult((-1, null));
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }
}
