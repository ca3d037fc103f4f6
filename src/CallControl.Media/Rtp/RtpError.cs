namespace CallControl.Media;

/// <summary>Why a datagram is no readable RTP packet. The first that applies, in this order.</summary>
public enum RtpError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The first two bits are not <c>10</c>, the protocol's version 2.</summary>
    WrongVersion,

    /// <summary>The datagram is shorter than the 12 bytes of the fixed header; maybe empty.</summary>
    TooShort,

    /// <summary>The list of contributing sources is longer than the datagram.</summary>
    ContributorsBeyondDatagram,

    /// <summary>The header extension, or its own header, is longer than the datagram.</summary>
    ExtensionBeyondDatagram,

    /// <summary>There is padding, and its count is 0, though it counts itself, or there is no byte left that could count.</summary>
    PaddingEmpty,

    /// <summary>The padding is longer than what follows the header.</summary>
    PaddingBeyondPayload,
}
