using CallControl;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds call control to an application.</summary>
public static class CallControlServiceCollectionExtensions
{
    /// <summary>Adds the engine, and with <paramref name="configure"/> providers and flows.</summary>
    /// <remarks>
    /// Registers <see cref="ICalls"/>, and for each provider an <see cref="ICallControl"/> under its name; the plain
    /// <see cref="ICallControl"/> is the only one there is. Wrong settings stop the application at start.
    /// </remarks>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Registers providers, flows and observers.</param>
    public static IServiceCollection AddCallControl(this IServiceCollection services, Action<CallControlBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddHttpClient();
        services.AddLogging();
        services.AddOptions<CallControlOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallControlOptions>, CallControlOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDuplicateStore>(provider =>
            new MemoryDuplicateStore(provider.GetRequiredService<IOptions<CallControlOptions>>().Value.DuplicateMemory));
        services.TryAddSingleton<FlowRunner>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FlowRunner>(provider => provider.GetRequiredService<FlowRunner>()));
        services.TryAddSingleton<CallHub>();
        services.TryAddSingleton<ICalls>(provider => provider.GetRequiredService<CallHub>());
        services.TryAddSingleton<IOperationRegistry>(provider => provider.GetRequiredService<CallHub>());
        services.TryAddSingleton<IFlowMonitor>(provider => provider.GetRequiredService<CallHub>());
        services.TryAddSingleton<ICallEventSink>(provider => provider.GetRequiredService<CallHub>());
        services.TryAddSingleton<CooldownPacer>();
        services.TryAddSingleton(OnlyControl);
        configure(new CallControlBuilder(services));
        return services;
    }

    private static ICallControl OnlyControl(IServiceProvider services)
    {
        var names = services.GetServices<ProviderRegistration>().Select(registration => registration.Name).ToArray();
        return names.Length == 1
            ? services.GetRequiredKeyedService<ICallControl>(names[0])
            : throw new InvalidOperationException(
                names.Length == 0
                    ? "No call-control provider is registered: add one within AddCallControl(...)."
                    : $"Several call-control providers are registered ({string.Join(", ", names)}): ask for one by its name, as a keyed service.");
    }
}
