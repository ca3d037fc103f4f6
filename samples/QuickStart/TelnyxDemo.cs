using CallControl;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Telnyx's part of the demonstration.</summary>
public sealed class TelnyxDemo : IProviderDemo
{
    private TelnyxEmulator? _telnyx;

    public string Name => "telnyx";

    public event Action<EmulatorTraffic>? TrafficObserved;

    private TelnyxEmulator Telnyx => _telnyx ?? throw new InvalidOperationException("The emulator was not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _telnyx = await TelnyxEmulator.StartAsync(cancellationToken: cancellationToken);
        _telnyx.TrafficObserved += traffic => TrafficObserved?.Invoke(traffic);
    }

    public void Register(CallControlBuilder builder) => builder.AddTelnyx(options =>
    {
        options.BaseUrl = Telnyx.BaseAddress;
        options.ApiKey = Telnyx.ApiKey;
        options.PublicKeys.Add(Telnyx.PublicKey);
    });

    public Task ConnectAsync(IServiceProvider services, Uri webhookBase, CancellationToken cancellationToken)
    {
        // On a real account, the address is set at the Call Control application.
        Telnyx.WebhookUrl = new Uri(webhookBase, Name);
        return Task.CompletedTask;
    }

    public async Task CallAsync(string pin, CancellationToken cancellationToken)
    {
        var caller = await Telnyx.PlaceCallAsync(cancellationToken: cancellationToken);
        await caller.WaitForAnswerAsync(cancellationToken);
        await caller.WaitForPromptAsync(cancellationToken);
        await caller.PressAsync(pin + "#", cancellationToken);
        await caller.WaitForEndAsync(cancellationToken);
        await Telnyx.WaitForIdleAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _telnyx?.DisposeAsync() ?? ValueTask.CompletedTask;
}
