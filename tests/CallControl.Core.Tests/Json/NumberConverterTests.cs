using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class NumberConverterTests
{
    private static readonly NumberConverter Converter = new();
    private static readonly ForgivingNumberConverter Forgiving = new();

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("0", 0.0)]
    [InlineData("-2e3", -2000.0)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("\" -7 \"", -7.0)]
    [InlineData("\"2E-1\"", 0.2)]
    [InlineData("\"\\u0031\"", 1.0)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \\t\"", null)]
    [InlineData("1e400", null)]
    [InlineData("\"-1e400\"", null)]
    public void Read_Number_AsNumberOrText(string json, double? expected)
    {
        Converter.Read(json).Should().Be(expected);
        Forgiving.Read(json).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsAnErrorOrNone()
    {
        string[] others = ["true", "false", "\"one\"", "\"1,5\"", "\"1.5 s\"", "\"0x10\"", "\"NaN\"", "\"\u0661\"", .. ConverterProbe.Containers];

        Converter.ShouldRefuse(others);
        Converter.ShouldRefuseWhatIsNoText();
        Forgiving.ShouldReadAsNone(others);
        Forgiving.ShouldReadAsNoneWhatIsNoText();
    }

    [Theory]
    [InlineData(1.5, "1.5")]
    [InlineData(-2000.0, "-2000")]
    [InlineData(null, "null")]
    public void Write_Number_IsANumber(double? value, string expected)
    {
        Converter.Write(value).Should().Be(expected);
        Forgiving.Write(value).Should().Be(expected);
    }
}
