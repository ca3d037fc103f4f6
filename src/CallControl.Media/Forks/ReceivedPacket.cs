using System.Runtime.InteropServices;
using CallControl.Media.Buffers;

namespace CallControl.Media.Forks;

/// <summary>A packet in the buffer that it came in, and where its parts are.</summary>
/// <param name="Buffer">The buffer; whoever has this has its lease.</param>
/// <param name="Arrived">When it came, as a timestamp of the receiver's clock.</param>
/// <param name="Length">The length of the datagram.</param>
/// <param name="RtpOffset">Where the RTP packet begins.</param>
/// <param name="PayloadOffset">Where its payload begins.</param>
/// <param name="PayloadLength">The length of the payload, without padding.</param>
/// <param name="Ssrc">The synchronization source.</param>
/// <param name="Timestamp">The RTP timestamp.</param>
/// <param name="SequenceNumber">The RTP sequence number.</param>
/// <param name="PayloadType">The payload type.</param>
/// <param name="Marker">The marker bit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReceivedPacket(
    MediaBuffer Buffer,
    long Arrived,
    int Length,
    int RtpOffset,
    int PayloadOffset,
    int PayloadLength,
    uint Ssrc,
    uint Timestamp,
    ushort SequenceNumber,
    byte PayloadType,
    bool Marker);
