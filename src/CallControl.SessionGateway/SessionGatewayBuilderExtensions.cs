using CallControl;
using CallControl.Providers;
using CallControl.SessionGateway;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds session gateway accounts to call control.</summary>
public static class SessionGatewayBuilderExtensions
{
    /// <summary>Adds an account of the session gateway under the name <c>session-gateway</c>.</summary>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="configure">Sets address, credentials and webhook secret; checked when the application starts.</param>
    public static CallControlBuilder AddSessionGateway(this CallControlBuilder builder, Action<SessionGatewayOptions> configure) =>
        builder.AddSessionGateway(SessionGatewayCallControl.Vendor, configure);

    /// <summary>Adds an account of the session gateway under a name of its own.</summary>
    /// <remarks>
    /// Registers, under that name, an <see cref="ICallControl"/> and an <see cref="ISessionGatewayClient"/>. Settings are asked for with each
    /// command and webhook. Bind them with <c>services.Configure&lt;SessionGatewayOptions&gt;(name, section)</c>, and a key or secret that is changed in
    /// the configuration is taken over while the application runs; what <paramref name="configure"/> sets is set once.
    /// </remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="name">The account's name: letters, digits, <c>-</c> and <c>_</c>; also the last part of its webhook address before the secret.</param>
    /// <param name="configure">Sets address, credentials and webhook secret; null when the options are configured elsewhere. Checked when the application starts.</param>
    public static CallControlBuilder AddSessionGateway(this CallControlBuilder builder, string name, Action<SessionGatewayOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddProvider(name, services => CreateControl(services, name), services => CreateInbound(services, name));
        builder.AddTransport(name, services => services.GetRequiredService<IOptionsMonitor<SessionGatewayOptions>>().Get(name).BaseUrl);
        builder.Services.AddOptions<SessionGatewayOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SessionGatewayOptions>, SessionGatewayOptionsValidator>());
        builder.Services.AddKeyedSingleton<ISessionGatewayClient>(name, (services, _) => CreateClient(services, name));
        return builder;
    }

    private static SessionGatewayClient CreateClient(IServiceProvider services, string name)
    {
        var transport = new CommandTransport(
            services.GetRequiredService<IHttpClientFactory>(),
            CallControlBuilder.TransportName(name),
            new SessionGatewayDialect(name, Current(services, name)),
            services.GetRequiredService<TimeProvider>());
        return new SessionGatewayClient(transport, services.GetRequiredService<CooldownPacer>(), name);
    }

    private static SessionGatewayCallControl CreateControl(IServiceProvider services, string name) =>
        new(
            name,
            services.GetRequiredKeyedService<ISessionGatewayClient>(name),
            services.GetRequiredService<IOperationRegistry>(),
            services.GetRequiredService<IOptions<CallControlOptions>>().Value.Deadlines,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SessionGatewayCallControl>>());

    private static SessionGatewayInboundHandler CreateInbound(IServiceProvider services, string name) =>
        new(name, Current(services, name), services.GetRequiredService<ICallEventSink>(), services.GetRequiredService<TimeProvider>());

    private static Func<SessionGatewayOptions> Current(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<SessionGatewayOptions>>();
        return () => monitor.Get(name);
    }
}
