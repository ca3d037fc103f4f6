using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace CallControl.Media;

/// <summary>Puts a WebSocket's messages together from their fragments, within bounds. One call at a time.</summary>
internal sealed class MessageReceiver(WebSocket socket, int maxBytes) : IDisposable
{
    // A message arrives in as many pieces as it had fragments, or packets; of a peer that sends ever more of next to nothing this is the end.
    private const int MaxFragments = 1024;
    private const int BytesOfFurtherFragments = 256;
    private const int FirstBytes = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBytes, maxBytes));

    /// <summary>The next message, good until the one after it is asked for; or the stream's end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<(ReadOnlyMemory<byte> Message, MediaStreamEnd? End, WebSocketCloseStatus Status)> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        for (var fragments = 1; ; fragments++)
        {
            ValueWebSocketReceiveResult result;
            try
            {
                result = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            }
            catch (WebSocketException exception) when (exception.WebSocketErrorCode == WebSocketError.Faulted)
            {
                // The WebSocket has closed by itself, with the code for it.
                return (default, new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "what came is no valid WebSocket frame, or no UTF-8") { Cause = exception }, default);
            }
            catch (WebSocketException exception)
            {
                return (default, new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, exception.WebSocketErrorCode.ToString()) { Cause = exception }, default);
            }

            if (result.MessageType == WebSocketMessageType.Close)
                return Ended(MediaStreamEndReason.ClosedByPeer, $"close code {(int?)socket.CloseStatus ?? 1005}");

            if (result.MessageType == WebSocketMessageType.Binary)
                return Ended(MediaStreamEndReason.ProtocolViolation, "a binary message came, where messages are text", WebSocketCloseStatus.InvalidMessageType);

            length += result.Count;
            if (length > maxBytes)
                return Ended(MediaStreamEndReason.ProtocolViolation, $"a message of more than {maxBytes} bytes came", WebSocketCloseStatus.MessageTooBig);

            if (result.EndOfMessage)
                return (_buffer.AsMemory(0, length), null, default);

            if (fragments >= MaxFragments + (length / BytesOfFurtherFragments))
                return Ended(MediaStreamEndReason.ProtocolViolation, "a message of too many fragments came", WebSocketCloseStatus.PolicyViolation);

            if (length == _buffer.Length)
                Grow(length);
        }
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static (ReadOnlyMemory<byte> Message, MediaStreamEnd? End, WebSocketCloseStatus Status) Ended(
        MediaStreamEndReason reason, string detail, WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure) =>
        (default, new MediaStreamEnd(reason, detail), status);

    // One byte above the limit, so that a message of just the limit is told from a longer one.
    private void Grow(int used)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(2 * used, maxBytes + 1));
        _buffer.AsSpan(0, used).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
