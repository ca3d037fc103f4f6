using System.Globalization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class AmountConverterTests
{
    private static readonly AmountConverter Converter = new();

    [Theory]
    [InlineData("0.0040", "0.0040")]
    [InlineData("\"0.0040\"", "0.0040")]
    [InlineData("-7", "-7")]
    [InlineData("\" 1e2 \"", "100")]
    [InlineData("12345678901234567890.123456789", "12345678901234567890.123456789")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Read_Amount_KeepsAllItsPlaces(string json, string expected)
    {
        Converter.Read(json)!.Value.ToString(CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Fact]
    public void Read_NothingOrOutOfRange_IsNone()
    {
        Converter.ShouldReadAsNone("null", "\"\"", "\" \"", "79228162514264337593543950336", "\"-1e29\"", "1e400", "\"1e400\"");
    }

    [Fact]
    public void Read_SomethingElse_IsAnError()
    {
        Converter.ShouldRefuse(["true", "false", "\"free\"", "\"1,5\"", "\"$1\"", "\"NaN\"", .. ConverterProbe.Containers]);
        Converter.ShouldRefuseWhatIsNoText();
    }

    [Fact]
    public void Write_Amount_IsANumberWithItsPlaces()
    {
        Converter.Write(0.0040m).Should().Be("0.0040");
        Converter.Write(null).Should().Be("null");
    }
}
