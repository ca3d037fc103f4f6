using CallControl.AspNetCore;
using CallControl.Providers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts the vendors' webhook endpoints into an application.</summary>
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
}
