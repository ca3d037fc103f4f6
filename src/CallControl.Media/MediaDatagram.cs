namespace CallControl.Media;

/// <summary>Tells apart what arrives at a port for media.</summary>
public static class MediaDatagram
{
    /// <summary>Tells the kind of a datagram by its first bits, and RTCP from RTP by its second byte.</summary>
    /// <remarks>
    /// A hint where to go on, not a verdict: whether the rest keeps the format is for <see cref="StrepHeader"/> and <see cref="RtpPacket"/> to say. The tag of
    /// STREP was chosen to be told from the others; that T.38 begins with <c>00</c> is <em>unverified</em>. RTP with the marker and a payload type from 64 to 95
    /// is taken for RTCP: RFC 5761 forbids it where both share a port.
    /// </remarks>
    /// <param name="datagram">The payload of a UDP datagram; may be empty, which is of unknown kind.</param>
    public static DatagramKind KindOf(ReadOnlySpan<byte> datagram)
    {
        if (datagram.IsEmpty)
            return DatagramKind.Unknown;

        var first = datagram[0];
        return (first >> 6) switch
        {
            0b11 => DatagramKind.Strep,
            0b10 => datagram.Length > 1 && datagram[1] is >= 192 and <= 223 ? DatagramKind.Rtcp : DatagramKind.Rtp,
            0b01 => first is >= (byte)'A' and <= (byte)'Z' ? DatagramKind.Sip : DatagramKind.Unknown,
            _ => DatagramKind.T38,
        };
    }
}
