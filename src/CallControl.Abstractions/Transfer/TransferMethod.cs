namespace CallControl;

/// <summary>How a call is sent on.</summary>
public enum TransferMethod
{
    /// <summary>The provider calls the destination and joins the two; it stays in the path.</summary>
    Dial,

    /// <summary>The far end is asked by SIP REFER (RFC 3515) to call the destination itself. <see cref="CallFeature.TransferRefer"/>.</summary>
    Refer,
}
