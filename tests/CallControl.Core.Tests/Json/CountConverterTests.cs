using System.Text;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class CountConverterTests
{
    private static readonly CountConverter Converter = new();

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("\"12\"", 12L)]
    [InlineData("\" -12 \"", -12L)]
    [InlineData("12.0", 12L)]
    [InlineData("12.9", 12L)]
    [InlineData("-12.9", -12L)]
    [InlineData("\"12.9\"", 12L)]
    [InlineData("1e3", 1000L)]
    [InlineData("\"1e3\"", 1000L)]
    [InlineData("9007199254740993", 9007199254740993L)]
    [InlineData("\"9007199254740993\"", 9007199254740993L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("\"9223372036854775808\"", null)]
    [InlineData("-9223372036854777856", null)]
    [InlineData("1e400", null)]
    [InlineData("\"1e400\"", null)]
    public void Read_Number_IsItsWholePart(string json, long? expected)
    {
        Converter.Read(json).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsNone()
    {
        Converter.ShouldReadAsNone(["true", "false", "\"one\"", "\"1,000\"", "\"NaN\"", .. ConverterProbe.Containers]);
        Converter.ShouldReadAsNoneWhatIsNoText();
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"\"", true)]
    [InlineData("1e400", true)]
    [InlineData("\"1e400\"", true)]
    [InlineData("\"NaN\"", false)]
    [InlineData("\"one\"", false)]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("true", false)]
    [InlineData("null", false)]
    [InlineData("[1,[2]]", false)]
    public void TryReadNumbers_OfAValue_TellWhetherItIsOne(string json, bool expected)
    {
        var number = At(json);
        var whole = At(json);

        JsonText.TryReadNumber(ref number, out _).Should().Be(expected);
        JsonText.TryReadWholeNumber(ref whole, out _).Should().Be(expected);
        (number.BytesConsumed, whole.BytesConsumed).Should().Be((json.Length, json.Length), "the value was read, or passed over");
    }

    [Theory]
    [InlineData(12L, "12")]
    [InlineData(long.MinValue, "-9223372036854775808")]
    [InlineData(null, "null")]
    public void Write_Number_IsANumber(long? value, string expected)
    {
        Converter.Write(value).Should().Be(expected);
    }

    private static Utf8JsonReader At(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
