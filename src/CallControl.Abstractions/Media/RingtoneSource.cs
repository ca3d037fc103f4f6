namespace CallControl;

/// <summary>A ringing tone: <see cref="MediaSource.Ringtone"/>.</summary>
public sealed record RingtoneSource : MediaSource
{
    internal RingtoneSource(string? country, TimeSpan? duration)
    {
        if (duration is { } length)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero, nameof(duration));

        Country = country;
        Duration = duration;
    }

    /// <summary>Two-letter country code whose tone is meant, or null for the provider's choice.</summary>
    public string? Country { get; }

    /// <summary>Its length; null when it has no end of its own.</summary>
    public TimeSpan? Duration { get; }
}
