namespace CallControl;

/// <summary>Two calls that were joined.</summary>
public sealed record BridgeResult
{
    /// <summary>The other call.</summary>
    public required CallId With { get; init; }

    /// <summary>What joins them at the provider; null where that has no name.</summary>
    public BridgeId? Bridge { get; init; }
}
