namespace CallControl.Media;

/// <summary>Why a datagram has no readable STREP header. The first that applies, in this order.</summary>
public enum StrepError
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>The first two bits are not <c>11</c>: something else than STREP.</summary>
    WrongTag,

    /// <summary>The version is 0; versions begin at 1.</summary>
    WrongVersion,

    /// <summary>The datagram is shorter than the 24 bytes of the shortest header; maybe empty.</summary>
    TooShort,

    /// <summary>The header says that it is shorter than 24 bytes.</summary>
    HeaderTooShort,

    /// <summary>The length of the header is not a multiple of 4 bytes.</summary>
    HeaderNotAligned,

    /// <summary>The header says that it is longer than the datagram.</summary>
    HeaderBeyondDatagram,
}
