namespace CallControl;

/// <summary>What is known of a fork that ended.</summary>
public sealed record ForkResult
{
    /// <summary>How long it ran; null where the provider does not say.</summary>
    public TimeSpan? Duration { get; init; }
}
