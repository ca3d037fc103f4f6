namespace CallControl.Media;

/// <summary>The order of the two bytes of a linear 16-bit sample.</summary>
public enum SampleByteOrder
{
    /// <summary>The lower byte first, as in WAV files and in most of what vendors call "L16".</summary>
    LittleEndian,

    /// <summary>The higher byte first, as in RTP (RFC 3551, section 4.5.11).</summary>
    BigEndian,
}
