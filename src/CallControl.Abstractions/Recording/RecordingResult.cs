namespace CallControl;

/// <summary>A finished recording.</summary>
public sealed record RecordingResult
{
    /// <summary>Its name at the provider; null where it has none.</summary>
    public RecordingId? Recording { get; init; }

    /// <summary>Where it can be fetched; more than one when it comes in several formats, none when it must be asked for by name.</summary>
    /// <remarks>May need credentials and may expire: see the vendor.</remarks>
    public IReadOnlyList<Uri> Urls { get; init; } = [];

    /// <summary>How long it is; null where the provider does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How large it is in bytes; null where the provider does not say.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The name and the length: the addresses may carry tokens.</summary>
    public override string ToString() => $"recording {Recording?.Value} of {Duration}";
}
