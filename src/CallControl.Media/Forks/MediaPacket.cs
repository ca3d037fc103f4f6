using System.Runtime.InteropServices;
using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media;

/// <summary>
/// A packet of a forked call. Its bytes are good until the next packet is asked for, or the callback returns: later they throw, and what was taken from them before has other
/// bytes. The numbers stay.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct MediaPacket : IPooledFrame, IEquatable<MediaPacket>
{
    private readonly ForkStream? _stream;
    private readonly ReceivedPacket _packet;
    private readonly int _lease;

    internal MediaPacket(ForkStream stream, in ReceivedPacket packet, long number, long position, int clockRate, long lostBefore)
    {
        (_stream, _packet, _lease) = (stream, packet, packet.Buffer.Lease);
        (ExtendedSequenceNumber, Position, ClockRate, LostBefore) = (number, position, clockRate, lostBefore);
    }

    /// <summary>The stream that it belongs to.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, and no packet.</exception>
    public ForkStream Stream => _stream ?? throw NoPacket();

    /// <summary>The sequence number, as it came.</summary>
    public ushort SequenceNumber => _packet.SequenceNumber;

    /// <summary>The sequence number without wraps: one more for each packet of the stream, and further on when the stream begins anew.</summary>
    public long ExtendedSequenceNumber { get; }

    /// <summary>The RTP timestamp, as it came.</summary>
    public uint Timestamp => _packet.Timestamp;

    /// <summary>
    /// Where its audio belongs, in ticks of <see cref="ClockRate"/> from <see cref="ForkStream.StartTimestamp"/>; without wraps. It follows the timestamps; where the stream begins
    /// anew, or the clock is another than that of the packet before, it goes on by the time between the arrivals.
    /// </summary>
    public long Position { get; }

    /// <summary>The RTP clock of its payload type in Hz, which <see cref="Position"/> is reckoned in.</summary>
    public int ClockRate { get; }

    /// <summary>How many packets right before this one were given up.</summary>
    public long LostBefore { get; }

    /// <summary>The marker bit; in audio the first packet after silence (RFC 3551, section 4.1).</summary>
    public bool Marker => _packet.Marker;

    /// <summary>The payload type, 0 to 127.</summary>
    public byte PayloadType => _packet.PayloadType;

    /// <summary>The synchronization source.</summary>
    public uint Ssrc => _packet.Ssrc;

    /// <summary>When it arrived on the receiver's monotonic clock: a <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public long ReceivedTimestamp => _packet.Arrived;

    /// <summary>When it arrived: <see cref="ForkStream.StartedAt"/> and the monotonic time since.</summary>
    public DateTimeOffset ReceivedAt => Stream.TimeOf(_packet.Arrived);

    /// <summary>The RTP payload, without padding; may be empty.</summary>
    /// <exception cref="InvalidOperationException">The packet was given back, or is <c>default</c>.</exception>
    public ReadOnlyMemory<byte> Payload => Read(_packet.PayloadOffset, _packet.PayloadLength);

    /// <summary>All of the datagram, with its STREP header if there is one.</summary>
    /// <exception cref="InvalidOperationException">The packet was given back, or is <c>default</c>.</exception>
    public ReadOnlyMemory<byte> Datagram => Read(0, _packet.Length);

    /// <summary>The RTP packet: for its extension and contributing sources. A view, as good as <see cref="Payload"/>.</summary>
    /// <exception cref="InvalidOperationException">The packet was given back, or is <c>default</c>.</exception>
    public RtpPacket Rtp => RtpPacket.TryRead(Read(_packet.RtpOffset, _packet.Length - _packet.RtpOffset).Span, out var rtp) ? rtp : throw NoPacket();

    /// <summary>Tells whether both are the same arrival of the same packet.</summary>
    public static bool operator ==(MediaPacket left, MediaPacket right) => left.Equals(right);

    /// <summary>Tells whether the two are different arrivals.</summary>
    public static bool operator !=(MediaPacket left, MediaPacket right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(MediaPacket other) =>
        _stream == other._stream && _packet.Buffer == other._packet.Buffer && _lease == other._lease && ExtendedSequenceNumber == other.ExtendedSequenceNumber;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MediaPacket other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_stream, ExtendedSequenceNumber, _lease);

    void IPooledFrame.Return() => _packet.Buffer?.Return(_lease);

    private static InvalidOperationException NoPacket() => new("This is no packet: a default value.");

    private ReadOnlyMemory<byte> Read(int offset, int count) => (_packet.Buffer ?? throw NoPacket()).Read(_lease, offset, count);
}
