using CallControl.AspNetCore;
using CallControl.SignalWire;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>An application with one flow and an emulated SignalWire, joined by real HTTP on loopback.</summary>
internal sealed class SignalWireWorld : IAsyncDisposable
{
    private const string Us = "+15550100002";

    private readonly TestApplication _app;

    private SignalWireWorld(SignalWireEmulator signalWire, TestApplication app)
    {
        SignalWire = signalWire;
        _app = app;
    }

    public SignalWireEmulator SignalWire { get; }

    public EventRecorder Events => _app.Events;

    public LogRecorder Log => _app.Log;

    public ICallControl Control => _app.Control;

    public ICalls Calls => _app.Calls;

    public IMediaStreams Streams => _app.Services.GetRequiredService<IMediaStreams>();

    public ISignalWireCallingClient Client => Control.GetService<ISignalWireCallingClient>()!;

    /// <summary>Where the account's endpoints are, with a slash at the end.</summary>
    public Uri Endpoints => _app.WebhookBase;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts both sides.</summary>
    /// <param name="flow">What the application does on a call; null for answering, where the test conducts it.</param>
    /// <param name="options">How the emulator behaves.</param>
    /// <param name="configure">Changes the account's options.</param>
    public static async Task<SignalWireWorld> StartAsync(
        Func<Call, CancellationToken, Task>? flow = null, SignalWireEmulatorOptions? options = null, Action<SignalWireOptions>? configure = null)
    {
        var signalWire = await SignalWireEmulator.StartAsync(options, Cancelled);
        var app = await TestApplication.StartAsync(
            flow ?? (async (call, ended) =>
            {
                await call.AnswerAsync(ended);
                await call.Ended;
            }),
            calls => calls.AddSignalWire(account =>
            {
                account.SpaceUrl = signalWire.BaseAddress;
                account.ProjectId = signalWire.ProjectId;
                account.ApiToken = signalWire.ApiToken;
                account.SigningKeys.Add(signalWire.SigningKey);
                account.RequireSignedCallbacks = true;
                configure?.Invoke(account);
            }).AddMediaStreams());

        // The vendor takes secure addresses only; the emulator is told where they lead.
        var streams = app.Services.GetRequiredService<IOptions<MediaStreamsOptions>>().Value;
        streams.PublicUrl = new UriBuilder(streams.PublicUrl!) { Scheme = "wss" }.Uri;
        app.Services.GetRequiredService<IOptions<CallControlOptions>>().Value.PublicBaseUrl = app.EndpointBase;
        var world = new SignalWireWorld(signalWire, app);
        signalWire.SwmlUrl = new Uri(world.Endpoints, "swml");
        signalWire.StatusUrl = new Uri(world.Endpoints, "status");
        return world;
    }

    /// <summary>Somebody calls, and is answered by the flow.</summary>
    /// <returns>The caller, and the call as the application sees it.</returns>
    public async Task<(EmulatedCaller Caller, Call Call)> ConnectAsync()
    {
        var caller = await SignalWire.PlaceCallAsync(to: Us, cancellationToken: Cancelled);
        var answered = await Events.WaitForAsync<CallAnswered>(each => each.Call.Value == caller.SessionId);
        return (caller, Calls.Get(answered.Provider, answered.Call));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await SignalWire.DisposeAsync();
    }
}
