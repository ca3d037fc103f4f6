namespace CallControl;

/// <summary>A file kept at the provider: <see cref="MediaSource.Library"/>.</summary>
public sealed record LibrarySource : MediaSource
{
    internal LibrarySource(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        Id = id;
    }

    /// <summary>The vendor's name or number of the file.</summary>
    public string Id { get; }
}
