namespace CallControl.Testing.Emulation;

/// <summary>How stubbornly webhooks are delivered; the delay doubles with every retry.</summary>
internal sealed record WebhookSettings(int MaxAttempts, TimeSpan RetryDelay, TimeSpan Timeout)
{
    /// <summary>Which failed deliveries are tried again, by the answer's status, 0 when there was none. Default all.</summary>
    public Func<int, bool> IsRetried { get; init; } = static _ => true;

    /// <summary>How a delivery is written and signed. Default: the webhook's body as it is, with no headers.</summary>
    public IWebhookFormat? Format { get; init; }
}
