namespace CallControl;

/// <summary>What is known of a playback that ended.</summary>
public sealed record PlaybackResult
{
    /// <summary>How long it played; null where the provider does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The position in the audio at which it ended; null where the provider does not say.</summary>
    public TimeSpan? Position { get; init; }
}
