using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore.Tests;

/// <summary>An application on a real server, with scripted providers behind <c>MapCallControl</c>.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    public const string Provider = "fake";

    private readonly WebApplication _app;

    private EdgeHost(WebApplication app, LogRecorder log)
    {
        _app = app;
        Log = log;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 32 })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public LogRecorder Log { get; }

    /// <summary>Starts with one provider, named <c>fake</c>, below <c>/calls</c>.</summary>
    public static Task<EdgeHost> StartAsync(ScriptedHandler handler, Action<KestrelServerOptions>? server = null) =>
        StartAsync([(Provider, handler)], app => app.MapCallControl(), server);

    /// <summary>Starts with some providers.</summary>
    public static async Task<EdgeHost> StartAsync(
        (string Name, ScriptedHandler Handler)[] providers, Action<WebApplication> map, Action<KestrelServerOptions>? server = null)
    {
        var log = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server ?? (static _ => { }));
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.Debug).AddProvider(log);
        builder.Services.AddCallControl(calls =>
        {
            foreach (var (name, handler) in providers)
                calls.AddProvider(name, NoControl, _ => handler);
        });
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new EdgeHost(app, log);
    }

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string? contentType = "application/json")
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        return Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens a connection on which a test writes HTTP itself.</summary>
    public Task<RawConnection> ConnectAsync() => RawConnection.OpenAsync(Address.Port);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static ICallControl NoControl(IServiceProvider services) => throw new NotSupportedException("Nobody sends commands here.");
}
