using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace CallControl.Media;

/// <summary>Sends messages over a WebSocket, one at a time: enter, write, flush, exit.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore without a wait handle has nothing to dispose of, and senders may still come.")]
internal sealed class MessageSender(WebSocket socket)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);

    /// <summary>Where a message is written by whom it is the turn.</summary>
    public IBufferWriter<byte> Buffer => _buffer;

    public Task EnterAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    public void Exit()
    {
        _buffer.ResetWrittenCount();
        _turn.Release();
    }

    /// <summary>Sends what was written as a message.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await socket.SendAsync(_buffer.WrittenMemory, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
