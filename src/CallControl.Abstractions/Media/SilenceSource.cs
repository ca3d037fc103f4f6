namespace CallControl;

/// <summary>Silence: <see cref="MediaSource.Silence"/>.</summary>
public sealed record SilenceSource : MediaSource
{
    internal SilenceSource(TimeSpan? duration)
    {
        if (duration is { } length)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero, nameof(duration));

        Duration = duration;
    }

    /// <summary>Its length; null when it has no end of its own.</summary>
    public TimeSpan? Duration { get; }
}
