using CallControl.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>An application that has registered one account of Telnyx, as its documentation says, with WireMock for the vendor.</summary>
internal sealed class TelnyxApplication : IAsyncDisposable
{
    /// <summary>The account's registered name.</summary>
    public const string Account = "contract";

    private readonly ServiceProvider _services;

    public TelnyxApplication(TelnyxScope scope, Action<TelnyxOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCallControl(control => control.AddTelnyx(Account, options =>
        {
            options.BaseUrl = scope.BaseAddress;
            options.ApiKey = scope.ApiKey;
            options.AllowUnsignedWebhooks = true;
            configure?.Invoke(options);
        }));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _services.GetRequiredKeyedService<ITelnyxCallsClient>(Account);
    }

    /// <summary>The account's client.</summary>
    public ITelnyxCallsClient Client { get; }

    /// <summary>The account's adapter, which hands out the same client.</summary>
    public ICallControl Control => _services.GetRequiredKeyedService<ICallControl>(Account);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
