namespace CallControl;

/// <summary>An audio file that the provider fetches: <see cref="MediaSource.Url(string)"/>.</summary>
public sealed record UrlSource : MediaSource
{
    internal UrlSource(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (!location.IsAbsoluteUri)
            throw new ArgumentException("The address must be absolute.", nameof(location));

        Location = location;
    }

    /// <summary>Where the file is; absolute.</summary>
    public Uri Location { get; }
}
