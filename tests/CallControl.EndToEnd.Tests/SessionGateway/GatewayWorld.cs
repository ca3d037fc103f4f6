using CallControl.SessionGateway;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>An application with one flow and an emulated gateway, joined by real HTTP on loopback.</summary>
internal sealed class GatewayWorld : IAsyncDisposable
{
    public const string Secret = "end-to-end-webhook-secret";

    private readonly TestApplication _app;

    private GatewayWorld(SessionGatewayEmulator gateway, TestApplication app)
    {
        Gateway = gateway;
        _app = app;
    }

    public SessionGatewayEmulator Gateway { get; }

    public EventRecorder Events => _app.Events;

    public LogRecorder Log => _app.Log;

    public ICallControl Control => _app.Control;

    public ICalls Calls => _app.Calls;

    public ISessionGatewayClient Client => Control.GetService<ISessionGatewayClient>()!;

    public Uri WebhookBase => _app.WebhookBase;

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
        var app = await TestApplication.StartAsync(
            flow,
            calls => calls.AddSessionGateway(account =>
            {
                account.BaseUrl = gateway.BaseAddress;
                account.AppId = options.AppId;
                account.ApiKey = options.ApiKey;
                account.AdminApiKey = options.AdminApiKey;
                account.WebhookSecrets.Add(Secret);
            }),
            configure);
        gateway.WebhookUrl = new Uri(app.WebhookBase, Secret);
        return new GatewayWorld(gateway, app);
    }

    public Task<EmulatedCaller> CallAsync() => Gateway.PlaceCallAsync(cancellationToken: TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Gateway.DisposeAsync();
    }
}
