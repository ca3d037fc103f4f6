namespace CallControl.Callr.Tests;

/// <summary>The decoder's output values of ITU-T G.711, tables 1a and 2a: the ends of all segments.</summary>
public sealed class G711Tests
{
    // The table's unit is 1/4096 of full scale.
    [Theory]
    [InlineData(0xD5, 1)]
    [InlineData(0xDA, 31)]
    [InlineData(0xC5, 33)]
    [InlineData(0xCA, 63)]
    [InlineData(0xF5, 66)]
    [InlineData(0xFA, 126)]
    [InlineData(0xE5, 132)]
    [InlineData(0xEA, 252)]
    [InlineData(0x95, 264)]
    [InlineData(0x9A, 504)]
    [InlineData(0x85, 528)]
    [InlineData(0x8A, 1008)]
    [InlineData(0xB5, 1056)]
    [InlineData(0xBA, 2016)]
    [InlineData(0xA5, 2112)]
    [InlineData(0xAA, 4032)]
    public void DecodeAlaw_EndOfASegment_IsTheTablesValue(int code, int value)
    {
        G711.DecodeAlaw((byte)code).Should().Be((short)(value * 8));
        G711.DecodeAlaw((byte)(code & 0x7F)).Should().Be((short)(value * -8));
    }

    // The table's unit is 1/8192 of full scale.
    [Theory]
    [InlineData(0xFF, 0)]
    [InlineData(0xFE, 2)]
    [InlineData(0xF0, 30)]
    [InlineData(0xEF, 33)]
    [InlineData(0xE0, 93)]
    [InlineData(0xDF, 99)]
    [InlineData(0xD0, 219)]
    [InlineData(0xCF, 231)]
    [InlineData(0xC0, 471)]
    [InlineData(0xBF, 495)]
    [InlineData(0xB0, 975)]
    [InlineData(0xAF, 1023)]
    [InlineData(0xA0, 1983)]
    [InlineData(0x9F, 2079)]
    [InlineData(0x90, 3999)]
    [InlineData(0x8F, 4191)]
    [InlineData(0x80, 8031)]
    public void DecodeMulaw_EndOfASegment_IsTheTablesValue(int code, int value)
    {
        G711.DecodeMulaw((byte)code).Should().Be((short)(value * 4));
        G711.DecodeMulaw((byte)(code & 0x7F)).Should().Be((short)(value * -4));
    }

    [Fact]
    public void DecodeAlaw_AllPositiveCodes_RiseByTheStepsOfTheirSegments()
    {
        var values = Enumerable.Range(0x80, 128).Select(code => (int)G711.DecodeAlaw((byte)(code ^ 0x55))).ToArray();
        var steps = values.Zip(values.Skip(1), (low, high) => high - low).ToArray();

        steps.Should().OnlyContain(step => step > 0);
        Enumerable.Range(0, 8).Select(segment => steps[(segment * 16) + 7]).Should().Equal(16, 16, 32, 64, 128, 256, 512, 1024);
    }

    [Fact]
    public void DecodeMulaw_AllPositiveCodes_RiseByTheStepsOfTheirSegments()
    {
        var values = Enumerable.Range(0, 128).Select(code => (int)G711.DecodeMulaw((byte)(0xFF - code))).ToArray();
        var steps = values.Zip(values.Skip(1), (low, high) => high - low).ToArray();

        steps.Should().OnlyContain(step => step > 0);
        Enumerable.Range(0, 8).Select(segment => steps[(segment * 16) + 7]).Should().Equal(8, 16, 32, 64, 128, 256, 512, 1024);
    }
}
