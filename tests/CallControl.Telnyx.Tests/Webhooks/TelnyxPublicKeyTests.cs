namespace CallControl.Telnyx.Tests;

/// <summary>The key is that of RFC 8032, section 7.1, test 3; its wrapped forms were written by OpenSSL.</summary>
public sealed class TelnyxPublicKeyTests
{
    private const string Hex = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
    private const string Raw = "/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=";
    private const string Spki = "MCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=";

    // The same bytes as a key of X25519, which signs nothing.
    private const string OtherAlgorithm = "MCowBQYDK2VuAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=";
    private const string PrivateKey = "MC4CAQAwBQYDK2VwBCIEIMWqjfQ/n4N77bdELzHct7Fm04U1B28JS4XOOi4LRFj3";

    [Theory]
    [InlineData(Raw)]
    [InlineData(Spki)]
    [InlineData("  " + Raw + "\r\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n" + Spki + "\n-----END PUBLIC KEY-----\n")]
    [InlineData("\r\n-----BEGIN PUBLIC KEY-----\r\n" + Spki + "\r\n-----END PUBLIC KEY-----\r\n")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDw\nWAgW7RO6MwOsXeuRFUiQgCU=\n-----END PUBLIC KEY-----")]
    public void Parse_OfEveryForm_IsTheSameKey(string text)
    {
        TelnyxPublicKey.Parse(text).Key.Bytes.ToArray().Should().Equal(Convert.FromHexString(Hex));
        TelnyxPublicKey.TryParse(text, out var key).Should().BeTrue();
        key!.Key.Bytes.ToArray().Should().Equal(Convert.FromHexString(Hex));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("_FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=", "standard base64")]
    [InlineData("/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU", "standard base64")]
    [InlineData("/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCV=", "standard base64")]
    [InlineData("/FHNjmIYoaONpH7QAjDw WAgW7RO6MwOsXeuRFUiQgCU=", "standard base64")]
    [InlineData("/FHNjmIYoaONpH7QAjDw\nWAgW7RO6MwOsXeuRFUiQgCU=", "standard base64")]
    [InlineData(Hex, "48 bytes")]
    [InlineData("/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgA==", "31 bytes")]
    [InlineData("/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCUA", "33 bytes")]
    [InlineData("MCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgA==", "43 bytes")]
    [InlineData("MCowBQYDK2VwAyEA", "12 bytes")]
    [InlineData(OtherAlgorithm, "44 bytes")]
    [InlineData(PrivateKey, "48 bytes")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n" + PrivateKey + "\n-----END PRIVATE KEY-----", "one PUBLIC KEY")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n" + Spki + "\n-----END PUBLIC KEY-----\nmore", "one PUBLIC KEY")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n" + OtherAlgorithm + "\n-----END PUBLIC KEY-----", "44 bytes")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n\n-----END PUBLIC KEY-----", "0 bytes")]
    [InlineData("-----BEGIN PUBLIC KEY-----\n" + Spki, "standard base64")]
    [InlineData("AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "canonical")]
    [InlineData("7v///////////////////////////////////////38=", "canonical")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "small order")]
    [InlineData("MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "small order")]
    public void Parse_OfAnythingElse_SaysWhatIsWrongWithoutRepeatingIt(string text, string expected)
    {
        var parse = () => TelnyxPublicKey.Parse(text);

        var thrown = parse.Should().Throw<FormatException>().Which;
        thrown.Message.Should().Contain(expected);
        thrown.Message.Should().NotContain("FHNjmIY");
        TelnyxPublicKey.TryParse(text, out var key).Should().BeFalse();
        key.Should().BeNull();
    }

    [Fact]
    public void TryParse_OfNull_IsFalse()
    {
        TelnyxPublicKey.TryParse(null, out var key).Should().BeFalse();
        key.Should().BeNull();
    }

    [Fact]
    public void ToString_OfAKey_IsAShortFingerprint()
    {
        // sha256 of the 32 bytes begins so.
        TelnyxPublicKey.Parse(Raw).ToString().Should().Be("Telnyx public key dac073e0");
    }
}
