using CallControl.SessionGateway;
using CallControl.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>An application with one flow and an emulated gateway, joined by real HTTP on loopback.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    public const string Secret = "end-to-end-webhook-secret";

    private readonly WebApplication _app;

    private GatewayWorld(SessionGatewayEmulator gateway, WebApplication app, EventRecorder events, LogRecorder log)
    {
        Gateway = gateway;
        _app = app;
        Events = events;
        Log = log;
    }

    public SessionGatewayEmulator Gateway { get; }

    public EventRecorder Events { get; }

    public LogRecorder Log { get; }

    public ICallControl Control => _app.Services.GetRequiredService<ICallControl>();

    public ICalls Calls => _app.Services.GetRequiredService<ICalls>();

    public ISessionGatewayClient Client => Control.GetService<ISessionGatewayClient>()!;

    public Uri WebhookBase => new(_app.Urls.First() + "/calls/session-gateway/");

    /// <summary>Starts both sides.</summary>
    /// <param name="flow">What the application does on a call.</param>
    /// <param name="options">How the emulator behaves.</param>
    /// <param name="configure">Changes the engine's options.</param>
    public static async Task<GatewayWorld> StartAsync(
        Func<Call, CancellationToken, Task> flow,
        SessionGatewayEmulatorOptions? options = null,
        Action<CallControlOptions>? configure = null)
    {
        options ??= new SessionGatewayEmulatorOptions();
        var gateway = await SessionGatewayEmulator.StartAsync(options, TestContext.Current.CancellationToken);
        var events = new EventRecorder();
        var log = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddFilter("CallControl", LogLevel.Debug).AddProvider(log);
        builder.Services.AddSingleton(new FlowScript(flow));
        builder.Services.AddSingleton<ICallEventObserver>(events);
        builder.Services.AddCallControl(calls => calls
            .Configure(configure ?? (_ => { }))
            .AddSessionGateway(account =>
            {
                account.BaseUrl = gateway.BaseAddress;
                account.AppId = options.AppId;
                account.ApiKey = options.ApiKey;
                account.AdminApiKey = options.AdminApiKey;
                account.WebhookSecrets.Add(Secret);
            })
            .AddFlow<FlowScript>());
        var app = builder.Build();
        app.MapCallControl();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var world = new GatewayWorld(gateway, app, events, log);
        gateway.WebhookUrl = new Uri(world.WebhookBase, Secret);
        return world;
    }

    public Task<EmulatedCaller> CallAsync() => Gateway.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
