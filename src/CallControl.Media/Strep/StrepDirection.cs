namespace CallControl.Media;

/// <summary>Which way the media went, seen from Telnyx: the bit D of a STREP header.</summary>
public enum StrepDirection
{
    /// <summary>Telnyx received it: what the far end of the leg says.</summary>
    Received,

    /// <summary>Telnyx sent it: what the far end of the leg hears.</summary>
    Sent,
}
