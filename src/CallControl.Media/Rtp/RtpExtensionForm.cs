namespace CallControl.Media;

/// <summary>How the header extension of an RTP packet is laid out.</summary>
public enum RtpExtensionForm
{
    /// <summary>As a profile of its own says, or there is no extension: its elements cannot be told.</summary>
    Opaque,

    /// <summary>Elements with a header of one byte (RFC 8285, section 4.2; profile 0xBEDE).</summary>
    OneByte,

    /// <summary>Elements with a header of two bytes (RFC 8285, section 4.3; profile 0x1000 to 0x100F).</summary>
    TwoByte,
}
