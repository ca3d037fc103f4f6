using System.Diagnostics.CodeAnalysis;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CallControl;

/// <summary>Registers providers, flows and event observers: what <c>services.AddCallControl(c =&gt; ...)</c> hands out.</summary>
public sealed class CallControlBuilder
{
    // Short enough to follow a change of DNS, long enough not to matter.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    internal CallControlBuilder(IServiceCollection services)
    {
        Services = services;
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(ProviderRegistration) && service.ImplementationInstance is ProviderRegistration registered)
                _names.Add(registered.Name);
        }
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Changes limits and patience of the engine.</summary>
    /// <param name="configure">Changes the options; they are checked at start.</param>
    public CallControlBuilder Configure(Action<CallControlOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Lets a flow conduct inbound calls.</summary>
    /// <typeparam name="TFlow">The flow; made anew for each call, in a scope of its own.</typeparam>
    /// <param name="provider">The provider account whose calls it conducts; null, the default, for all that have no flow of their own.</param>
    public CallControlBuilder AddFlow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>(string? provider = null)
        where TFlow : class, ICallFlow
    {
        Services.TryAddScoped<TFlow>();
        Services.AddSingleton(new FlowRegistration(typeof(TFlow), provider));
        return this;
    }

    /// <summary>Shows every event of every call to an observer.</summary>
    /// <typeparam name="TObserver">The observer; one instance for all calls.</typeparam>
    public CallControlBuilder AddEventObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, ICallEventObserver
    {
        Services.AddSingleton<ICallEventObserver, TObserver>();
        return this;
    }

    /// <summary>For provider packages: sets up the HTTP client that carries an account's commands.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="baseAddress">Where the vendor is.</param>
    /// <returns>The client's builder, for what the application wants to add. Its name is <c>CallControl.</c> and the account's name.</returns>
    /// <remarks>Does not follow redirects, which would carry credentials elsewhere, and logs neither addresses nor headers.</remarks>
    public IHttpClientBuilder AddTransport(string name, Func<IServiceProvider, Uri> baseAddress) =>
        Services
            .AddHttpClient(TransportName(name))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .ConfigureHttpClient((services, client) =>
            {
                client.BaseAddress = WithSlash(baseAddress(services));
                client.Timeout = Timeout.InfiniteTimeSpan;
            });

    /// <summary>For provider packages: the name of an account's HTTP client.</summary>
    /// <param name="name">The account's name.</param>
    public static string TransportName(string name) => $"CallControl.{name}";

    /// <summary>For provider packages: registers an account.</summary>
    /// <param name="name">The account's name: letters, digits, <c>-</c> and <c>_</c>, unique in the application.</param>
    /// <param name="control">Makes the account's adapter.</param>
    /// <param name="inbound">Makes the handler of the vendor's requests.</param>
    /// <exception cref="ArgumentException">The name is taken, or has other characters.</exception>
    public CallControlBuilder AddProvider(
        string name, Func<IServiceProvider, ICallControl> control, Func<IServiceProvider, IInboundHandler> inbound)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            throw new ArgumentException($"The provider name '{name}' has other characters than letters, digits, '-' and '_'.", nameof(name));

        if (!_names.Add(name))
            throw new ArgumentException($"A provider named '{name}' is registered already; give this one another name.", nameof(name));

        Services.AddSingleton(new ProviderRegistration(name));
        Services.AddKeyedSingleton(name, (services, _) => control(services));
        Services.AddKeyedSingleton(name, (services, _) => inbound(services));
        return this;
    }

    // Without the slash, the last part of a base path would be replaced by the command's path.
    private static Uri WithSlash(Uri address) =>
        address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
