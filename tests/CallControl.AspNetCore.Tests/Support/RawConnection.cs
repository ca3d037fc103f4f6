using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallControl.AspNetCore.Tests;

/// <summary>A TCP connection for requests that no decent client sends.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket;

    private RawConnection(Socket socket)
    {
        _socket = socket;
    }

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), TestContext.Current.CancellationToken);
        return new RawConnection(socket);
    }

    public async Task SendAsync(string text) =>
        await _socket.SendAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

    /// <summary>The status of the first answer; 0 when the server closes the connection without one.</summary>
    public async Task<int> ReadStatusAsync()
    {
        var text = await Patience.For(ReadHeadAsync());
        return text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), provider: null) : 0;
    }

    /// <summary>Says that no more bytes will come.</summary>
    public void FinishSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection, without a farewell.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReadHeadAsync()
    {
        var text = "";
        var buffer = new byte[4096];
        try
        {
            while (!text.Contains("\r\n\r\n", StringComparison.Ordinal)
                && await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken) is var read and > 0)
            {
                text += Encoding.Latin1.GetString(buffer, 0, read);
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed the hard way.
        }

        return text;
    }
}
