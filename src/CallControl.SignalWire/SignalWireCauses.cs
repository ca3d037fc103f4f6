namespace CallControl.SignalWire;

/// <summary>Hang-up causes in neutral words, and back.</summary>
internal static class SignalWireCauses
{
    /// <summary>The neutral word for what the vendor reports; a word that has none is kept.</summary>
    public static HangupCause FromVendor(SignalWireEndReason reason) =>
        reason == SignalWireEndReason.Hangup || reason == SignalWireEndReason.MaxDuration ? HangupCause.Normal
        : reason == SignalWireEndReason.Cancel || reason == SignalWireEndReason.Abandoned ? HangupCause.Cancelled
        : reason == SignalWireEndReason.Busy ? HangupCause.Busy
        : reason == SignalWireEndReason.NoAnswer ? HangupCause.NoAnswer
        : reason == SignalWireEndReason.Decline ? HangupCause.Rejected
        : reason == SignalWireEndReason.NotFound ? HangupCause.Unreachable
        : reason == SignalWireEndReason.Error ? HangupCause.Failed
        : string.IsNullOrWhiteSpace(reason.Value) ? HangupCause.Unknown
        : new HangupCause(reason.Value);

    /// <summary>What the vendor is to tell the far end; null where it has no word for it.</summary>
    public static EndCommandReason? ToVendor(HangupCause cause) =>
        cause == HangupCause.Normal ? EndCommandReason.Hangup
        : cause == HangupCause.Busy ? EndCommandReason.Busy
        : cause == HangupCause.Rejected ? EndCommandReason.Decline
        : cause == HangupCause.NoAnswer ? EndCommandReason.NoAnswer
        : cause == HangupCause.Cancelled ? EndCommandReason.Cancel
        : cause == HangupCause.Failed ? EndCommandReason.Error
        : null;

    /// <summary>The same for a call that waits for its document, which has fewer words.</summary>
    public static SwmlHangupReason ToStep(HangupCause cause) =>
        cause == HangupCause.Busy ? SwmlHangupReason.Busy
        : cause == HangupCause.Rejected ? SwmlHangupReason.Decline
        : SwmlHangupReason.Hangup;
}
