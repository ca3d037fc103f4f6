using CallControl.Callr;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Contract.Tests.Callr;

/// <summary>An application that has registered one account of CALLR, as its documentation says, with WireMock for the vendor.</summary>
internal sealed class CallrApplication : IAsyncDisposable
{
    /// <summary>The account's registered name.</summary>
    public const string Account = "contract";

    private readonly ServiceProvider _services;

    public CallrApplication(CallrScope scope, Action<CallrOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCallControl(control => control.AddCallr(Account, options =>
        {
            options.BaseUrl = scope.BaseUrl;
            options.Login = scope.Login;
            options.Password = scope.Password;
            options.AllowUnauthenticatedRequests = true;
            configure?.Invoke(options);
        }));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _services.GetRequiredKeyedService<ICallrClient>(Account);
    }

    /// <summary>The account's client.</summary>
    public ICallrClient Client { get; }

    /// <summary>The account's adapter, which hands out the same client.</summary>
    public ICallControl Control => _services.GetRequiredKeyedService<ICallControl>(Account);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
