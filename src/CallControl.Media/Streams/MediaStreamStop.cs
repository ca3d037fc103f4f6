namespace CallControl.Media;

/// <summary>The stream ends.</summary>
public sealed record MediaStreamStop : MediaStreamMessage
{
    /// <summary>Why; null where the vendor does not say.</summary>
    public string? Reason { get; init; }
}
