namespace CallControl;

/// <summary>Refuses an inbound call that was not answered yet.</summary>
public sealed record RejectRequest : CallRequest
{
    /// <summary>What the caller is told.</summary>
    /// <value><see cref="HangupCause.Rejected"/> by default; <see cref="HangupCause.Busy"/> is the other one that most providers have.</value>
    public HangupCause Cause { get; init; } = HangupCause.Rejected;
}
