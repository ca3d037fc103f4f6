using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CallControl.Media.Forks;

/// <summary>What tells a stream from others: call leg, leg and direction behind STREP; otherwise who sends it, its SSRC and the port that it comes to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ForkKey(ulong High, ulong Low, ulong Rest, bool IsStrep)
{
    private const int ScopeShift = 16;
    private const int DirectionShift = 32;
    private const int PortShift = 40;

    // Whoever sends chooses the rest: without a secret he could choose streams that all fall into one place of the table.
    private static readonly ulong HighSecret = Draw();
    private static readonly ulong LowSecret = Draw();
    private static readonly ulong RestSecret = Draw() | 1;

    public static ForkKey Of(in StrepHeader header)
    {
        var id = header.CallLegIdBytes;
        return new ForkKey(
            BinaryPrimitives.ReadUInt64BigEndian(id), BinaryPrimitives.ReadUInt64BigEndian(id[8..]), ((ulong)header.Leg << 1) | (ulong)header.Direction, IsStrep: true);
    }

    public static ForkKey Of(in ForkSource source, uint ssrc, AudioDirection port) =>
        new(
            (ulong)(source.Address >> 64) ^ ((ulong)source.Scope << ScopeShift),
            (ulong)source.Address,
            ssrc | ((ulong)port << DirectionShift) | ((ulong)source.Port << PortShift),
            IsStrep: false);

    public override int GetHashCode()
    {
        var id = Math.BigMul(High ^ HighSecret, Low ^ LowSecret, out var low) ^ low;
        return (int)Math.BigMul(id ^ Rest, RestSecret, out _);
    }

    private static ulong Draw()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
