using CallControl.AspNetCore;
using CallControl.Media;
using CallControl.Providers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the vendors' endpoints into an application: webhooks, and media streams.</summary>
public static class CallControlEndpointRouteBuilderExtensions
{
    /// <summary>Maps an endpoint for each registered provider account, below <paramref name="pattern"/>: <c>/calls/session-gateway</c> and so on.</summary>
    /// <remarks>
    /// Answers 200 when an event was taken, 400 when it cannot be read, 401 when it does not come from the vendor, 405 and 415 for what is no
    /// webhook, 413 when it is too large, and 503 with <c>Retry-After</c> when there is no room, so that the vendor delivers again. Each provider
    /// verifies its vendor in its own way: no further authentication must stand before these endpoints.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path that they share.</param>
    /// <returns>The group of endpoints, to hang conventions on.</returns>
    /// <exception cref="InvalidOperationException"><c>AddCallControl</c> was not called, or registered no provider.</exception>
    public static IEndpointConventionBuilder MapCallControl(this IEndpointRouteBuilder endpoints, string pattern = "/calls")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        var providers = services.GetServices<ProviderRegistration>().ToArray();
        if (providers.Length == 0)
            throw new InvalidOperationException("No call-control provider is registered: add one within services.AddCallControl(...).");

        var logger = services.GetRequiredService<ILogger<InboundEndpoint>>();
        var group = endpoints.MapGroup(pattern);
        foreach (var name in providers.Select(provider => provider.Name))
        {
            var endpoint = new InboundEndpoint(name, services.GetRequiredKeyedService<IInboundHandler>(name), logger);
            group.Map($"/{name}/{{**{InboundEndpoint.RestOfPath}}}", endpoint.InvokeAsync).WithDisplayName($"CallControl {name}");
        }

        return group;
    }

    /// <summary>Maps an endpoint for the media streams of each registered provider that has them, below <paramref name="pattern"/>: <c>/media/telnyx</c> and so on.</summary>
    /// <remarks>
    /// Takes only the WebSockets that were expected (<see cref="IMediaStreams"/>): each has a token in its address, good once; anything else gets 401. No further authentication must
    /// stand before these endpoints. <c>app.UseWebSockets()</c> is not needed.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path that they share: the last part of <see cref="MediaStreamsOptions.PublicUrl"/>.</param>
    /// <returns>The group of endpoints, to hang conventions on.</returns>
    /// <exception cref="InvalidOperationException"><c>AddMediaStreams</c> was not called, or no registered provider has media streams.</exception>
    public static IEndpointConventionBuilder MapMediaStream(this IEndpointRouteBuilder endpoints, string pattern = "/media")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var services = endpoints.ServiceProvider;
        var streams = services.GetService<MediaStreams>()
            ?? throw new InvalidOperationException("Media streams are not registered: call AddMediaStreams() within services.AddCallControl(...).");
        var group = endpoints.MapGroup(pattern);
        foreach (var name in services.GetServices<ProviderRegistration>().Select(provider => provider.Name))
        {
            if (services.GetKeyedService<MediaStreamProtocol>(name) is not { } protocol)
                continue;

            var endpoint = new MediaStreamEndpoint(
                name,
                protocol,
                streams,
                services.GetRequiredService<MediaStreamMetrics>(),
                services.GetRequiredService<IOptions<MediaStreamsOptions>>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<MediaStreamEndpoint>>(),
                services.GetRequiredService<IFlowMonitor>().FlowsEnded);
            var pipeline = endpoints.CreateApplicationBuilder();
            pipeline.UseWebSockets().Run(endpoint.InvokeAsync);
            group.Map($"/{name}/{{{MediaStreamEndpoint.Token}}}", pipeline.Build()).WithDisplayName($"CallControl media {name}");
            streams.IsMapped = true;
        }

        return streams.IsMapped
            ? group
            : throw new InvalidOperationException("No registered provider has media streams.");
    }
}
