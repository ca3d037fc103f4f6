namespace CallControl.Testing;

/// <summary>How a leg ended, in the vendor's words.</summary>
/// <remarks>
/// Unverified: every SIP code but those of a normal end, a busy line and a refusal; that an application that hangs up before the answer
/// is the originator of an outgoing leg and clears an incoming one normally; and whom a time-out is put down to.
/// </remarks>
internal sealed record LegEnd(string Cause, string Source, string SipCause)
{
    public static readonly LegEnd Timeout = new("timeout", "unknown", "unspecified");
    public static readonly LegEnd TimeLimit = new("time_limit", "unknown", "unspecified");
    public static readonly LegEnd Busy = new("user_busy", "callee", "486");
    public static readonly LegEnd Rejected = new("call_rejected", "callee", "603");

    /// <summary>One of the two sides hangs up.</summary>
    public static LegEnd HangUp(bool byCaller, bool answered) =>
        answered ? new LegEnd("normal_clearing", Side(byCaller), "200")
        : byCaller ? new LegEnd("originator_cancel", Side(byCaller), "487")
        : new LegEnd("normal_clearing", Side(byCaller), "unspecified");

    private static string Side(bool isCaller) => isCaller ? "caller" : "callee";
}
