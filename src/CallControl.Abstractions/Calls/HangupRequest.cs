namespace CallControl;

/// <summary>Ends a call.</summary>
public sealed record HangupRequest : CallRequest
{
    /// <summary>What the far end is told.</summary>
    /// <value><see cref="HangupCause.Normal"/> by default. Providers that take no cause ignore it, and say so in their capabilities.</value>
    public HangupCause Cause { get; init; } = HangupCause.Normal;
}
