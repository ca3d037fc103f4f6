using System.Net.WebSockets;
using CallControl.Media;
using CallControl.Media.Tests;
using CallControl.Telnyx;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallControl.AspNetCore.Tests;

/// <summary>An application on a real server that takes the media streams of two Telnyx accounts.</summary>
internal sealed class StreamHost : IAsyncDisposable
{
    public const string Provider = "telnyx";
    public const string OtherProvider = "second";

    private readonly WebApplication _app;

    private StreamHost(WebApplication app, LogRecorder log) => (_app, Log) = (app, log);

    public LogRecorder Log { get; }

    public IMediaStreams Streams => _app.Services.GetRequiredService<IMediaStreams>();

    public Uri Address => new(_app.Urls.First());

    /// <param name="time">The application's clock; null for the system's.</param>
    /// <param name="configure">Further settings.</param>
    /// <param name="use">What stands in the application before the endpoints.</param>
    public static async Task<StreamHost> StartAsync(TimeProvider? time = null, Action<MediaStreamsOptions>? configure = null, Action<WebApplication>? use = null)
    {
        var log = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddCallControl(calls => calls.AddTelnyx(Configure).AddTelnyx(OtherProvider, Configure).AddMediaStreams(configure));
        var app = builder.Build();
        use?.Invoke(app);
        app.MapMediaStream();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var host = new StreamHost(app, log);
        app.Services.GetRequiredService<IOptions<MediaStreamsOptions>>().Value.PublicUrl = new Uri($"ws://127.0.0.1:{host.Address.Port}/media");
        return host;
    }

    public static void Configure(TelnyxOptions options) => (options.ApiKey, options.AllowUnsignedWebhooks) = ("KEY", true);

    public Call CallOf(string id) => _app.Services.GetRequiredService<ICalls>().Get(Provider, new CallId(id));

    public HttpClient CreateClient() => new(new SocketsHttpHandler()) { BaseAddress = Address };

    /// <summary>Opens a WebSocket as a vendor does.</summary>
    public static async Task<ClientWebSocket> ConnectAsync(Uri url)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(url, TestContext.Current.CancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The status with which a WebSocket is refused; 101 when it is not.</summary>
    public static async Task<int> TryConnectAsync(Uri url)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(url, TestContext.Current.CancellationToken);
        }
        catch (WebSocketException)
        {
            // The status says it.
        }

        return (int)socket.HttpStatusCode;
    }

    /// <summary>Starts a stream from both sides.</summary>
    public async Task<(ClientWebSocket Vendor, MediaStreamSession Session, MediaStreamTicket Ticket)> StartStreamAsync(MediaStreamOptions? options = null)
    {
        var ticket = Streams.Expect(CallOf(TelnyxWire.CallId), options);
        var vendor = await ConnectAsync(ticket.Url);
        await vendor.SayAsync(TelnyxWire.Connected, TelnyxWire.Start);
        return (vendor, await Patience.For(ticket.AcceptAsync(cancellationToken: TestContext.Current.CancellationToken)), ticket);
    }

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
