using CallControl;
using CallControl.Media;
using CallControl.Providers;
using CallControl.SignalWire;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SignalWire projects to call control.</summary>
public static class SignalWireBuilderExtensions
{
    // Longer than any vendor repeats a request.
    private static readonly TimeSpan SlotMemory = TimeSpan.FromMinutes(5);

    /// <summary>Adds a SignalWire project under the name <c>signalwire</c>.</summary>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="configure">Sets the space, the token and the signing key; checked when the application starts.</param>
    public static CallControlBuilder AddSignalWire(this CallControlBuilder builder, Action<SignalWireOptions> configure) =>
        builder.AddSignalWire(SignalWireCallControl.Vendor, configure);

    /// <summary>Adds a SignalWire project under a name of its own.</summary>
    /// <remarks>
    /// Registers, under that name, an <see cref="ICallControl"/>, an <see cref="ISignalWireCallingClient"/> and a <see cref="MediaStreamProtocol"/>. Settings are asked for with each
    /// command and request. Bind them with <c>services.Configure&lt;SignalWireOptions&gt;(name, section)</c>, and a key that is changed in
    /// the configuration is taken over while the application runs; what <paramref name="configure"/> sets is set once.
    /// <see cref="CallControlOptions.PublicBaseUrl"/> must be set before the first call: the vendor is told with each command where to report to.
    /// </remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="name">The account's name: letters, digits, <c>-</c> and <c>_</c>; also a part of its addresses.</param>
    /// <param name="configure">Sets the space, the token and the signing key; null when the options are configured elsewhere. Checked when the application starts.</param>
    public static CallControlBuilder AddSignalWire(this CallControlBuilder builder, string name, Action<SignalWireOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddProvider(name, services => CreateControl(services, name), services => CreateInbound(services, name));
        builder.AddTransport(name, services => services.GetRequiredService<IOptionsMonitor<SignalWireOptions>>().Get(name).SpaceUrl!);
        builder.Services.AddOptions<SignalWireOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SignalWireOptions>, SignalWireOptionsValidator>());
        builder.Services.AddKeyedSingleton<ISignalWireCallingClient>(name, (services, _) => CreateClient(services, name));
        builder.Services.AddKeyedSingleton<MediaStreamProtocol>(name, SignalWireMediaStreamProtocol.Instance);
        builder.Services.AddKeyedSingleton(name, (services, _) => new ReplySlots<SwmlDocument>(services.GetRequiredService<TimeProvider>(), SlotMemory));
        return builder;
    }

    private static SignalWireCallingClient CreateClient(IServiceProvider services, string name)
    {
        var transport = new CommandTransport(
            services.GetRequiredService<IHttpClientFactory>(),
            CallControlBuilder.TransportName(name),
            new SignalWireDialect(name, Current(services, name)),
            services.GetRequiredService<TimeProvider>());
        return new SignalWireCallingClient(transport, name, Current(services, name));
    }

    private static SignalWireCallControl CreateControl(IServiceProvider services, string name) =>
        new(
            name,
            services.GetRequiredKeyedService<ISignalWireCallingClient>(name),
            services.GetRequiredService<IOperationRegistry>(),
            services.GetRequiredKeyedService<ReplySlots<SwmlDocument>>(name),
            new SignalWireAddresses(name, PublicBaseUrl(services)),
            services.GetRequiredService<IOptions<CallControlOptions>>().Value.Deadlines,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SignalWireCallControl>>());

    private static SignalWireInboundHandler CreateInbound(IServiceProvider services, string name) =>
        new(
            name,
            new SignalWireRequestVerifier(name, Current(services, name), PublicBaseUrl(services)),
            services.GetRequiredKeyedService<ReplySlots<SwmlDocument>>(name),
            services.GetRequiredService<ICallEventSink>(),
            Current(services, name),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SignalWireInboundHandler>>());

    private static Func<SignalWireOptions> Current(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<SignalWireOptions>>();
        return () => monitor.Get(name);
    }

    private static Func<Uri?> PublicBaseUrl(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<CallControlOptions>>();
        return () => options.Value.PublicBaseUrl;
    }
}
