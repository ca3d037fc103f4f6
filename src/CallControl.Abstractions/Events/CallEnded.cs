namespace CallControl;

/// <summary>The call is over. No command reaches it any more, and all its operations have ended.</summary>
public sealed record CallEnded : CallEvent
{
    /// <summary>Why.</summary>
    public HangupCause Cause { get; init; } = HangupCause.Unknown;

    /// <summary>Who ended it.</summary>
    public CallSide EndedBy { get; init; }
}
