namespace CallControl.Abstractions.Tests;

public sealed class RedactionTests
{
    private const string Alphabet = "0123456789 .-+@:/?#;=%&<>\"'()[]{}\\sipteltps\u00e9\u00a0\ud83d\ude00\0\r\n";

    [Theory]
    [InlineData("+33612345678", "+*********78")]
    [InlineData("06 12 34 56 78", "** ** ** ** 78")]
    [InlineData("06.12.34.56.78", "**.**.**.**.78")]
    [InlineData("+33(6)12/34/56/78", "+**(*)**/**/**/78")]
    [InlineData("1234", "**34")]
    [InlineData("12", "12")]
    [InlineData("tel:+33612345678", "tel:+*********78")]
    [InlineData("anonymous", "anonymous")]
    [InlineData("", "")]
    public void Party_NumberInAnyNotation_ShowsItsLastTwoDigits(string value, string expected) =>
        Redaction.Party(value).Should().Be(expected);

    [Theory]
    [InlineData("sip:+33612345678@sbc.example.com", "sip:***@sbc.example.com")]
    [InlineData("SIPS:alice:secret@example.com", "sips:***@example.com")]
    [InlineData("alice@example.com", "***@example.com")]
    [InlineData("33612345678:secret@example.com", "***@example.com")]
    [InlineData("\"Alice 0612345678\" <sip:+33612345678@example.com>", "***@example.com>")]
    [InlineData("sip:alice@bob@example.com", "sip:***@example.com")]
    [InlineData("sip:alice@example.com;phone=+33612345678", "sip:***@example.com;phone=+*********78")]
    public void Party_Address_ShowsNothingOfTheUser(string value, string expected) =>
        Redaction.Party(value).Should().Be(expected);

    [Theory]
    [InlineData("Call to +33612345678 failed", "Call to +*********78 failed")]
    [InlineData("06 12 34 56 78 is busy", "** ** ** ** 78 is busy")]
    [InlineData("06.12.34.56.78, 06-12-34-56-79.", "**.**.**.**.78, **-**-**-**-79.")]
    [InlineData("a+33612345678b+33712345679c", "a+*********78b+*********79c")]
    [InlineData("%2B33612345678", "%2B*********78")]
    [InlineData("HTTP 404, 10005, no such call", "HTTP 404, 10005, no such call")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "****56")]
    public void Text_Numbers_AreMasked(string value, string expected) => Redaction.Text(value).Should().Be(expected);

    [Fact]
    public void Text_WithoutNumbers_IsTheSameString()
    {
        const string text = "nothing to hide: 12345";

        Redaction.Text(text).Should().BeSameAs(text);
    }

    [Fact]
    public void Text_AnyE164NumberInAnyText_IsNeverLeft()
    {
        var random = new Random(164);
        for (var i = 0; i < 5_000; i++)
        {
            var number = E164(random);
            var text = $"{Noise(random)}x{number}x{Noise(random)}";

            Redaction.Text(text).Should().NotContain(number[1..]);
        }
    }

    [Fact]
    public void Party_AnyNumberAnywhere_IsNeverLeft()
    {
        var random = new Random(165);
        for (var i = 0; i < 5_000; i++)
        {
            var number = E164(random);
            var party = Redaction.Party(Noise(random) + number + Noise(random));

            party.Should().NotContain(number[1..]);
        }
    }

    [Theory]
    [InlineData("https://user:pass@cdn.example.com:8443/a/b.wav?token=t#f", "https://cdn.example.com:8443/a/b.wav")]
    [InlineData("https://cdn.example.com/33612345678.wav", "https://cdn.example.com/*********78.wav")]
    [InlineData("wss://media.example.com/s?key=abc", "wss://media.example.com/s")]
    [InlineData("ftp://user:pass@example.com/a.wav?token=t", "ftp://example.com/a.wav")]
    [InlineData("cdn.example.com/menu.wav?token=t", "cdn.example.com/menu.wav")]
    [InlineData("/menu.wav?token=t", "/menu.wav")]
    [InlineData("menu.wav#token", "menu.wav")]
    [InlineData("user:pass@cdn.example.com/menu.wav", "***@cdn.example.com/menu.wav")]
    [InlineData("sip:alice:pass@example.com", "sip:***@example.com")]
    [InlineData("+33612345678", "+*********78")]
    public void Url_Address_LosesUserInfoQueryAndFragment(string value, string expected) => Redaction.Url(value).Should().Be(expected);

    [Fact]
    public void All_RandomText_NeverThrowAndKeepBounds()
    {
        var random = new Random(2026);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Noise(random, 60);

            Redaction.Text(text).Length.Should().BeLessThanOrEqualTo(text.Length);
            Redaction.Party(text).Length.Should().BeLessThanOrEqualTo(text.Length + 3);
            Redaction.Url(text).Should().NotBeNull();
            Redaction.Url("https://" + text).Should().NotContain("?").And.NotContain("#");
        }
    }

    [Theory]
    [InlineData("cannot fetch https://cdn.example.com/a.wav?sig=s3cr3t now", "cannot fetch https://cdn.example.com/a.wav… now")]
    [InlineData("\"wss://m.example.com/x#s3cr3t\" and http://b.example.com/?t=s3cr3t", "\"wss://m.example.com/x…\" and http://b.example.com/…")]
    [InlineData("really? https://cdn.example.com/a.wav", "really? https://cdn.example.com/a.wav")]
    public void Text_WithAddresses_LosesTheirQueries(string text, string expected) => Redaction.Text(text).Should().Be(expected);

    [Fact]
    public void Text_MaskedText_StaysAsItIs()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var once = Redaction.Text(Noise(random));

            Redaction.Text(once).Should().Be(once);
        }
    }

    [Fact]
    public void All_Null_IsRefused()
    {
        FluentActions.Invoking(() => Redaction.Text(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Redaction.Party(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Redaction.Url(null!)).Should().Throw<ArgumentNullException>();
    }

    private static string E164(Random random) => "+" + random.NextInt64(1_000_000, 999_999_999_999_999);

    private static string Noise(Random random, int longest = 12)
    {
        var characters = new char[random.Next(longest)];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Alphabet[random.Next(Alphabet.Length)];

        return new string(characters);
    }
}
