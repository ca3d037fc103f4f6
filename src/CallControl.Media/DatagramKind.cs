namespace CallControl.Media;

/// <summary>What a UDP datagram holds, told by its first bits.</summary>
public enum DatagramKind
{
    /// <summary>None of the following.</summary>
    Unknown,

    /// <summary>Media that a session gateway forks, behind a STREP header.</summary>
    Strep,

    /// <summary>A plain RTP packet (RFC 3550).</summary>
    Rtp,

    /// <summary>A UDPTL packet of a T.38 fax.</summary>
    T38,

    /// <summary>A SIP message.</summary>
    Sip,
}
