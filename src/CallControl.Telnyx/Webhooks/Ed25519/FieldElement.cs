using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallControl.Telnyx;

/// <summary>A number modulo p = 2^255 - 19 (RFC 8032, section 5.1), as five limbs of 51 bits.</summary>
/// <remarks>
/// Limbs may be longer than 51 bits between operations, and this is what keeps them in their 64: a <em>tight</em> number (what the constructor,
/// <c>*</c> and <see cref="Square()"/> give) has limbs below 2^51 + 2^13; <c>+</c> carries nothing, <c>-</c> adds 4p and carries nothing;
/// <c>*</c> and <see cref="Square()"/> take limbs below 2^54. So a sum of up to three tight numbers may be subtracted or subtracted from, and the
/// difference may be multiplied, but not subtracted from once more.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct FieldElement
{
    public const int Size = 32;

    private const int LimbBits = 51;
    private const ulong LimbMask = (1UL << LimbBits) - 1;

    // 4p, limb by limb.
    private const ulong FourPLowest = 4 * (LimbMask - 18);
    private const ulong FourPOther = 4 * LimbMask;

    private readonly ulong _0;
    private readonly ulong _1;
    private readonly ulong _2;
    private readonly ulong _3;
    private readonly ulong _4;

    /// <summary>A small number.</summary>
    public FieldElement(uint value) => _0 = value;

    private FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        _0 = l0;
        _1 = l1;
        _2 = l2;
        _3 = l3;
        _4 = l4;
    }

    public static FieldElement Zero => default;

    public static FieldElement One => new(1);

    public bool IsZero
    {
        get
        {
            Span<byte> bytes = stackalloc byte[Size];
            WriteTo(bytes);
            return !bytes.ContainsAnyExcept((byte)0);
        }
    }

    /// <summary>Whether the number, reduced, is odd: the "sign" of RFC 8032.</summary>
    public bool IsOdd
    {
        get
        {
            Span<byte> bytes = stackalloc byte[Size];
            WriteTo(bytes);
            return (bytes[0] & 1) != 0;
        }
    }

    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        new(a._0 + b._0, a._1 + b._1, a._2 + b._2, a._3 + b._3, a._4 + b._4);

    public static FieldElement operator -(in FieldElement a, in FieldElement b) => new(
        a._0 + FourPLowest - b._0,
        a._1 + FourPOther - b._1,
        a._2 + FourPOther - b._2,
        a._3 + FourPOther - b._3,
        a._4 + FourPOther - b._4);

    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        var (a0, a1, a2, a3, a4) = (a._0, a._1, a._2, a._3, a._4);
        var (b0, b1, b2, b3, b4) = (b._0, b._1, b._2, b._3, b._4);

        // What would stand at 2^255 and above comes back at the bottom, 19 times.
        var (c1, c2, c3, c4) = (19 * b1, 19 * b2, 19 * b3, 19 * b4);
        return Carry(
            Math.BigMul(a0, b0) + Math.BigMul(a1, c4) + Math.BigMul(a2, c3) + Math.BigMul(a3, c2) + Math.BigMul(a4, c1),
            Math.BigMul(a0, b1) + Math.BigMul(a1, b0) + Math.BigMul(a2, c4) + Math.BigMul(a3, c3) + Math.BigMul(a4, c2),
            Math.BigMul(a0, b2) + Math.BigMul(a1, b1) + Math.BigMul(a2, b0) + Math.BigMul(a3, c4) + Math.BigMul(a4, c3),
            Math.BigMul(a0, b3) + Math.BigMul(a1, b2) + Math.BigMul(a2, b1) + Math.BigMul(a3, b0) + Math.BigMul(a4, c4),
            Math.BigMul(a0, b4) + Math.BigMul(a1, b3) + Math.BigMul(a2, b2) + Math.BigMul(a3, b1) + Math.BigMul(a4, b0));
    }

    /// <summary>Reads 255 bits, the lowest first; the 256th is left to the caller, and p or more is taken as it is.</summary>
    public static FieldElement Read(ReadOnlySpan<byte> bytes)
    {
        var w0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var w1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var w2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var w3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new FieldElement(
            w0 & LimbMask,
            ((w0 >> 51) | (w1 << 13)) & LimbMask,
            ((w1 >> 38) | (w2 << 26)) & LimbMask,
            ((w2 >> 25) | (w3 << 39)) & LimbMask,
            (w3 >> 12) & LimbMask);
    }

    /// <summary>Writes the number, reduced: 32 bytes, the lowest first, the 256th bit 0.</summary>
    public void WriteTo(Span<byte> bytes)
    {
        var (l0, l1, l2, l3, l4) = (_0, _1, _2, _3, _4);
        l1 += l0 >> LimbBits;
        l2 += l1 >> LimbBits;
        l3 += l2 >> LimbBits;
        l4 += l3 >> LimbBits;
        l0 = (l0 & LimbMask) + (19 * (l4 >> LimbBits));
        (l1, l2, l3, l4) = (l1 & LimbMask, l2 & LimbMask, l3 & LimbMask, l4 & LimbMask);

        // Now it is below 2p. It is p or more exactly where 19 more would reach 2^255; then those 19 are added and the 256th bit is dropped.
        var carry = (l0 + 19) >> LimbBits;
        carry = (l1 + carry) >> LimbBits;
        carry = (l2 + carry) >> LimbBits;
        carry = (l3 + carry) >> LimbBits;
        carry = (l4 + carry) >> LimbBits;
        l0 += 19 * carry;
        l1 += l0 >> LimbBits;
        l2 += l1 >> LimbBits;
        l3 += l2 >> LimbBits;
        l4 += l3 >> LimbBits;
        (l0, l1, l2, l3, l4) = (l0 & LimbMask, l1 & LimbMask, l2 & LimbMask, l3 & LimbMask, l4 & LimbMask);

        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | (l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (l1 >> 13) | (l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (l2 >> 26) | (l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (l3 >> 39) | (l4 << 12));
    }

    public FieldElement Square()
    {
        var (a0, a1, a2, a3, a4) = (_0, _1, _2, _3, _4);
        var (d0, d1, d2) = (2 * a0, 2 * a1, 2 * a2);
        var (c3, c4) = (19 * a3, 19 * a4);
        return Carry(
            Math.BigMul(a0, a0) + Math.BigMul(d1, c4) + Math.BigMul(d2, c3),
            Math.BigMul(d0, a1) + Math.BigMul(d2, c4) + Math.BigMul(a3, c3),
            Math.BigMul(d0, a2) + Math.BigMul(a1, a1) + Math.BigMul(2 * a3, c4),
            Math.BigMul(d0, a3) + Math.BigMul(d1, a2) + Math.BigMul(a4, c4),
            Math.BigMul(d0, a4) + Math.BigMul(d1, a3) + Math.BigMul(a2, a2));
    }

    /// <summary>1/x = x^(p - 2); 0 for 0.</summary>
    public FieldElement Invert() => ToThe250(out var eleventh).Square(5) * eleventh;

    /// <summary>x^((p - 5) / 8), for square roots (RFC 8032, section 5.1.3).</summary>
    public FieldElement ToTheEighth() => ToThe250(out _).Square(2) * this;

    /// <summary>x^(2^250 - 1), where both powers above begin, and x^11 on the way.</summary>
    private FieldElement ToThe250(out FieldElement eleventh)
    {
        var second = Square();
        var ninth = second.Square(2) * this;
        eleventh = ninth * second;
        var to5 = eleventh.Square() * ninth;
        var to10 = to5.Square(5) * to5;
        var to20 = to10.Square(10) * to10;
        var to40 = to20.Square(20) * to20;
        var to50 = to40.Square(10) * to10;
        var to100 = to50.Square(50) * to50;
        var to200 = to100.Square(100) * to100;
        return to200.Square(50) * to50;
    }

    private FieldElement Square(int times)
    {
        var result = this;
        for (var i = 0; i < times; i++)
            result = result.Square();

        return result;
    }

    /// <summary>Brings sums of products back to limbs. For factors below 2^54 no carry exceeds 64 bits.</summary>
    private static FieldElement Carry(UInt128 r0, UInt128 r1, UInt128 r2, UInt128 r3, UInt128 r4)
    {
        r1 += (ulong)(r0 >> LimbBits);
        r2 += (ulong)(r1 >> LimbBits);
        r3 += (ulong)(r2 >> LimbBits);
        r4 += (ulong)(r3 >> LimbBits);
        var l0 = ((ulong)r0 & LimbMask) + (19 * (ulong)(r4 >> LimbBits));
        var l1 = ((ulong)r1 & LimbMask) + (l0 >> LimbBits);
        return new FieldElement(l0 & LimbMask, l1, (ulong)r2 & LimbMask, (ulong)r3 & LimbMask, (ulong)r4 & LimbMask);
    }
}
