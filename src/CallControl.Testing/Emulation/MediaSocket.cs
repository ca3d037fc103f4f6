using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace CallControl.Testing.Emulation;

/// <summary>
/// A WebSocket that the vendor opens to the application. Its limits count in real time even on a manual clock, because it is a real
/// socket. An application that sends a message of more than 16 MiB, or leaves 65,536 messages unread, loses it.
/// </summary>
internal sealed class MediaSocket(Lock gate, Uri address, string? token, IMediaPeer peer)
{
    /// <summary>What may wait to be sent: twenty minutes of one track.</summary>
    private const int MaxWaiting = 1 << 16;

    private const int MaxMessage = 16 << 20;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(1);

    private readonly Channel<byte[]> _waiting = Channel.CreateUnbounded<byte[]>();
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebSocketCloseStatus _status = WebSocketCloseStatus.NormalClosure;
    private bool _isClosed;

    /// <summary>Sends a text once what waits was sent. Called under the lock, as is <see cref="Close"/>.</summary>
    public void Send(byte[] message)
    {
        if (_waiting.Reader.Count < MaxWaiting)
            _waiting.Writer.TryWrite(message);
        else
            Lose(WebSocketCloseStatus.PolicyViolation);
    }

    /// <summary>Closes it once what waits was sent; nothing is told any more.</summary>
    public void Close()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
        _closing.TrySetResult();
    }

    /// <summary>Opens it, and runs it to its end.</summary>
    /// <param name="tried">Called once it is open, or has failed, and that was told.</param>
    public async Task RunAsync(Action tried)
    {
        using var socket = new ClientWebSocket();
        using var abort = new CancellationTokenSource();
        try
        {
            if (!await ConnectAsync(socket).ConfigureAwait(false))
                return;
        }
        finally
        {
            tried();
        }

        var work = Task.WhenAll(SendAllAsync(socket, abort.Token), ReceiveAllAsync(socket, abort.Token));
        await _closing.Task.ConfigureAwait(false);
        try
        {
            await work.WaitAsync(CloseLimit, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await abort.CancelAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    private async Task<bool> ConnectAsync(ClientWebSocket socket)
    {
        using var stop = new CancellationTokenSource(ConnectLimit, TimeProvider.System);
        try
        {
            socket.Options.Proxy = null;
            socket.Options.CollectHttpResponseDetails = true;
            if (token is not null)
                socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            var connecting = socket.ConnectAsync(address, stop.Token);
            if (await Task.WhenAny(connecting, _closing.Task).ConfigureAwait(false) != connecting)
                await stop.CancelAsync().ConfigureAwait(false);
            await connecting.ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or HttpRequestException or IOException
            or ArgumentException or FormatException)
        {
            Tell(() => peer.Failed(ReasonOf(error, socket.HttpStatusCode)), isLast: true);
            return false;
        }

        Tell(peer.Opened, isLast: false);
        return true;
    }

    private async Task SendAllAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
            await socket.CloseOutputAsync(_status, statusDescription: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // Whoever receives on the same socket tells of it.
            socket.Abort();
        }
    }

    private async Task ReceiveAllAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (received.MessageType is WebSocketMessageType.Close)
                    break;
                length += received.Count;
                if (received.EndOfMessage)
                {
                    var (end, isText) = (length, received.MessageType is WebSocketMessageType.Text);
                    Tell(() => peer.Received(buffer.AsSpan(0, end), isText), isLast: false);
                    length = 0;
                }
                else if (length == MaxMessage)
                {
                    // Reads on until the application has closed, too: what is unread would cut off the close that is on its way.
                    lock (gate)
                        Lose(WebSocketCloseStatus.MessageTooBig);
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
            }
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // Told below, as a close is: the application is gone either way.
        }

        Tell(peer.Lost, isLast: true);
    }

    private static bool IsBroken(Exception error) =>
        error is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    private static string ReasonOf(Exception error, HttpStatusCode status) =>
        error is OperationCanceledException ? "timeout"
        : status is not default(HttpStatusCode) ? $"HTTP status {(int)status}"
        : error.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? "connection refused"
        : "connection failed";

    private void Lose(WebSocketCloseStatus status)
    {
        if (_isClosed)
            return;
        _status = status;
        Close();
        peer.Lost();
    }

    private void Tell(Action what, bool isLast)
    {
        lock (gate)
        {
            if (_isClosed)
                return;
            if (isLast)
                Close();
            what();
        }
    }
}
