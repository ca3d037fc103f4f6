namespace CallControl;

/// <summary>What is known of a stream that ended.</summary>
public sealed record StreamResult
{
    /// <summary>How long it ran; null where the provider does not say.</summary>
    public TimeSpan? Duration { get; init; }
}
