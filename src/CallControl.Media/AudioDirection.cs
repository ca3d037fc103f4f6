namespace CallControl.Media;

/// <summary>Which way audio travels, as the call's far end sees the application: what it says, or what it hears.</summary>
public enum AudioDirection
{
    /// <summary>Not known, or not told.</summary>
    Unknown,

    /// <summary>From the far end: received by the vendor.</summary>
    Inbound,

    /// <summary>To the far end: sent by the vendor.</summary>
    Outbound,
}
