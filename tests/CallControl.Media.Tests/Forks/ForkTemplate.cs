using System.Buffers.Binary;

namespace CallControl.Media.Tests.Forks;

/// <summary>A datagram that becomes the next one in place, for senders in a hurry: put together from bytes, then only number and timestamp written.</summary>
internal sealed class ForkTemplate(byte[] datagram, int rtpOffset)
{
    private const int SequenceOffset = 2;
    private const int TimestampOffset = 4;

    /// <summary>20 ms of G.711 behind STREP, each stream with an id and a source of its own.</summary>
    public static ForkTemplate Strep(int stream) =>
        new(ForkBytes.Strep(ForkBytes.Rtp(0, ssrc: stream), id: $"{stream:x8}-d9cb-469f-a165-70867728950e"), rtpOffset: 24);

    /// <summary>The datagram of a number; good until the next.</summary>
    public ReadOnlySpan<byte> Next(int number)
    {
        var rtp = datagram.AsSpan(rtpOffset);
        BinaryPrimitives.WriteUInt16BigEndian(rtp[SequenceOffset..], (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(rtp[TimestampOffset..], (uint)number * 160);
        return datagram;
    }
}
