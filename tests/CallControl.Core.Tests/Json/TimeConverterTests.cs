using System.Globalization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class TimeConverterTests
{
    private static readonly TimeConverter Converter = new();

    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.6789012Z", "2026-01-02T03:04:05.6789012+00:00")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05.0000000+02:00")]
    [InlineData("2026-01-02T03:04:05", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.5", "2026-01-02T03:04:05.5000000+00:00")]
    [InlineData("2026-01-02T03:04", "2026-01-02T03:04:00.0000000+00:00")]
    [InlineData("2026-01-02", "2026-01-02T00:00:00.0000000+00:00")]
    [InlineData("2026-01-02 03:04:05", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02 03:04:05.5", "2026-01-02T03:04:05.5000000+00:00")]
    [InlineData("2026-01-02 03:04:05-05:00", "2026-01-02T03:04:05.0000000-05:00")]
    [InlineData("2026-01-02 03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026\\u002d01-02T03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59.0000000+00:00")]
    public void Read_PointInTime_IsThatOfUtcWhereItNamesNoOffset(string text, string expected)
    {
        Converter.Read($"\"{text}\"")!.Value.ToString("O", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Fact]
    public void Read_SomethingElse_IsNone()
    {
        Converter.ShouldReadAsNone(
            [
                "null", "true", "0", "1767225600", "1767225600.5", "\"\"", "\" \"", "\"now\"", "\"1767225600\"", "\"2026-13-01T00:00:00Z\"", "\"2026-02-29T00:00:00Z\"",
                "\"2026-01-01T24:00:01Z\"", "\"01/02/2026 03:04:05\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31 23:59:59-10:00\"",
                "\"Z\"", .. ConverterProbe.Containers,
            ]);
        Converter.ShouldReadAsNoneWhatIsNoText();
        Converter.ShouldReadAsNone("\"\\ud800Z\"");
    }

    [Fact]
    public void Write_PointInTime_IsIso8601()
    {
        Converter.Write(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2))).Should().Be("\"2026-01-02T03:04:05+02:00\"");
        Converter.Write(null).Should().Be("null");
    }
}
