using System.Numerics;

namespace CallControl.Telnyx.Tests;

public sealed class FieldElementTests
{
    // The largest that 255 bits hold: all limbs full.
    private static readonly BigInteger Full = BigInteger.Pow(2, 255) - 1;

    private static readonly BigInteger[] Edges =
    [
        0, 1, 2, 18, 19, 20, BigInteger.Pow(2, 51) - 1, BigInteger.Pow(2, 51), BigInteger.Pow(2, 102), BigInteger.Pow(2, 204) - 1, BigInteger.Pow(2, 254),
        NaiveEd25519.P - 19, NaiveEd25519.P - 2, NaiveEd25519.P - 1, NaiveEd25519.P, NaiveEd25519.P + 1, NaiveEd25519.P + 18, Full,
        BigInteger.Pow(2, 255) - BigInteger.Pow(2, 51), BigInteger.Pow(2, 255) - BigInteger.Pow(2, 204), .. Random(20),
    ];

    [Fact]
    public void WriteTo_OfWhatWasRead_IsReduced()
    {
        Edges.Should().OnlyContain(value => Value(Element(value)) == NaiveEd25519.Mod(value));
    }

    [Fact]
    public void Read_WithThe256thBitSet_LeavesItOut()
    {
        Value(FieldElement.Read(NaiveEd25519.ToBytes(7 + BigInteger.Pow(2, 255)))).Should().Be(7);
    }

    [Fact]
    public void Product_OfFactorsAsLongAsTheyMayBe_IsRight()
    {
        var factors = Edges.SelectMany(Forms).ToArray();

        foreach (var (x, a) in factors)
        {
            Value(a.Square()).Should().Be(NaiveEd25519.Mod(x * x));
            foreach (var (y, b) in factors)
            {
                if (Value(a * b) != NaiveEd25519.Mod(x * y))
                    Assert.Fail($"{x} * {y}");
            }
        }
    }

    [Fact]
    public void Product_OfProducts_IsRight()
    {
        // Tight limbs may be a little above 51 bits: these come from carries.
        var (x, a) = (Full, Element(Full));
        for (var i = 0; i < 1000; i++)
        {
            (x, a) = i % 3 == 0 ? (NaiveEd25519.Mod(x * x), a.Square()) : (NaiveEd25519.Mod(x * (Full - i)), a * Element(Full - i));
            Value(a - (a + a + a)).Should().Be(NaiveEd25519.Mod(-2 * x));
        }
    }

    [Fact]
    public void Invert_OfAnything_IsThatToThePowerOfPMinus2()
    {
        Edges.Should().OnlyContain(value => Value(Element(value).Invert()) == BigInteger.ModPow(value, NaiveEd25519.P - 2, NaiveEd25519.P));
    }

    [Fact]
    public void ToTheEighth_OfAnything_IsThatToThePowerOfAnEighthOfPMinus5()
    {
        Edges.Should().OnlyContain(value => Value(Element(value).ToTheEighth()) == BigInteger.ModPow(value, (NaiveEd25519.P - 5) / 8, NaiveEd25519.P));
    }

    [Fact]
    public void IsZeroAndIsOdd_AreOfTheReducedNumber()
    {
        foreach (var value in Edges)
        {
            Element(value).IsZero.Should().Be(NaiveEd25519.Mod(value).IsZero);
            Element(value).IsOdd.Should().Be(!NaiveEd25519.Mod(value).IsEven);
        }
    }

    /// <summary>A number as it is read, and with limbs as long as sums and differences make them.</summary>
    private static IEnumerable<(BigInteger Value, FieldElement Element)> Forms(BigInteger value)
    {
        var element = Element(value);
        yield return (value, element);
        yield return (3 * value, element + element + element);
        yield return (3 * value, element + element + element - FieldElement.Zero);
        yield return (value - (3 * Full), element - (Element(Full) + Element(Full) + Element(Full)));
    }

    private static IEnumerable<BigInteger> Random(int count)
    {
        var random = new ByteStream("field elements");
        return Enumerable.Range(0, count).Select(_ => random.Below(Full + 1));
    }

    private static FieldElement Element(BigInteger value) => FieldElement.Read(NaiveEd25519.ToBytes(value));

    private static BigInteger Value(FieldElement element)
    {
        var bytes = new byte[FieldElement.Size];
        element.WriteTo(bytes);
        return NaiveEd25519.FromBytes(bytes);
    }
}
