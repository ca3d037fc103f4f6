using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CallControl.Telnyx;

/// <summary>A number modulo the order of the base point, L = 2^252 + 27742317777372353535851937790883648493 (RFC 8032, section 5.1).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Scalar
{
    public const int Size = 32;

    /// <summary>Digits of the non-adjacent form: one more than a number below L has bits, and some to make it even.</summary>
    public const int Digits = 256;

    // L - 2^252, and 2^252 in the highest word.
    private const ulong L0 = 0x5812631A5CF5D3ED;
    private const ulong L1 = 0x14DEF9DEA2F79CD6;
    private const ulong L3 = 1UL << 60;

    private readonly ulong _0;
    private readonly ulong _1;
    private readonly ulong _2;
    private readonly ulong _3;

    private Scalar(ulong w0, ulong w1, ulong w2, ulong w3)
    {
        _0 = w0;
        _1 = w1;
        _2 = w2;
        _3 = w3;
    }

    /// <summary>Reads 32 bytes, the lowest first.</summary>
    /// <returns>False for L or more: every signature has one S only (RFC 8032, section 5.1.7).</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Scalar scalar)
    {
        scalar = new Scalar(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return scalar.IsBelowL;
    }

    /// <summary>Reduces 64 bytes, the lowest first.</summary>
    public static Scalar Reduce(ReadOnlySpan<byte> bytes)
    {
        var result = default(Scalar);
        for (var i = bytes.Length - sizeof(uint); i >= 0; i -= sizeof(uint))
            result = result.ShiftIn(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));

        return result;
    }

    /// <summary>Writes the scalar as a sum of digits times powers of two, the lowest first.</summary>
    /// <param name="width">
    /// Each digit is 0 or odd and within +-2^(width - 1), and of <paramref name="width"/> neighbours at most one is not 0. At most 8.
    /// </param>
    /// <param name="digits"><see cref="Digits"/> of them.</param>
    public void WriteNonAdjacentForm(int width, Span<sbyte> digits)
    {
        ReadOnlySpan<ulong> words = [_0, _1, _2, _3, 0];
        digits.Clear();
        var carry = 0;
        var position = 0;
        while (position < Digits)
        {
            var (word, bit) = (position >> 6, position & 63);
            var bits = words[word] >> bit;
            if (bit > 64 - width)
                bits |= words[word + 1] << (64 - bit);

            var digit = carry + (int)(bits & ((1UL << width) - 1));
            if ((digit & 1) == 0)
            {
                position++;
                continue;
            }

            carry = digit >> (width - 1);
            digits[position] = (sbyte)(digit - (carry << width));
            position += width;
        }
    }

    private bool IsBelowL =>
        _3 != L3 ? _3 < L3
        : _2 != 0 ? false
        : _1 != L1 ? _1 < L1
        : _0 < L0;

    /// <summary>(this * 2^32 + next) mod L.</summary>
    private Scalar ShiftIn(uint next)
    {
        // With q = the bits from 2^252 on, q * 2^252 = -q * (L - 2^252): less than 2^158, so L needs to be added once at most.
        var q = _3 >> 28;
        var low = Math.BigMul(q, L0);
        var high = Math.BigMul(q, L1) + (ulong)(low >> 64);
        var w0 = Subtract((_0 << 32) | next, (ulong)low, 0, out var borrow);
        var w1 = Subtract((_1 << 32) | (_0 >> 32), (ulong)high, borrow, out borrow);
        var w2 = Subtract((_2 << 32) | (_1 >> 32), (ulong)(high >> 64), borrow, out borrow);
        var w3 = Subtract(((_3 << 32) | (_2 >> 32)) & (L3 - 1), 0, borrow, out borrow);
        if (borrow == 0)
            return new Scalar(w0, w1, w2, w3);

        var sum0 = (UInt128)w0 + L0;
        var sum1 = (UInt128)w1 + L1 + (ulong)(sum0 >> 64);
        var sum2 = (UInt128)w2 + (ulong)(sum1 >> 64);
        return new Scalar((ulong)sum0, (ulong)sum1, (ulong)sum2, w3 + L3 + (ulong)(sum2 >> 64));
    }

    private static ulong Subtract(ulong a, ulong b, ulong borrowed, out ulong borrow)
    {
        var difference = (UInt128)a - b - borrowed;
        borrow = (ulong)(difference >> 64) & 1;
        return (ulong)difference;
    }
}
