namespace CallControl;

/// <summary>Copies the call's audio, packet by packet, to addresses of ours.</summary>
/// <remarks>Give <see cref="Target"/>, or <see cref="InboundTarget"/> and <see cref="OutboundTarget"/>, not both kinds.</remarks>
public sealed record ForkRequest : OperationRequest
{
    /// <summary>Where both directions go, told apart by what precedes each packet (STREP at Telnyx) or by the vendor's protocol.</summary>
    /// <value><c>udp://address:port</c>, or <c>ws(s)://</c> where the provider taps to WebSockets; null, the default, when the two below are used.</value>
    public Uri? Target { get; init; }

    /// <summary>Where the audio received from the far end goes, as plain RTP.</summary>
    /// <value><c>udp://address:port</c>, or null for none.</value>
    public Uri? InboundTarget { get; init; }

    /// <summary>Where the audio sent to the far end goes, as plain RTP.</summary>
    /// <value><c>udp://address:port</c>, or null for none.</value>
    public Uri? OutboundTarget { get; init; }

    /// <summary>The codec of the copies.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly the call's own).</value>
    public AudioCodec? Codec { get; init; }

    /// <summary>How much audio goes into a packet.</summary>
    /// <value>Null, the default, leaves it to the provider (mostly 20 ms).</value>
    public TimeSpan? PacketTime { get; init; }
}
