using CallControl;
using CallControl.Media;
using CallControl.Providers;
using CallControl.Telnyx;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Telnyx accounts to call control.</summary>
public static class TelnyxBuilderExtensions
{
    /// <summary>Adds a Telnyx account under the name <c>telnyx</c>.</summary>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="configure">Sets the API key and the public key of the webhooks; checked when the application starts.</param>
    public static CallControlBuilder AddTelnyx(this CallControlBuilder builder, Action<TelnyxOptions> configure) =>
        builder.AddTelnyx(TelnyxCallControl.Vendor, configure);

    /// <summary>Adds a Telnyx account under a name of its own.</summary>
    /// <remarks>
    /// Registers, under that name, an <see cref="ICallControl"/>, an <see cref="ITelnyxCallsClient"/> and a <see cref="MediaStreamProtocol"/>. Settings are asked for with each
    /// command and webhook. Bind them with <c>services.Configure&lt;TelnyxOptions&gt;(name, section)</c>, and a key that is changed in
    /// the configuration is taken over while the application runs; what <paramref name="configure"/> sets is set once.
    /// </remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="name">The account's name: letters, digits, <c>-</c> and <c>_</c>; also the last part of its webhook address.</param>
    /// <param name="configure">Sets the API key and the public key of the webhooks; null when the options are configured elsewhere. Checked when the application starts.</param>
    public static CallControlBuilder AddTelnyx(this CallControlBuilder builder, string name, Action<TelnyxOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddProvider(name, services => CreateControl(services, name), services => CreateInbound(services, name));
        builder.AddTransport(name, services => services.GetRequiredService<IOptionsMonitor<TelnyxOptions>>().Get(name).BaseUrl);
        builder.Services.AddOptions<TelnyxOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelnyxOptions>, TelnyxOptionsValidator>());
        builder.Services.AddKeyedSingleton<ITelnyxCallsClient>(name, (services, _) => CreateClient(services, name));
        builder.Services.AddKeyedSingleton<MediaStreamProtocol>(name, TelnyxMediaStreamProtocol.Instance);
        builder.Services.AddKeyedSingleton(name, (services, _) => new TelnyxLegs(services.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static TelnyxCallsClient CreateClient(IServiceProvider services, string name)
    {
        var transport = new CommandTransport(
            services.GetRequiredService<IHttpClientFactory>(),
            CallControlBuilder.TransportName(name),
            new TelnyxDialect(name, Current(services, name)),
            services.GetRequiredService<TimeProvider>());
        return new TelnyxCallsClient(transport, name);
    }

    private static TelnyxCallControl CreateControl(IServiceProvider services, string name) =>
        new(
            name,
            services.GetRequiredKeyedService<ITelnyxCallsClient>(name),
            services.GetRequiredService<IOperationRegistry>(),
            services.GetRequiredKeyedService<TelnyxLegs>(name),
            Current(services, name),
            services.GetRequiredService<IOptions<CallControlOptions>>().Value.Deadlines);

    private static TelnyxInboundHandler CreateInbound(IServiceProvider services, string name)
    {
        var time = services.GetRequiredService<TimeProvider>();
        return new TelnyxInboundHandler(
            name,
            new TelnyxWebhookVerifier(Current(services, name), time),
            services.GetRequiredKeyedService<TelnyxLegs>(name),
            services.GetRequiredService<ICallEventSink>(),
            time);
    }

    private static Func<TelnyxOptions> Current(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<TelnyxOptions>>();
        return () => monitor.Get(name);
    }
}
