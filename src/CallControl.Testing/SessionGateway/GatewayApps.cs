using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.Testing;

/// <summary>The registered applications.</summary>
internal sealed class GatewayApps
{
    private readonly ConcurrentDictionary<string, GatewayApp> _apps = new(StringComparer.Ordinal);

    public GatewayApps(SessionGatewayEmulatorOptions options)
    {
        Put(new GatewayApp(options.AppId, options.ApiKey, options.WebhookUrl, []));
        foreach (var app in options.MoreApps)
            Put(new GatewayApp(app.AppId, app.ApiKey, app.WebhookUrl, []));
    }

    public GatewayApp? Find(string appId) => _apps.GetValueOrDefault(appId);

    public void Put(GatewayApp app) => _apps[app.AppId] = app;

    public void SetWebhookUrl(string appId, Uri? url)
    {
        while (_apps.TryGetValue(appId, out var app) && !_apps.TryUpdate(appId, app with { WebhookUrl = url }, app))
        {
            // Somebody else changed the application meanwhile: take the new one.
        }
    }
}

/// <summary>One application; without a key nobody can speak for it, without an address it hears nothing.</summary>
internal sealed record GatewayApp(string AppId, string? ApiKey, Uri? WebhookUrl, IReadOnlyCollection<string> Events)
{
    /// <summary>Whether a webhook of this event is sent; no whitelist means all events.</summary>
    public bool Wants(string eventName) => WebhookUrl is not null && (Events.Count == 0 || Events.Contains(eventName));

    public bool HasKey(string key) =>
        ApiKey is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ApiKey), Encoding.UTF8.GetBytes(key));
}
