namespace CallControl;

/// <summary>The call was taken apart from another, and goes on.</summary>
public sealed record CallUnbridged : CallEvent
{
    /// <summary>The other call; null where the provider does not say.</summary>
    public CallId? With { get; init; }

    /// <summary>What had joined them; null where it has no name.</summary>
    public BridgeId? Bridge { get; init; }

    /// <summary>The vendor's word for why; null where there is none.</summary>
    public string? Reason { get; init; }
}
