using CallControl;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace QuickStart;

/// <summary>SignalWire's part of the demonstration.</summary>
public sealed class SignalWireDemo : IProviderDemo
{
    private SignalWireEmulator? _signalWire;

    public string Name => "signalwire";

    public event Action<EmulatorTraffic>? TrafficObserved;

    private SignalWireEmulator SignalWire => _signalWire ?? throw new InvalidOperationException("The emulator was not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _signalWire = await SignalWireEmulator.StartAsync(cancellationToken: cancellationToken);
        _signalWire.TrafficObserved += traffic => TrafficObserved?.Invoke(traffic);
    }

    public void Register(CallControlBuilder builder) => builder.AddSignalWire(options =>
    {
        options.SpaceUrl = SignalWire.BaseAddress;
        options.ProjectId = SignalWire.ProjectId;
        options.ApiToken = SignalWire.ApiToken;
        options.SigningKeys.Add(SignalWire.SigningKey);
    });

    public Task ConnectAsync(IServiceProvider services, Uri webhookBase, CancellationToken cancellationToken)
    {
        // An application on the internet knows its address, and sets it with Configure.
        services.GetRequiredService<IOptions<CallControlOptions>>().Value.PublicBaseUrl = webhookBase;

        // On a real account, both are set at the resource that the phone number is assigned to.
        SignalWire.SwmlUrl = new Uri(webhookBase, $"{Name}/swml");
        SignalWire.StatusUrl = new Uri(webhookBase, $"{Name}/status");
        return Task.CompletedTask;
    }

    public async Task CallAsync(string pin, CancellationToken cancellationToken)
    {
        var caller = await SignalWire.PlaceCallAsync(cancellationToken: cancellationToken);
        await caller.WaitForAnswerAsync(cancellationToken);
        await caller.WaitForPromptAsync(cancellationToken);
        await caller.PressAsync(pin + "#", cancellationToken);
        await caller.WaitForEndAsync(cancellationToken);
        await SignalWire.WaitForIdleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _signalWire?.DisposeAsync() ?? ValueTask.CompletedTask;
}
