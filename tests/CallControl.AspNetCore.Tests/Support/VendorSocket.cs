using System.Net.WebSockets;
using System.Text;

namespace CallControl.AspNetCore.Tests;

/// <summary>What a vendor does with its WebSocket.</summary>
internal static class VendorSocket
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task SayAsync(this WebSocket socket, params string[] messages)
    {
        foreach (var message in messages)
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Token);
    }

    /// <summary>The next message; null once the application has closed.</summary>
    public static async Task<string?> HearAsync(this WebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var result = await Patience.For(socket.ReceiveAsync(buffer.AsMemory(length), Token).AsTask());
            if (result.MessageType == WebSocketMessageType.Close)
            {
                await AnswerCloseAsync(socket);
                return null;
            }

            length += result.Count;
            if (result.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    /// <summary>How the application closed the WebSocket; what it sends before is skipped.</summary>
    public static async Task<(int Code, string? Description)> HearCloseAsync(this WebSocket socket)
    {
        while (await socket.HearAsync() is not null)
        {
        }

        return ((int)socket.CloseStatus!, socket.CloseStatusDescription);
    }

    private static async Task AnswerCloseAsync(WebSocket socket)
    {
        try
        {
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Token);
        }
        catch (WebSocketException)
        {
            // Who was still talking is cut off.
        }
    }
}
