namespace CallControl;

/// <summary>The caller pressed a key.</summary>
public sealed record DtmfReceived : CallEvent
{
    /// <summary>The key: <c>0-9</c>, <c>A-D</c>, <c>*</c> or <c>#</c>.</summary>
    public required char Digit { get; init; }

    /// <summary>How long it was held; null where the provider does not say.</summary>
    public TimeSpan? Duration { get; init; }
}
