namespace CallControl.Telnyx;

/// <summary>Hang-up causes in neutral words.</summary>
internal static class TelnyxCauses
{
    /// <summary>The neutral word for what the vendor reports; a word that has none is kept.</summary>
    public static HangupCause FromVendor(TelnyxHangupCause cause)
    {
        if (cause == TelnyxHangupCause.NormalClearing)
            return HangupCause.Normal;

        if (cause == TelnyxHangupCause.UserBusy)
            return HangupCause.Busy;

        if (cause == TelnyxHangupCause.CallRejected)
            return HangupCause.Rejected;

        if (cause == TelnyxHangupCause.OriginatorCancel)
            return HangupCause.Cancelled;

        if (cause == TelnyxHangupCause.NotFound)
            return HangupCause.Unreachable;

        if (cause == TelnyxHangupCause.NoAnswer || cause == TelnyxHangupCause.Timeout)
            return HangupCause.NoAnswer;

        return string.IsNullOrWhiteSpace(cause.Value) || cause == TelnyxHangupCause.Unspecified ? HangupCause.Unknown : new HangupCause(cause.Value);
    }

    /// <summary>Who ended the call.</summary>
    public static CallSide FromVendor(TelnyxHangupSource source) =>
        source == TelnyxHangupSource.Caller ? CallSide.Caller
        : source == TelnyxHangupSource.Callee ? CallSide.Callee
        : CallSide.Unknown;
}
