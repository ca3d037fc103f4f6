using System.Text;
using CallControl.Providers;
using CallControl.SignalWire;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>An application that has registered one project of SignalWire, as its documentation says, with WireMock for the vendor.</summary>
internal sealed class SignalWireApplication : IAsyncDisposable
{
    /// <summary>The project's registered name.</summary>
    public const string Account = "contract";

    /// <summary>Where the vendor is to report to.</summary>
    public const string StatusUrl = "https://ivr.example.com/calls/contract/status";

    private readonly ServiceProvider _services;

    public SignalWireApplication(SignalWireScope scope, Action<SignalWireOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCallControl(control => control.AddSignalWire(Account, options =>
        {
            options.SpaceUrl = scope.SpaceUrl;
            options.ProjectId = scope.ProjectId;
            options.ApiToken = scope.ApiToken;
            options.AllowUnsignedRequests = true;
            configure?.Invoke(options);
        }));
        services.Configure<CallControlOptions>(options => options.PublicBaseUrl = new Uri("https://ivr.example.com/calls"));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Client = _services.GetRequiredKeyedService<ISignalWireCallingClient>(Account);
    }

    /// <summary>The project's client.</summary>
    public ISignalWireCallingClient Client { get; }

    /// <summary>The project's adapter, which hands out the same client.</summary>
    public ICallControl Control => _services.GetRequiredKeyedService<ICallControl>(Account);

    /// <summary>Reports to the application as the vendor does.</summary>
    /// <param name="json">The body.</param>
    /// <param name="path">The path behind the project's own.</param>
    public async Task ReportAsync(string json, string path = "status")
    {
        var request = new InboundRequest
        {
            Method = "POST",
            Path = path,
            Url = new Uri("https://ivr.example.com/calls/contract/" + path),
            ContentType = "application/json",
            Header = static _ => null,
            Body = Encoding.UTF8.GetBytes(json),
        };
        var response = await _services.GetRequiredKeyedService<IInboundHandler>(Account).HandleAsync(request, CancellationToken.None);
        response.StatusCode.Should().Be(200);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
