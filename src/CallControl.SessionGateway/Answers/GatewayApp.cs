using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>An application as the gateway has stored it; neither its key nor its list of events is repeated.</summary>
/// <remarks>Status 200. Source: <c>/endpoints/admin/</c>.</remarks>
public sealed record GatewayApp
{
    /// <summary>The application; null where the answer did not name it.</summary>
    [JsonPropertyName("app_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? AppId { get; init; }

    /// <summary>Where its events go; empty or null where webhooks are off. May end in a secret.</summary>
    [JsonPropertyName("webhook_url")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? WebhookUrl { get; init; }

    /// <summary>Its limit of requests; see <see cref="UpsertAppCommand.RateLimit"/> on the period. Null where the answer did not say.</summary>
    [JsonPropertyName("rate_limit")]
    [JsonConverter(typeof(CountConverter))]
    public long? RateLimit { get; init; }

    /// <summary>The answer's other members; null where there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The application only: the webhook address is a secret.</summary>
    public override string ToString() => $"{nameof(GatewayApp)} {{ AppId = {AppId} }}";
}
