namespace CallControl.Media;

/// <summary>What a UDP datagram holds, told by its first bits.</summary>
public enum DatagramKind
{
    /// <summary>None of the following.</summary>
    Unknown,

    /// <summary>RTP of a forked call behind a STREP header: the first bits are <c>11</c>.</summary>
    Strep,

    /// <summary>A plain RTP packet (RFC 3550): the first bits are <c>10</c>.</summary>
    Rtp,

    /// <summary>
    /// A UDPTL packet of a T.38 fax: the first bits are <c>00</c>. They are the top of its sequence number, so a fax of more than 16,384 packets leaves this kind.
    /// <em>Unverified</em>: the vendor says "usually".
    /// </summary>
    T38,

    /// <summary>A SIP message: the first byte is a capital letter, so the first bits are <c>01</c>.</summary>
    Sip,

    /// <summary>An RTCP packet (RFC 3550, section 6): begins as RTP does, with a packet type from 192 to 223 in its second byte (RFC 5761, section 4).</summary>
    Rtcp,
}
