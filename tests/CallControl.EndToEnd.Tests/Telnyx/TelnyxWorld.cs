using CallControl.AspNetCore;
using CallControl.Telnyx;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>An application with one flow and an emulated Telnyx, joined by real HTTP on loopback.</summary>
internal sealed class TelnyxWorld : IAsyncDisposable
{
    private const string Us = "+15550100002";

    private readonly TestApplication _app;

    private TelnyxWorld(TelnyxEmulator telnyx, TestApplication app)
    {
        Telnyx = telnyx;
        _app = app;
    }

    public TelnyxEmulator Telnyx { get; }

    public EventRecorder Events => _app.Events;

    public LogRecorder Log => _app.Log;

    public ICallControl Control => _app.Control;

    public ICalls Calls => _app.Calls;

    public IMediaStreams Streams => _app.Services.GetRequiredService<IMediaStreams>();

    public ITelnyxCallsClient Client => Control.GetService<ITelnyxCallsClient>()!;

    /// <summary>The address of the webhooks.</summary>
    public Uri WebhookUrl => new(_app.WebhookBase.AbsoluteUri.TrimEnd('/'));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts both sides.</summary>
    /// <param name="flow">What the application does on a call; null for nothing, where the test conducts it.</param>
    /// <param name="options">How the emulator behaves.</param>
    /// <param name="configure">Changes the engine's options.</param>
    public static async Task<TelnyxWorld> StartAsync(
        Func<Call, CancellationToken, Task>? flow = null, TelnyxEmulatorOptions? options = null, Action<CallControlOptions>? configure = null)
    {
        var telnyx = await TelnyxEmulator.StartAsync(options, Cancelled);
        var app = await TestApplication.StartAsync(
            flow ?? ((call, ended) => call.Ended),
            calls => calls.AddTelnyx(account =>
            {
                account.BaseUrl = telnyx.BaseAddress;
                account.ApiKey = telnyx.ApiKey;
                account.ConnectionId = telnyx.ConnectionId;
                account.PublicKeys.Add(telnyx.PublicKey);
            }).AddMediaStreams(),
            configure);
        var world = new TelnyxWorld(telnyx, app);
        telnyx.WebhookUrl = world.WebhookUrl;
        return world;
    }

    /// <summary>The operating system asks the application to end.</summary>
    public void AskToStop() => _app.AskToStop();

    /// <summary>Somebody calls.</summary>
    /// <returns>The caller, and the call as the application sees it.</returns>
    public async Task<(EmulatedCaller Caller, Call Call)> RingAsync()
    {
        var caller = await Telnyx.PlaceCallAsync(to: Us, cancellationToken: Cancelled);
        var incoming = await Events.WaitForAsync<CallIncoming>(each => each.Call.Value == caller.SessionId);
        return (caller, Calls.Get(incoming.Provider, incoming.Call));
    }

    /// <summary>Somebody calls, and is answered.</summary>
    public async Task<(EmulatedCaller Caller, Call Call)> ConnectAsync()
    {
        var (caller, call) = await RingAsync();
        await call.AnswerAsync(Cancelled);
        return (caller, call);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Telnyx.DisposeAsync();
    }
}
