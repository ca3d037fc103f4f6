namespace CallControl.Testing.Emulation;

/// <summary>How stubbornly webhooks are delivered; the delay doubles with every retry.</summary>
internal sealed record WebhookSettings(int MaxAttempts, TimeSpan RetryDelay, TimeSpan Timeout);
