using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class SecondsConverterTests
{
    private static readonly SecondsConverter Converter = new();

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1.5", 15_000_000L)]
    [InlineData("\"1.5\"", 15_000_000L)]
    [InlineData("0.0000001", 1L)]
    [InlineData("2147483647", 21_474_836_470_000_000L)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData("-0.1", null)]
    [InlineData("\"-1\"", null)]
    [InlineData("2147483648", null)]
    [InlineData("1e400", null)]
    public void Read_Seconds_AsNumberOrText(string json, long? ticks)
    {
        Converter.Read(json).Should().Be(ticks is { } value ? TimeSpan.FromTicks(value) : null);
    }

    [Fact]
    public void Read_SomethingElse_IsAnError()
    {
        Converter.ShouldRefuse(["true", "false", "\"soon\"", "\"00:00:01\"", "\"PT1S\"", "\"NaN\"", .. ConverterProbe.Containers]);
        Converter.ShouldRefuseWhatIsNoText();
    }

    [Fact]
    public void Write_Time_IsInSeconds()
    {
        Converter.Write(TimeSpan.FromMilliseconds(1500)).Should().Be("1.5");
        Converter.Write(TimeSpan.FromMinutes(2)).Should().Be("120");
        Converter.Write(null).Should().Be("null");
    }
}
