using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Benchmarks;

/// <summary>The SDK as an application sets it up, with one account of the session gateway.</summary>
internal sealed class GatewayAccount : IAsyncDisposable
{
    public const string Name = "session-gateway";
    public const string AppId = "benchmarks";
    public const string ApiKey = "0123456789abcdef0123456789abcdef";
    public const string Session = "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479";
    public const string Audio = "https://cdn.example.com/greeting.wav";

    private static readonly CallId Call = new(Session);
    private static readonly HangupRequest Hangup = new();
    private static readonly PlaybackRequest Playback = new() { Sources = [MediaSource.Url(Audio)] };

    private readonly ServiceProvider _services;
    private readonly ICallControl _control;
    private readonly LastOperation _operations;

    /// <summary>Sets it up.</summary>
    /// <param name="baseAddress">Where the gateway is.</param>
    /// <param name="handler">What stands in for the network; null for the network.</param>
    /// <param name="eventBacklog">How many events a call keeps for later readers; null for the default.</param>
    public GatewayAccount(Uri baseAddress, HttpMessageHandler? handler = null, int? eventBacklog = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new CooldownPacer(new LeapingTime()));
        services.AddSingleton<IOperationRegistry>(provider => new LastOperation(provider.GetRequiredService<CallHub>()));
        services.AddCallControl(calls => calls
            .Configure(options => options.EventBacklog = eventBacklog ?? options.EventBacklog)
            .AddSessionGateway(account =>
            {
                account.BaseUrl = baseAddress;
                account.AppId = AppId;
                account.ApiKey = ApiKey;
                account.AllowUnsignedWebhooks = true;
            }));
        if (handler is not null)
            services.AddHttpClient(CallControlBuilder.TransportName(Name)).ConfigurePrimaryHttpMessageHandler(() => handler);

        _services = services.BuildServiceProvider();
        _control = _services.GetRequiredService<ICallControl>();
        _operations = (LastOperation)_services.GetRequiredService<IOperationRegistry>();
        Hub = _services.GetRequiredService<CallHub>();
        // A call that is known, as calls are when they are sent commands.
        Hub.Get(Name, Call);
        Inbound = _services.GetRequiredKeyedService<IInboundHandler>(Name);
    }

    public CallHub Hub { get; }

    public IInboundHandler Inbound { get; }

    public Task HangupAsync() => _control.HangupAsync(Call, Hangup);

    /// <summary>Starts a playback: the operation is registered, the command sent and accepted. Then it is ended by hand, so that they do not pile up.</summary>
    public async Task StartAndEndAsync()
    {
        await _control.StartPlaybackAsync(Call, Playback);
        _operations.EndLast();
    }

    /// <summary>Starts a playback and completes it by its event.</summary>
    public async Task PlayAsync()
    {
        var operation = await _control.StartPlaybackAsync(Call, Playback);
        await Hub.AcceptAsync(new PlaybackEnded { Provider = Name, Call = Call, Name = "playback.stopped", Operation = operation.Id });
        await operation.Completion;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
