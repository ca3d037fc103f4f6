namespace CallControl.Testing;

/// <summary>A further application registered with an emulated session gateway. It owns no call, but may own conference rooms.</summary>
public sealed class SessionGatewayApp
{
    /// <summary>Goes into <c>X-App-ID</c>: letters, digits, <c>_</c> and <c>-</c>, at most 64.</summary>
    public required string AppId { get; init; }

    /// <summary>Goes into <c>X-API-Key</c>: at least 16 printable characters without spaces.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Where the webhooks of its rooms go; null, the default, turns them off.</summary>
    public Uri? WebhookUrl { get; init; }
}
