using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.Callr;

/// <summary>Registers what fetches an account's audio.</summary>
internal static class AudioBuilderExtensions
{
    private const int MaxRedirects = 5;

    // As that of the account's commands: short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>Registers, under the account's name, an <see cref="AudioFetcher"/>, and the HTTP client that it uses.</summary>
    /// <remarks>The client follows redirects, since it has no credentials to carry elsewhere, though none from https to http; it logs no addresses.</remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="name">The account's name.</param>
    public static void AddAudio(this CallControlBuilder builder, string name)
    {
        builder.Services
            .AddHttpClient(AudioFetcher.ClientName(name))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = true,
                MaxAutomaticRedirections = MaxRedirects,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddKeyedSingleton(name, (services, _) => CreateFetcher(services, name));
    }

    private static AudioFetcher CreateFetcher(IServiceProvider services, string name)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<CallrOptions>>();
        return new AudioFetcher(
            name, services.GetRequiredService<IHttpClientFactory>(), () => monitor.Get(name), services.GetRequiredService<TimeProvider>());
    }
}
