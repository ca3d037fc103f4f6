using CallControl.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallControl.EndToEnd.Tests;

/// <summary>An application with one provider account and one flow, listening on loopback.</summary>
internal sealed class TestApplication : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApplication(WebApplication app, EventRecorder events, LogRecorder log)
    {
        _app = app;
        Events = events;
        Log = log;
    }

    public EventRecorder Events { get; }

    public LogRecorder Log { get; }

    public ICallControl Control => _app.Services.GetRequiredService<ICallControl>();

    public ICalls Calls => _app.Services.GetRequiredService<ICalls>();

    public IServiceProvider Services => _app.Services;

    /// <summary>Where all accounts' endpoints are.</summary>
    public Uri EndpointBase => new($"{_app.Urls.First()}/calls");

    /// <summary>Where the account's webhooks go, with a slash at the end.</summary>
    public Uri WebhookBase => new($"{EndpointBase}/{Control.Provider.Name}/");

    /// <summary>Starts it.</summary>
    /// <param name="flow">What the application does on a call.</param>
    /// <param name="register">Adds the account.</param>
    /// <param name="configure">Changes the engine's options.</param>
    public static async Task<TestApplication> StartAsync(
        Func<Call, CancellationToken, Task> flow, Action<CallControlBuilder> register, Action<CallControlOptions>? configure = null)
    {
        var events = new EventRecorder();
        var log = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddFilter("CallControl", LogLevel.Debug).AddProvider(log);
        builder.Services.AddSingleton(new FlowScript(flow));
        builder.Services.AddSingleton<ICallEventObserver>(events);
        builder.Services.AddCallControl(calls =>
        {
            calls.Configure(configure ?? (_ => { }));
            register(calls);
            calls.AddFlow<FlowScript>();
        });
        var app = builder.Build();
        app.MapCallControl();
        var hasStreams = app.Services.GetService<IMediaStreams>() is not null;
        if (hasStreams)
            app.MapMediaStream();

        await app.StartAsync(TestContext.Current.CancellationToken);
        if (hasStreams)
            app.Services.GetRequiredService<IOptions<MediaStreamsOptions>>().Value.PublicUrl = new UriBuilder(app.Urls.First()) { Scheme = "ws", Path = "/media" }.Uri;

        return new TestApplication(app, events, log);
    }

    /// <summary>The operating system asks the program to end.</summary>
    public void AskToStop() => _app.Lifetime.StopApplication();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
