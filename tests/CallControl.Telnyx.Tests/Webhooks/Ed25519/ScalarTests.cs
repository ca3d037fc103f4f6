using System.Numerics;

namespace CallControl.Telnyx.Tests;

public sealed class ScalarTests
{
    private const int Width = 8;

    private static readonly BigInteger L = NaiveEd25519.L;
    private static readonly BigInteger Largest = BigInteger.Pow(2, 512) - 1;

    [Fact]
    public void Reduce_OfAnything_IsTheRemainder()
    {
        var random = new ByteStream("scalars");
        BigInteger[] around = [.. new[] { 0, L, 2 * L, L << 32, L << 252, Largest / L * L, BigInteger.Pow(2, 252), BigInteger.Pow(2, 284), Largest + 1 - (L << 200) }];
        BigInteger[] values = [.. around.SelectMany(value => new[] { value - 1, value, value + 1 }).Where(value => value >= 0), Largest];
        BigInteger[] drawn = [.. Enumerable.Range(0, 1000).Select(_ => new BigInteger(random.Take(64), isUnsigned: true))];

        foreach (var value in values.Concat(drawn))
            Value(Scalar.Reduce(NaiveEd25519.ToBytes(value, 64))).Should().Be(value % L);
    }

    [Fact]
    public void TryRead_OfLessThanL_IsThat()
    {
        BigInteger[] values =
        [
            0, 1, L - 1, L - 2, BigInteger.Pow(2, 252), BigInteger.Pow(2, 252) - 1, L - BigInteger.Pow(2, 64), BigInteger.Pow(2, 252) + ulong.MaxValue,
        ];

        foreach (var value in values)
        {
            Scalar.TryRead(NaiveEd25519.ToBytes(value), out var scalar).Should().BeTrue();
            Value(scalar).Should().Be(value);
        }
    }

    [Fact]
    public void TryRead_OfLAndMore_IsRefused()
    {
        BigInteger[] values =
        [
            L, L + 1, L + BigInteger.Pow(2, 64), L + BigInteger.Pow(2, 128), BigInteger.Pow(2, 252) + BigInteger.Pow(2, 125), BigInteger.Pow(2, 253),
            BigInteger.Pow(2, 252) + BigInteger.Pow(2, 191), 2 * L, BigInteger.Pow(2, 255), BigInteger.Pow(2, 256) - 1,
        ];

        foreach (var value in values)
            Scalar.TryRead(NaiveEd25519.ToBytes(value), out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    public void WriteNonAdjacentForm_OfAnything_KeepsItsRules(int width)
    {
        var random = new ByteStream("non-adjacent forms");
        BigInteger[] values = [0, 1, 127, 128, 255, ulong.MaxValue, L - 1, L - 2, BigInteger.Pow(2, 252) - 1, .. Enumerable.Range(0, 200).Select(_ => random.Below(L))];

        foreach (var value in values)
        {
            Scalar.TryRead(NaiveEd25519.ToBytes(value), out var scalar).Should().BeTrue();
            var digits = Digits(scalar, width);

            Sum(digits).Should().Be(value);
            digits.Should().OnlyContain(digit => digit == 0 || (digit % 2 != 0 && Math.Abs((int)digit) < 1 << (width - 1)));
            for (var i = 0; i + width <= digits.Length; i++)
                digits.AsSpan(i, width).ToArray().Count(digit => digit != 0).Should().BeLessThanOrEqualTo(1);
        }
    }

    private static BigInteger Value(Scalar scalar) => Sum(Digits(scalar, Width));

    private static sbyte[] Digits(Scalar scalar, int width)
    {
        var digits = new sbyte[Scalar.Digits];
        digits.AsSpan().Fill(1);
        scalar.WriteNonAdjacentForm(width, digits);
        return digits;
    }

    private static BigInteger Sum(sbyte[] digits) => digits.Select((digit, i) => digit * BigInteger.Pow(2, i)).Aggregate(BigInteger.Zero, BigInteger.Add);
}
