using CallControl;
using CallControl.Callr;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>CALLR's part of the demonstration.</summary>
public sealed class CallrDemo : IProviderDemo
{
    private CallrEmulator? _callr;

    public string Name => "callr";

    public event Action<EmulatorTraffic>? TrafficObserved;

    private CallrEmulator Callr => _callr ?? throw new InvalidOperationException("The emulator was not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _callr = await CallrEmulator.StartAsync(cancellationToken: cancellationToken);
        _callr.TrafficObserved += traffic => TrafficObserved?.Invoke(traffic);
    }

    public void Register(CallControlBuilder builder)
    {
        builder.AddCallr(options =>
        {
            options.BaseUrl = Callr.BaseAddress;
            options.ApiKey = Callr.ApiKey;
            options.Credentials.Add(new CallrAppCredentials { Login = Callr.RealTimeLogin, Password = Callr.RealTimePassword });
        });

        // CALLR fetches no audio: CallControl does. The demonstration answers from memory, so that it needs no network.
        builder.Services.AddHttpClient(CallrBuilderExtensions.AudioClientName()).ConfigurePrimaryHttpMessageHandler(() => new AudioOnThisMachine());
    }

    public Task ConnectAsync(IServiceProvider services, Uri webhookBase, CancellationToken cancellationToken)
    {
        // On a real account, the address is set at the Real-Time app.
        Callr.RealTimeUrl = new Uri(webhookBase, Name);
        return Task.CompletedTask;
    }

    public async Task CallAsync(string pin, CancellationToken cancellationToken)
    {
        var caller = await Callr.PlaceCallAsync(cancellationToken: cancellationToken);
        await caller.WaitForAnswerAsync(cancellationToken);
        await caller.WaitForPromptAsync(cancellationToken);
        await caller.PressAsync(pin + "#", cancellationToken);
        await caller.WaitForEndAsync(cancellationToken);
        await Callr.WaitForIdleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _callr?.DisposeAsync() ?? ValueTask.CompletedTask;
}
