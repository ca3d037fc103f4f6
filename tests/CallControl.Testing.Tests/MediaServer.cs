using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Testing.Tests;

/// <summary>The application's side of media streams: a bare WebSocket server.</summary>
public sealed class MediaServer : IAsyncDisposable
{
    private readonly Channel<MediaSession> _sessions = Channel.CreateUnbounded<MediaSession>();
    private readonly WebApplication _application;

    private MediaServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.UseWebSockets(new WebSocketOptions());
        _application.Run(HandleAsync);
    }

    public Uri Url { get; private set; } = null!;

    /// <summary>Refuses the handshake with a status; null takes it.</summary>
    public int? Refusal { get; set; }

    /// <summary>Whether it reads what it is sent.</summary>
    public bool IsReading { get; set; } = true;

    public static async Task<MediaServer> StartAsync()
    {
        var server = new MediaServer();
        await server._application.StartAsync(Deadline.Token);
        var addresses = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Url = new UriBuilder(addresses.Addresses.Single()) { Scheme = "ws", Path = "/media" }.Uri;
        return server;
    }

    /// <summary>The next stream that was opened.</summary>
    public Task<MediaSession> AcceptAsync() => _sessions.Reader.ReadAsync(Deadline.Token).AsTask();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (Refusal is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var session = new MediaSession(await context.WebSockets.AcceptWebSocketAsync(), context.Request.Headers.Authorization.ToString());
        _sessions.Writer.TryWrite(session);
        if (IsReading)
            await session.ReadAllAsync(context.RequestAborted);
        else
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

/// <summary>One stream, as the application sees it.</summary>
public sealed class MediaSession(WebSocket socket, string authorization)
{
    private readonly Channel<string> _messages = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Authorization => authorization;

    /// <summary>Whether the other side closed it as one should, not just went away.</summary>
    public bool WasClosed { get; private set; }

    /// <summary>What it was closed with.</summary>
    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    /// <summary>The next message.</summary>
    public async Task<JsonElement> NextAsync() => JsonDocument.Parse(await _messages.Reader.ReadAsync(Deadline.Token)).RootElement;

    public async Task<JsonElement> NextAsync(string name)
    {
        var message = await NextAsync();
        message.GetProperty("event").GetString().Should().Be(name);
        return message;
    }

    public async Task<IReadOnlyList<JsonElement>> TakeAsync(int count)
    {
        var messages = new List<JsonElement>();
        while (messages.Count < count)
            messages.Add(await NextAsync());
        return messages;
    }

    /// <summary>All that is left, once the stream is over.</summary>
    public async Task<IReadOnlyList<JsonElement>> RestAsync()
    {
        await _gone.Task.WaitAsync(Deadline.Token);
        var rest = new List<JsonElement>();
        while (_messages.Reader.TryRead(out var message))
            rest.Add(JsonDocument.Parse(message).RootElement);
        return rest;
    }

    public Task SendAsync(string text) => socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Deadline.Token);

    public Task SendBytesAsync(byte[] bytes) => socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, Deadline.Token);

    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, Deadline.Token);

    /// <summary>Goes away without a word.</summary>
    public void Abort() => socket.Abort();

    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        var length = 0;
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                if (received.MessageType is WebSocketMessageType.Close)
                {
                    WasClosed = true;
                    break;
                }

                length += received.Count;
                if (!received.EndOfMessage)
                    continue;
                _messages.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, length));
                length = 0;
            }

            if (socket.State is WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, cancellationToken);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The other side went away; what came before is kept.
        }

        _gone.TrySetResult();
    }
}
