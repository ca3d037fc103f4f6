namespace CallControl.Media;

/// <summary>An element of an RTP header extension (RFC 8285).</summary>
public readonly ref struct RtpExtensionElement
{
    internal RtpExtensionElement(byte id, ReadOnlySpan<byte> data)
    {
        Id = id;
        Data = data;
    }

    /// <summary>The local identifier, agreed on in the signalling: 1 to 14 in the one-byte form, 1 to 255 in the two-byte form.</summary>
    public byte Id { get; }

    /// <summary>The data: 1 to 16 bytes in the one-byte form, 0 to 255 in the two-byte form. A view of the datagram.</summary>
    public ReadOnlySpan<byte> Data { get; }
}
