using System.Net.Http.Headers;
using System.Text;
using CallControl.Callr;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallControl.EndToEnd.Tests.Callr;

/// <summary>An application with one flow and an emulated CALLR, joined by real HTTP on loopback.</summary>
internal sealed class CallrWorld : IAsyncDisposable
{
    private const string Us = "+15550100002";

    private readonly TestApplication _app;

    private CallrWorld(CallrEmulator callr, TestApplication app)
    {
        Callr = callr;
        _app = app;
    }

    public CallrEmulator Callr { get; }

    public EventRecorder Events => _app.Events;

    public LogRecorder Log => _app.Log;

    public ICallControl Control => _app.Control;

    public ICalls Calls => _app.Calls;

    public ICallrRealTimeClient RealTime => Control.GetService<ICallrRealTimeClient>()!;

    public ICallrClient Client => Control.GetService<ICallrClient>()!;

    /// <summary>Where the vendor asks what happens next.</summary>
    public Uri Endpoint => new(_app.EndpointBase + "/callr");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts both sides.</summary>
    /// <param name="flow">What the application does on a call; null for answering, where the test conducts it.</param>
    /// <param name="options">How the emulator behaves.</param>
    /// <param name="configure">Changes the account's options.</param>
    /// <param name="register">Registers more.</param>
    public static async Task<CallrWorld> StartAsync(
        Func<Call, CancellationToken, Task>? flow = null,
        CallrEmulatorOptions? options = null,
        Action<CallrOptions>? configure = null,
        Action<CallControlBuilder>? register = null)
    {
        options ??= new CallrEmulatorOptions { MediaDuration = TimeSpan.FromMilliseconds(50) };
        var callr = await CallrEmulator.StartAsync(options, Cancelled);
        var app = await TestApplication.StartAsync(
            flow ?? (async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                await call.Ended;
            }),
            calls =>
            {
                calls.Services.TryAddSingleton(options.TimeProvider);
                calls.AddCallr(account =>
                {
                    account.BaseUrl = callr.BaseAddress;
                    account.ApiKey = callr.ApiKey;
                    account.App = callr.App;
                    account.DefaultVoice = "TTS_EN-GB_SERENA";
                    account.Credentials.Add(new CallrAppCredentials { Login = callr.RealTimeLogin, Password = callr.RealTimePassword });
                    configure?.Invoke(account);
                });
                calls.Services.AddHttpClient(CallrBuilderExtensions.AudioClientName()).ConfigurePrimaryHttpMessageHandler(() => new ToneServer());
                register?.Invoke(calls);
            });
        var world = new CallrWorld(callr, app);
        callr.RealTimeUrl = world.Endpoint;
        return world;
    }

    /// <summary>What the vendor authenticates with.</summary>
    public AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Callr.RealTimeLogin}:{Callr.RealTimePassword}")));

    /// <summary>Somebody calls, and is answered by the flow.</summary>
    /// <returns>The caller, and the call as the application sees it.</returns>
    public async Task<(EmulatedCaller Caller, Call Call)> ConnectAsync()
    {
        var caller = await Callr.PlaceCallAsync(to: Us, cancellationToken: Cancelled);
        var answered = await Events.WaitForAsync<CallAnswered>(each => each.Call.Value == caller.SessionId);
        return (caller, Calls.Get(answered.Provider, answered.Call));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Callr.DisposeAsync();
    }
}
