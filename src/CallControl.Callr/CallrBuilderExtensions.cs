using System.Diagnostics.CodeAnalysis;
using CallControl.Callr;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallControl;

/// <summary>Adds CALLR accounts to call control.</summary>
public static class CallrBuilderExtensions
{
    /// <summary>Adds a CALLR account under the name <c>callr</c>.</summary>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="configure">Sets the credentials; checked when the application starts.</param>
    public static CallControlBuilder AddCallr(this CallControlBuilder builder, Action<CallrOptions> configure) =>
        builder.AddCallr(CallrCallControl.Vendor, configure);

    /// <summary>Adds a CALLR account under a name of its own.</summary>
    /// <remarks>
    /// Registers, under that name, an <see cref="ICallControl"/>, an <see cref="ICallrClient"/> and an <see cref="ICallrRealTimeClient"/>. Settings are asked for with each command and
    /// request. Bind them with <c>services.Configure&lt;CallrOptions&gt;(name, section)</c>, and a password that is changed in the configuration is taken over while the
    /// application runs; what <paramref name="configure"/> sets is set once. The Real-Time app's address is the one given to <c>MapCallControl</c>, with the account's name.
    /// </remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="name">The account's name: letters, digits, <c>-</c> and <c>_</c>; also a part of its address.</param>
    /// <param name="configure">Sets the credentials; null when the options are configured elsewhere. Checked when the application starts.</param>
    public static CallControlBuilder AddCallr(this CallControlBuilder builder, string name, Action<CallrOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddProvider(name, services => CreateControl(services, name), services => CreateInbound(services, name));
        builder.AddTransport(name, services => services.GetRequiredService<IOptionsMonitor<CallrOptions>>().Get(name).BaseUrl!);
        builder.AddAudio(name);
        builder.Services.AddOptions<CallrOptions>(name).Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CallrOptions>, CallrOptionsValidator>());
        builder.Services.AddKeyedSingleton<ICallrClient>(name, (services, _) => CreateClient(services, name));
        builder.Services.AddKeyedSingleton(name, (services, _) => CreateCalls(services, name));
        builder.Services.AddKeyedSingleton(name, (services, _) => new CallrRealTimeClient(name, services.GetRequiredKeyedService<RealTimeCalls>(name)));
        builder.Services.AddKeyedSingleton<ICallrRealTimeClient>(name, (services, _) => services.GetRequiredKeyedService<CallrRealTimeClient>(name));
        return builder;
    }

    /// <summary>Lets a flow conduct the inbound calls of one Real-Time app, where several apps share an address.</summary>
    /// <remarks>Instead of <c>AddFlow</c>: every app that calls needs a flow then, and the calls of one that has none are hung up.</remarks>
    /// <typeparam name="TFlow">The flow; made anew for each call, in a scope of its own.</typeparam>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="app">The app, by hash.</param>
    /// <param name="provider">The account; <c>callr</c> by default.</param>
    public static CallControlBuilder AddCallrFlow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>(
        this CallControlBuilder builder, string app, string provider = CallrCallControl.Vendor)
        where TFlow : class, ICallFlow
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(app);
        ArgumentException.ThrowIfNullOrEmpty(provider);
        builder.Services.TryAddScoped<TFlow>();
        builder.Services.AddOptions<CallrAppFlows>(provider).Configure(flows => flows.Add(app, typeof(TFlow))).ValidateOnStart();
        return builder.AddFlow<CallrAppFlow>(provider);
    }

    /// <summary>The name of the HTTP client that fetches the audio of an account's playbacks: <c>services.AddHttpClient(name)</c> adds to it.</summary>
    /// <param name="name">The account's name.</param>
    public static string AudioClientName(string name = CallrCallControl.Vendor) => AudioFetcher.ClientName(name);

    private static CallrClient CreateClient(IServiceProvider services, string name) => new(
        new CommandTransport(
            services.GetRequiredService<IHttpClientFactory>(),
            CallControlBuilder.TransportName(name),
            new CallrDialect(name, Current(services, name)),
            services.GetRequiredService<TimeProvider>()),
        name);

    private static RealTimeCalls CreateCalls(IServiceProvider services, string name) =>
        new(
            name,
            Current(services, name),
            services.GetRequiredService<IOptions<CallControlOptions>>().Value,
            services.GetRequiredService<ICallEventSink>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<RealTimeCalls>>());

    private static CallrCallControl CreateControl(IServiceProvider services, string name) =>
        new(
            name,
            services.GetRequiredKeyedService<ICallrClient>(name),
            services.GetRequiredKeyedService<CallrRealTimeClient>(name),
            services.GetRequiredKeyedService<RealTimeCalls>(name),
            services.GetRequiredKeyedService<AudioFetcher>(name),
            services.GetRequiredService<IOperationRegistry>(),
            Current(services, name),
            services.GetRequiredService<IOptions<CallControlOptions>>().Value.Deadlines,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<CallrCallControl>>());

    private static CallrInboundHandler CreateInbound(IServiceProvider services, string name) =>
        new(
            name,
            new CallrAuthenticator(Current(services, name)),
            services.GetRequiredKeyedService<RealTimeCalls>(name),
            services.GetRequiredService<IFlowMonitor>(),
            services.GetRequiredService<ILogger<CallrInboundHandler>>());

    private static Func<CallrOptions> Current(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<CallrOptions>>();
        return () => monitor.Get(name);
    }
}
