using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class TextConverterTests
{
    private static readonly TextConverter Converter = new();
    private static readonly ForgivingTextConverter Forgiving = new();

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("\" \"", " ")]
    [InlineData("\"\\u00e9\\ud83d\\ude00\"", "é\U0001F600")]
    [InlineData("12.50", "12.50")]
    [InlineData("-1e400", "-1e400")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    public void Read_Scalar_IsItsText(string json, string? expected)
    {
        Converter.Read(json).Should().Be(expected);
        Forgiving.Read(json).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsAnErrorOrNone()
    {
        Converter.ShouldRefuse(ConverterProbe.Containers);
        Converter.ShouldRefuseWhatIsNoText();
        Forgiving.ShouldReadAsNone(ConverterProbe.Containers);
        Forgiving.ShouldReadAsNoneWhatIsNoText();
    }

    [Fact]
    public void Write_Text_IsAText()
    {
        Converter.Write("12").Should().Be("\"12\"");
        Converter.Write(null).Should().Be("null");
        Forgiving.Write("true").Should().Be("\"true\"");
        Forgiving.Write(null).Should().Be("null");
    }
}
