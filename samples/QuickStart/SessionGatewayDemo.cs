using CallControl;
using CallControl.SessionGateway;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>The session gateway's part of the demonstration.</summary>
public sealed class SessionGatewayDemo : IProviderDemo
{
    // Not secrets: they open nothing but the emulator within this process.
    private const string AppId = "quick-start";
    private const string ApiKey = "quick-start-api-key";
    private const string AdminApiKey = "quick-start-admin-key";
    private const string WebhookSecret = "quick-start-webhook-secret";

    private SessionGatewayEmulator? _gateway;

    public string Name => "session-gateway";

    public event Action<EmulatorTraffic>? TrafficObserved;

    private SessionGatewayEmulator Gateway => _gateway ?? throw new InvalidOperationException("The emulator was not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new SessionGatewayEmulatorOptions { AppId = AppId, ApiKey = ApiKey, AdminApiKey = AdminApiKey };
        _gateway = await SessionGatewayEmulator.StartAsync(options, cancellationToken);
        _gateway.TrafficObserved += traffic => TrafficObserved?.Invoke(traffic);
    }

    public void Register(CallControlBuilder builder) => builder.AddSessionGateway(options =>
    {
        options.BaseUrl = Gateway.BaseAddress;
        options.AppId = AppId;
        options.ApiKey = ApiKey;
        options.AdminApiKey = AdminApiKey;
        options.WebhookSecrets.Add(WebhookSecret);
    });

    public async Task ConnectAsync(IServiceProvider services, Uri webhookBase, CancellationToken cancellationToken)
    {
        var client = services.GetRequiredService<ICallControl>().GetService<ISessionGatewayClient>()!;
        var webhook = new Uri(webhookBase, $"{Name}/{WebhookSecret}");
        await client.UpsertAppAsync(AppId, new UpsertAppCommand { WebhookUrl = webhook.AbsoluteUri, ApiKey = ApiKey }, cancellationToken);
    }

    public async Task CallAsync(string pin, CancellationToken cancellationToken)
    {
        var caller = await Gateway.PlaceCallAsync(cancellationToken: cancellationToken);
        await caller.WaitForAnswerAsync(cancellationToken);
        await caller.WaitForPromptAsync(cancellationToken);
        await caller.PressAsync(pin + "#", cancellationToken);
        await caller.WaitForEndAsync(cancellationToken);
        await Gateway.WaitForIdleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _gateway?.DisposeAsync() ?? ValueTask.CompletedTask;
}
