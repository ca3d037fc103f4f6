using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary><c>POST /admin/apps/{app_id}</c>: creates an application or overwrites all of it; what is absent is gone.</summary>
internal static class AdminRoutes
{
    private const int DefaultRateLimit = 100;

    public static EmulatorResponse Upsert(EmulatorRequest request, GatewayContext context, string appId)
    {
        if (GatewayAuth.RefuseAdmin(request, context.Options.AdminApiKey) is { } refusal)
            return refusal;
        var fields = RequestFields.Parse(request.Body);
        fields.AllowOnly(["webhook_url", "api_key", "rate_limit", "events"]);
        if (!GatewayAuth.IsAppId(appId))
            fields.Refuse("Invalid app_id format");

        var webhookUrl = fields.Text("webhook_url") is { Length: > 0 } url ? Webhook(fields, url, context.Options) : null;
        var apiKey = fields.Text("api_key");
        if (apiKey is not null && (apiKey.Length < 16 || apiKey.AsSpan().ContainsAnyExceptInRange('!', '~')))
            fields.Refuse("api_key must be at least 16 printable characters without spaces");
        var rateLimit = fields.Integer("rate_limit", 0, 10_000);
        var events = fields.Texts("events");
        if (!events.All(GatewayEvents.IsKnown))
            fields.Refuse("events must be known event names");
        if (fields.Refusal is not null)
            return fields.Refusal;

        context.Apps.Put(new GatewayApp(appId, apiKey, webhookUrl, events));

        // Unverified: that the limit comes back as it applies. It is not enforced, as the documents disagree on what it counts.
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["success"] = true,
            ["app_id"] = appId,
            ["webhook_url"] = webhookUrl?.OriginalString ?? "",
            ["rate_limit"] = rateLimit is > 0 ? rateLimit : DefaultRateLimit,
        });
    }

    private static Uri? Webhook(RequestFields fields, string url, SessionGatewayEmulatorOptions options)
    {
        if (!RequestFields.IsWebAddress(url))
        {
            fields.Refuse("webhook_url must be an http or https address");
            return null;
        }

        var uri = new Uri(url);
        if (uri.Scheme == Uri.UriSchemeHttp && !options.AllowHttpWebhooks)
            fields.Refuse("webhook_url must use https");
        if (IsLocal(uri) && !options.AllowLocalhostWebhooks)
            fields.Refuse("webhook_url must not point to a private or loopback address");
        return uri;
    }

    /// <summary>Judges by the address alone: the emulator asks no name server.</summary>
    private static bool IsLocal(Uri uri)
    {
        if (uri.IsLoopback)
            return true;
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily is AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        return address.GetAddressBytes() is [10 or 127, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..] or [0, ..];
    }
}
