namespace CallControl.Testing;

/// <summary>How a leg ended, in the vendor's words.</summary>
/// <remarks>
/// Unverified: that <c>end_source</c> names the calling party as "inbound" and the called one as "outbound", that a caller who gives up
/// before the answer is reported as "cancel", and whom a time limit is put down to.
/// </remarks>
internal sealed record SignalWireEnd(string Reason, string Source)
{
    public static readonly SignalWireEnd NoAnswer = new("noAnswer", "none");
    public static readonly SignalWireEnd MaxDuration = new("maxDuration", "none");
    public static readonly SignalWireEnd Error = new("error", "none");
    public static readonly SignalWireEnd Busy = new("busy", "outbound");
    public static readonly SignalWireEnd Declined = new("decline", "outbound");

    /// <summary>The person on the far end hangs up.</summary>
    public static SignalWireEnd ByParty(bool isInbound, bool wasAnswered) => new(
        wasAnswered ? "hangup" : isInbound ? "cancel" : "decline", isInbound ? "inbound" : "outbound");

    /// <summary>The application ends its side, by a command or a document.</summary>
    public static SignalWireEnd ByApplication(bool isInbound, string reason) => new(reason, isInbound ? "outbound" : "inbound");
}
