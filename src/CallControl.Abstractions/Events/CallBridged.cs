namespace CallControl;

/// <summary>The call was joined with another.</summary>
/// <remarks>Providers that join calls in a conference room report each call's entry into the room this way.</remarks>
public sealed record CallBridged : CallEvent
{
    /// <summary>The other call; null where the provider does not say.</summary>
    public CallId? With { get; init; }

    /// <summary>What joins them; null where it has no name.</summary>
    public BridgeId? Bridge { get; init; }
}
