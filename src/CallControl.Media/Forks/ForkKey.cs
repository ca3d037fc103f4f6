using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallControl.Media.Forks;

/// <summary>What tells a stream from others: call leg, leg and direction behind STREP; otherwise who sends it, its SSRC and the port that it comes to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ForkKey(ulong High, ulong Low, ulong Rest, bool IsStrep)
{
    private const int ScopeShift = 16;
    private const int DirectionShift = 32;
    private const int PortShift = 40;

    public static ForkKey Of(in StrepHeader header)
    {
        var id = header.CallLegIdBytes;
        return new ForkKey(
            BinaryPrimitives.ReadUInt64BigEndian(id), BinaryPrimitives.ReadUInt64BigEndian(id[8..]), ((ulong)header.Leg << 1) | (ulong)header.Direction, IsStrep: true);
    }

    public static ForkKey Of(in ForkSource source, uint ssrc, MediaDirection port) =>
        new(
            (ulong)(source.Address >> 64) ^ ((ulong)source.Scope << ScopeShift),
            (ulong)source.Address,
            ssrc | ((ulong)port << DirectionShift) | ((ulong)source.Port << PortShift),
            IsStrep: false);
}
