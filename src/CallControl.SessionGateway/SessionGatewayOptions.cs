namespace CallControl.SessionGateway;

/// <summary>One application's account at a session gateway.</summary>
/// <remarks>Can be bound from configuration. All faults are reported at once when the application starts. Sources: <c>/guides/authentication/</c>, <c>/endpoints/admin/</c>.</remarks>
public sealed class SessionGatewayOptions
{
    /// <summary>Where the gateway is, without the API's own prefix: <c>https://gateway.example.com</c>. A path in front of the API is kept.</summary>
    /// <value>Required: an absolute http or https address.</value>
    public Uri BaseUrl { get; set; } = null!;

    /// <summary>The application, sent as <c>X-App-ID</c>.</summary>
    /// <value>Required: 1 to 64 letters, digits, hyphens and underscores.</value>
    public string AppId { get; set; } = "";

    /// <summary>The application's key, sent as <c>X-API-Key</c>.</summary>
    /// <value>Required: at least 16 printable ASCII characters without spaces.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>The gateway's administration key, sent as <c>X-Admin-API-Key</c>; needed by <see cref="ISessionGatewayClient.UpsertAppAsync"/> only.</summary>
    /// <value>Null, the default, when applications are not administered here; else at least 16 printable ASCII characters without spaces.</value>
    public string? AdminApiKey { get; set; }

    /// <summary>How long to wait for the answer to one command.</summary>
    /// <value>10 s by default; above zero. The gateway answers as soon as it has taken a command, so this need not cover what the command does.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The secret path segments in which the webhook address registered at the gateway may end.</summary>
    /// <value>
    /// Each at least 16 letters, digits, hyphens and underscores. Several are accepted at the same time, so that the address can be changed
    /// without losing an event. Empty by default, which is a fault unless <see cref="AllowUnsignedWebhooks"/> is set.
    /// </value>
    /// <remarks>The gateway does not sign its webhooks (<c>/webhooks/overview/</c>): that the sender knows the address is all there is to tell it from a stranger.</remarks>
    public IList<string> WebhookSecrets { get; set; } = [];

    /// <summary>Whether webhooks are taken from anybody who can reach the endpoint, when <see cref="WebhookSecrets"/> is empty.</summary>
    /// <value>False by default. For hosts where the network keeps strangers out.</value>
    public bool AllowUnsignedWebhooks { get; set; }

    /// <summary>Address and application; no key and no secret.</summary>
    public override string ToString() =>
        $"{nameof(SessionGatewayOptions)} {{ BaseUrl = {(BaseUrl is null ? "" : Redaction.Url(BaseUrl.OriginalString))}, AppId = {AppId} }}";
}
