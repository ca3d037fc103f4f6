using CallControl;
using CallControl.Testing;

namespace QuickStart;

/// <summary>One provider's part of the demonstration: its emulator, its registration, and a caller who dials in.</summary>
public interface IProviderDemo : IAsyncDisposable
{
    /// <summary>The provider's name, as given to <c>--provider</c>.</summary>
    string Name { get; }

    /// <summary>Everything that crosses the wire.</summary>
    event Action<EmulatorTraffic>? TrafficObserved;

    /// <summary>Starts the vendor's emulator.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Registers the provider, as an application would.</summary>
    void Register(CallControlBuilder builder);

    /// <summary>Tells the vendor where our webhooks are.</summary>
    Task ConnectAsync(IServiceProvider services, Uri webhookBase, CancellationToken cancellationToken);

    /// <summary>Dials in and plays the caller until the call is over.</summary>
    Task CallAsync(string pin, CancellationToken cancellationToken);
}
