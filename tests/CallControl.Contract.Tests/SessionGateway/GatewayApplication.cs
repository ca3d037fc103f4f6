using CallControl.SessionGateway;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>An application that has registered one account of the session gateway, as its documentation says, with WireMock for a gateway.</summary>
internal sealed class GatewayApplication : IAsyncDisposable
{
    /// <summary>The account's registered name.</summary>
    public const string Account = "contract";

    private readonly ServiceProvider _services;

    public GatewayApplication(GatewayScope scope, Action<SessionGatewayOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCallControl(control => control.AddSessionGateway(Account, options =>
        {
            options.BaseUrl = scope.BaseAddress;
            options.AppId = scope.AppId;
            options.ApiKey = scope.ApiKey;
            options.AdminApiKey = scope.AdminApiKey;
            options.WebhookSecrets = ["contract-tests-webhook-secret"];
            configure?.Invoke(options);
        }));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _services.GetRequiredKeyedService<ISessionGatewayClient>(Account);
    }

    /// <summary>The account's client.</summary>
    public ISessionGatewayClient Client { get; }

    /// <summary>The account's adapter, which hands out the same client.</summary>
    public ICallControl Control => _services.GetRequiredKeyedService<ICallControl>(Account);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
