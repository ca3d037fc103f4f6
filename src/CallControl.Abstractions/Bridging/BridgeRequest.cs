namespace CallControl;

/// <summary>Joins two live calls, so that the two far ends talk to each other.</summary>
public sealed record BridgeRequest : OperationRequest
{
    /// <summary>The other call; of the same provider account, and answered.</summary>
    public required CallId With { get; init; }

    /// <summary>Whether this call goes on under our control when the other side leaves.</summary>
    /// <value>Null, the default, leaves it to the provider: Telnyx hangs up, a bridge composed of a conference goes on.</value>
    public bool? KeepAfterwards { get; init; }
}
