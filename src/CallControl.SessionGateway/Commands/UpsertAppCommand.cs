using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Creates an application at the gateway, or overwrites it: what is left out is not kept from before.</summary>
/// <remarks>Null members are left out. Source: <c>/endpoints/admin/</c>.</remarks>
public sealed record UpsertAppCommand : SessionGatewayCommand
{
    private const int HighestRateLimit = 10_000;

    /// <summary>Where the application's events go.</summary>
    /// <value>An absolute http or https address; empty turns webhooks off. The gateway refuses http, and hosts that are private or its own, unless its operator allows them.</value>
    [JsonPropertyName("webhook_url")]
    public string? WebhookUrl { get; init; }

    /// <summary>The application's key from now on.</summary>
    /// <value>At least 16 printable ASCII characters without spaces.</value>
    [JsonPropertyName("api_key")]
    public string? ApiKey { get; init; }

    /// <summary>How many requests the application may make.</summary>
    /// <value>0 to 10000; 0 is the gateway's default.</value>
    /// <remarks>The sources contradict each other on the period: a minute with 100 by default (<c>/endpoints/admin/</c>), or a second with 10000 (<c>/guides/rate-limits/</c>).</remarks>
    [JsonPropertyName("rate_limit")]
    public int? RateLimit { get; init; }

    /// <summary>The events that are sent, by <see cref="SessionGatewayEventNames"/>.</summary>
    /// <value>Null or empty for all of them. Each of small letters, digits, dots and underscores; whether an event of that name exists is left to the gateway. What waits for an event that is not in the list waits in vain: <c>command.result</c>, for one.</value>
    [JsonPropertyName("events")]
    public IReadOnlyList<string>? Events { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        CheckWebhookUrl(violations);
        if (ApiKey is not null && !VendorText.IsApiKey(ApiKey))
            violations.Add("api_key", "must be at least 16 printable ASCII characters without spaces", "***");

        violations.CheckRange("rate_limit", RateLimit, 0, HighestRateLimit);
        for (var i = 0; i < Events?.Count; i++)
        {
            if (string.IsNullOrEmpty(Events[i]) || Events[i].AsSpan().ContainsAnyExcept(VendorText.EventNameCharacters))
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"events[{i}]"), "must be the name of an event", $"'{Events[i]}'");
        }
    }

    private void CheckWebhookUrl(ViolationList violations)
    {
        if (string.IsNullOrEmpty(WebhookUrl))
            return;

        // The address ends in a secret, so that not even a part of it is shown.
        if (!Uri.TryCreate(WebhookUrl, UriKind.Absolute, out var url) || !url.IsHttp())
            violations.Add("webhook_url", "must be empty or an absolute http or https address", "***");
    }
}
