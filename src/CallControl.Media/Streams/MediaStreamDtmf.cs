namespace CallControl.Media;

/// <summary>The far end pressed a key.</summary>
public sealed record MediaStreamDtmf : MediaStreamMessage
{
    /// <summary>The key: one of <c>0-9 A-D * #</c>.</summary>
    public string Digit { get; init; } = "";

    /// <summary>How long it was pressed; null where the vendor does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>When it was pressed; null where the vendor does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>That a key was pressed, not which.</summary>
    public override string ToString() => nameof(MediaStreamDtmf);
}
