using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class TruthConverterTests
{
    private static readonly TruthConverter Converter = new();

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"1\"", true)]
    [InlineData("\"0\"", false)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    public void Read_Truth_AsItselfTextOrNumber(string json, bool? expected)
    {
        Converter.Read(json).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsAnError()
    {
        Converter.ShouldRefuse(["2", "-1", "0.5", "1e400", "\"yes\"", "\"2\"", "\"truely\"", .. ConverterProbe.Containers]);
        Converter.ShouldRefuseWhatIsNoText();
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(null, "null")]
    public void Write_Truth_IsATruthValue(bool? value, string expected)
    {
        Converter.Write(value).Should().Be(expected);
    }
}
