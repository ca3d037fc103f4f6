using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class ViolationListExtensionsTests
{
    [Fact]
    public void Checks_OfWhatIsAllowed_AddNothing()
    {
        var violations = new ViolationList();

        violations.CheckGiven("a", "").Should().BeTrue();
        violations.CheckRequired("a", "x");
        violations.CheckId("a", null);
        violations.CheckTexts("a", null);
        violations.CheckTexts("a", ["x"]);
        violations.CheckAtLeast("a", null, 1);
        violations.CheckAtLeast("a", 1, 1);
        violations.CheckNumber("a", null, 0);
        violations.CheckNumber("a", 0, 0);
        violations.CheckNumber("a", 40, -40, 40);
        violations.CheckNotTogether("a", isGiven: true, "b", isOtherGiven: false);
        violations.CheckAbsent("a", isGiven: false, "there is no place for it");
        violations.CheckHttpUrl("a", null);
        violations.CheckHttpUrl("a", new Uri("http://example.com"));
        violations.CheckHttpUrl("a", new Uri("HTTPS://example.com/a?b"));

        violations.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Checks_OfWhatIsNotAllowed_SayWhatIs()
    {
        var violations = new ViolationList();

        violations.CheckRequired("a", null);
        violations.CheckId("b", " ");
        violations.CheckTexts("c", ["x", ""]);
        violations.CheckAtLeast("d", 0, 1);
        violations.CheckNumber("e", double.PositiveInfinity, 0);
        violations.CheckNumber("f", double.NaN, 0, 1);
        violations.CheckNumber("g", 1.5, 0, 1);
        violations.CheckNotTogether("h", isGiven: true, "i", isOtherGiven: true);
        violations.CheckGiven("j", null).Should().BeFalse();
        violations.CheckHttpUrl("k", new Uri("ws://example.com"));
        violations.CheckHttpUrl("l", new Uri("a", UriKind.Relative));
        violations.CheckAbsent("m", isGiven: true, "there is no place for it");

        violations.Items.Should().Equal(
            new Violation("a", "must not be empty", null),
            new Violation("b", "must not be empty", null),
            new Violation("c[1]", "must not be empty", null),
            new Violation("d", "must be 1 or more", 0),
            new Violation("e", "must be 0 or more", "Infinity"),
            new Violation("f", "must be 0 to 1", "NaN"),
            new Violation("g", "must be 0 to 1", "1.5"),
            new Violation("h", "must not be given together with i", null),
            new Violation("j", "must be given", null),
            new Violation("k", "must be an absolute http or https address", "ws://example.com/"),
            new Violation("l", "must be an absolute http or https address", Redaction.Url("a")),
            new Violation("m", "must be left out: there is no place for it", null));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("http://example.com", true)]
    [InlineData("https://example.com/a", true)]
    [InlineData("/tmp/a.wav", false)]
    [InlineData("file:///tmp/a.wav", false)]
    [InlineData("wss://example.com", false)]
    public void IsHttp_OfAnAddress_GoesByItsScheme(string? url, bool expected) =>
        (url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute)).IsHttp().Should().Be(expected);

    [Fact]
    public void CheckWord_OfAnEmptyWord_IsABreach()
    {
        var violations = new ViolationList();

        violations.CheckWord("a", (Word?)null);
        violations.CheckWord("b", (Word?)new Word("not listed"));
        violations.CheckWord("c", (Word?)default(Word));
        violations.CheckWords("d", [new Word("x"), default]);

        violations.Items.Select(violation => violation.Field).Should().Equal("c", "d[1]");
    }

    [JsonConverter(typeof(VendorWordConverter<Word>))]
    private readonly record struct Word(string? Text) : IVendorWord<Word>
    {
        public string Value => Text ?? "";

        public static Word Of(string value) => new(value);
    }
}
