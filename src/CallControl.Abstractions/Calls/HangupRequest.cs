namespace CallControl;

/// <summary>Ends a call.</summary>
public sealed record HangupRequest : CallRequest
{
    /// <summary>What the far end is told.</summary>
    /// <value><see cref="HangupCause.Normal"/> by default. Any other needs <see cref="CallFeature.HangupCause"/>.</value>
    public HangupCause Cause { get; init; } = HangupCause.Normal;
}
