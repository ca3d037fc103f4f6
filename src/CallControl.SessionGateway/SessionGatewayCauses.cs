namespace CallControl.SessionGateway;

/// <summary>Hang-up causes: the gateway takes Q.850 names in capitals, and reports a smaller set of its own in lower case.</summary>
internal static class SessionGatewayCauses
{
    /// <summary>The name that the gateway takes; null for the ordinary one, which is its default. A word that is not neutral passes, in capitals as the gateway wants it.</summary>
    public static string? ToVendor(HangupCause cause)
    {
        if (cause == default || cause == HangupCause.Normal || cause == HangupCause.Unknown || cause == HangupCause.Lost)
            return null;

        return cause == HangupCause.Busy ? "USER_BUSY"
            : cause == HangupCause.NoAnswer ? "NO_ANSWER"
            : cause == HangupCause.Rejected ? "CALL_REJECTED"
            : cause == HangupCause.Cancelled ? "ORIGINATOR_CANCEL"
            : cause == HangupCause.Unreachable ? "UNALLOCATED_NUMBER"
            : cause == HangupCause.Failed ? "NORMAL_TEMPORARY_FAILURE"
            : cause.Value.ToUpperInvariant().Replace('-', '_');
    }

    /// <summary>The neutral word for what the gateway reports; a word that is not known is kept. The vendor's list was not read to its end: unverified.</summary>
    public static HangupCause FromVendor(string? cause) => cause switch
    {
        null or "" or "unknown" => HangupCause.Unknown,
        "completed" => HangupCause.Normal,
        "busy" => HangupCause.Busy,
        "rejected" => HangupCause.Rejected,
        "no_answer" => HangupCause.NoAnswer,
        _ when cause.StartsWith("unavail", StringComparison.Ordinal) => HangupCause.Unreachable,
        _ when string.IsNullOrWhiteSpace(cause) => HangupCause.Unknown,
        _ => new HangupCause(cause),
    };
}
