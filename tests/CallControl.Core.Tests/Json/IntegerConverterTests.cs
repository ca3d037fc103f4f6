using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class IntegerConverterTests
{
    private static readonly IntegerConverter Converter = new();

    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("12.9", 12)]
    [InlineData("\"-12.9\"", -12)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("\"-2147483648\"", int.MinValue)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData("2147483648", null)]
    [InlineData("\"-2147483649\"", null)]
    [InlineData("1e400", null)]
    public void Read_Number_IsItsWholePart(string json, int? expected)
    {
        Converter.Read(json).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsAnError()
    {
        Converter.ShouldRefuse(["true", "false", "\"one\"", "\"1,000\"", "\"NaN\"", .. ConverterProbe.Containers]);
        Converter.ShouldRefuseWhatIsNoText();
    }

    [Theory]
    [InlineData(-12, "-12")]
    [InlineData(null, "null")]
    public void Write_Number_IsANumber(int? value, string expected)
    {
        Converter.Write(value).Should().Be(expected);
    }
}
