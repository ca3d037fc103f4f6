namespace CallControl.Media;

/// <summary>The vendor has opened the stream; <see cref="MediaStreamStart"/> follows.</summary>
public sealed record MediaStreamConnected : MediaStreamMessage
{
    /// <summary>The protocol's name; null where the vendor gives none.</summary>
    public string? Protocol { get; init; }

    /// <summary>The protocol's version; null where the vendor gives none.</summary>
    public string? Version { get; init; }
}
