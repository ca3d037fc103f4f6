using System.Globalization;
using System.Text;

namespace CallControl.Telnyx.Tests;

public sealed class TelnyxSignatureTests
{
    private const string Timestamp = "1767225600";

    // By OpenSSL, not by the tests' own signer.
    private const string Signature = "vYdQLtyPzkq0HmuTO7PqPMQOk/I2IjYWSotQc9zQbZBOtT6e7UEEcqSHKQVyMA0aSA0Jfn3jBVWbSyKbZ5DlDg==";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = """{"data":{"event_type":"call.hangup","payload":{"from":"anonymous"}}}"""u8.ToArray();
    private static readonly Rfc8032Vector Signer = Rfc8032Vector.Named("TEST 1");
    private static readonly Rfc8032Vector Stranger = Rfc8032Vector.Named("TEST 2");
    private static readonly TelnyxPublicKey[] Keys = [Key(Signer)];

    [Fact]
    public void Verify_OfAWebhookSignedByOpenSsl_IsValid()
    {
        Verify().Should().Be(TelnyxSignatureResult.Valid);
        Sign(Timestamp, Body).Should().Be(Signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("|")]
    [InlineData("not JSON at all")]
    public void Verify_OfAnyBody_IsValidWhereTheBytesAreThoseSigned(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);

        Verify(body, Sign(Timestamp, body)).Should().Be(TelnyxSignatureResult.Valid);
        Verify([.. body, (byte)'\n'], Sign(Timestamp, body)).Should().Be(TelnyxSignatureResult.Mismatch);
    }

    [Fact]
    public void Verify_OfBytesThatAreNoText_IsValid()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x80, 0xC3, 0x28];

        Verify(body, Sign(Timestamp, body)).Should().Be(TelnyxSignatureResult.Valid);
    }

    [Fact]
    public void Verify_OfALargeBody_IsValid()
    {
        var body = new ByteStream("large body").Take(1 << 20);

        Verify(body, Sign(Timestamp, body)).Should().Be(TelnyxSignatureResult.Valid);
    }

    [Fact]
    public void Verify_WithAnyBitOfTheBodyFlipped_IsMismatch()
    {
        for (var bit = 0; bit < 8 * Body.Length; bit++)
            Verify(Flip(Body, bit)).Should().Be(TelnyxSignatureResult.Mismatch, "bit {0} is another", bit);
    }

    [Fact]
    public void Verify_WithAnyBitOfTheSignatureFlipped_IsMismatch()
    {
        var signature = Convert.FromBase64String(Signature);
        for (var bit = 0; bit < 8 * signature.Length; bit++)
            Verify(signature: Convert.ToBase64String(Flip(signature, bit))).Should().Be(TelnyxSignatureResult.Mismatch, "bit {0} is another", bit);
    }

    [Fact]
    public void Verify_WithAnyBitOfTheSignatureHeaderFlipped_IsNotValid()
    {
        var header = Encoding.ASCII.GetBytes(Signature);
        for (var bit = 0; bit < 8 * header.Length; bit++)
        {
            Verify(signature: Encoding.Latin1.GetString(Flip(header, bit)))
                .Should().BeOneOf([TelnyxSignatureResult.Mismatch, TelnyxSignatureResult.MalformedSignature], "bit {0} is another", bit);
        }
    }

    [Fact]
    public void Verify_WithAnyBitOfTheTimestampFlipped_IsNotValid()
    {
        var header = Encoding.ASCII.GetBytes(Timestamp);
        for (var bit = 0; bit < 8 * header.Length; bit++)
        {
            var timestamp = Encoding.Latin1.GetString(Flip(header, bit));
            var expected = timestamp.All(char.IsAsciiDigit) ? TelnyxSignatureResult.Mismatch : TelnyxSignatureResult.MalformedTimestamp;
            Verify(timestamp: timestamp, tolerance: TimeSpan.MaxValue).Should().Be(expected, "bit {0} is another", bit);
        }
    }

    [Theory]
    [InlineData("01767225600")]
    [InlineData("1767225600|")]
    [InlineData("176722560")]
    public void Verify_WithTheTimestampWrittenOtherwise_IsNotValid(string timestamp)
    {
        Verify(timestamp: timestamp, tolerance: TimeSpan.MaxValue).Should().NotBe(TelnyxSignatureResult.Valid);
    }

    [Fact]
    public void Verify_WithPartOfTheBodyMovedIntoTheTimestamp_IsNotValid()
    {
        byte[] body = [.. "1|"u8, .. Body];
        var signature = Sign(Timestamp, body);

        Verify(body, signature).Should().Be(TelnyxSignatureResult.Valid);
        Verify(Body, signature, Timestamp + "|1").Should().Be(TelnyxSignatureResult.MalformedTimestamp);
    }

    [Fact]
    public void Verify_WithNoKey_IsNoKeyWhateverElseIsThere()
    {
        Verify(keys: []).Should().Be(TelnyxSignatureResult.NoKey);
        Verify(signature: null, timestamp: null, keys: []).Should().Be(TelnyxSignatureResult.NoKey);
    }

    [Fact]
    public void Verify_WithTheKeyOfAnother_IsMismatch()
    {
        Verify(keys: [Key(Stranger)]).Should().Be(TelnyxSignatureResult.Mismatch);
    }

    [Fact]
    public void Verify_WithSeveralKeys_IsValidForAnyOfThem()
    {
        Verify(keys: [Key(Stranger), Key(Signer)]).Should().Be(TelnyxSignatureResult.Valid);
        Verify(keys: [Key(Signer), Key(Stranger)]).Should().Be(TelnyxSignatureResult.Valid);
        Verify(keys: [Key(Stranger), Key(Stranger)]).Should().Be(TelnyxSignatureResult.Mismatch);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Verify_WithoutAHeader_NamesIt(string? absent)
    {
        Verify(signature: absent).Should().Be(TelnyxSignatureResult.MissingSignature);
        Verify(timestamp: absent).Should().Be(TelnyxSignatureResult.MissingTimestamp);
        Verify(signature: absent, timestamp: absent).Should().Be(TelnyxSignatureResult.MissingSignature);
    }

    [Fact]
    public void Verify_OfASignatureNotInStandardBase64_IsMalformed()
    {
        var bytes = Convert.FromBase64String(Signature);
        string[] headers =
        [
            " ", "=", "signature", Convert.ToHexString(bytes), $" {Signature}", $"{Signature} ", $"{Signature}\n", $"{Signature}=", $"\"{Signature}\"",
            $"{Signature},{Signature}", $"v1,{Signature}", Signature[..^1], Signature[..^2], Signature[..^2] + "\n\n", Signature[..40] + " " + Signature[40..],
            Signature[..40] + "\n" + Signature[41..], Signature[..40] + "-" + Signature[41..], Signature[..40] + "_" + Signature[41..],
            Signature[..40] + "=" + Signature[41..], Signature[..40] + "\u00E9" + Signature[41..], Signature[..40] + "\uFF21" + Signature[41..],
            Convert.ToBase64String(bytes[..63]), Convert.ToBase64String(bytes[..32]), Convert.ToBase64String([.. bytes, 0]), Convert.ToBase64String([.. bytes, .. bytes]),
        ];

        headers.Should().OnlyContain(header => VerifySignature(header) == TelnyxSignatureResult.MalformedSignature);
    }

    [Fact]
    public void Verify_OfASignatureWithBitsBeyondItsLastByte_IsMalformed()
    {
        // 64 bytes leave four bits of the last character unused: sixteen texts decode to the same bytes.
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var last = Alphabet.IndexOf(Signature[^3], StringComparison.Ordinal);
        for (var unused = 1; unused < 16; unused++)
        {
            var header = $"{Signature[..^3]}{Alphabet[last + unused]}==";
            Convert.FromBase64String(header).Should().Equal(Convert.FromBase64String(Signature));
            Verify(signature: header).Should().Be(TelnyxSignatureResult.MalformedSignature);
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(" 1767225600")]
    [InlineData("1767225600 ")]
    [InlineData("1767225600\n")]
    [InlineData("+1767225600")]
    [InlineData("-1767225600")]
    [InlineData("1767225600.0")]
    [InlineData("1767225600,1767225600")]
    [InlineData("1,767,225,600")]
    [InlineData("1.7672256e9")]
    [InlineData("0x6955B900")]
    [InlineData("1767225600000000")]
    [InlineData("253402300800")]
    [InlineData("999999999999")]
    [InlineData("1000000000000")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744075476777216")]
    [InlineData("00000001767225600")]
    [InlineData("\u0661\u0667\u0666\u0667\u0662\u0662\u0665\u0666\u0660\u0660")]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("now")]
    public void Verify_OfATimestampNotInDigits_IsMalformed(string timestamp)
    {
        Verify(signature: Sign(timestamp, Body), timestamp: timestamp, tolerance: TimeSpan.MaxValue).Should().Be(TelnyxSignatureResult.MalformedTimestamp);
    }

    [Theory]
    [InlineData(0, TelnyxSignatureResult.Valid)]
    [InlineData(299, TelnyxSignatureResult.Valid)]
    [InlineData(300, TelnyxSignatureResult.Valid)]
    [InlineData(300.001, TelnyxSignatureResult.TimestampTooOld)]
    [InlineData(301, TelnyxSignatureResult.TimestampTooOld)]
    [InlineData(86400, TelnyxSignatureResult.TimestampTooOld)]
    [InlineData(-300, TelnyxSignatureResult.Valid)]
    [InlineData(-300.001, TelnyxSignatureResult.TimestampTooNew)]
    [InlineData(-301, TelnyxSignatureResult.TimestampTooNew)]
    public void Verify_AtATimeAfterTheTimestamp_IsValidWithinFiveMinutes(double seconds, TelnyxSignatureResult expected)
    {
        Verify(now: Now.AddSeconds(seconds)).Should().Be(expected);
    }

    [Theory]
    [InlineData(10, 10, TelnyxSignatureResult.Valid)]
    [InlineData(10, 11, TelnyxSignatureResult.TimestampTooOld)]
    [InlineData(10, -11, TelnyxSignatureResult.TimestampTooNew)]
    [InlineData(0, 0, TelnyxSignatureResult.Valid)]
    [InlineData(0, 1, TelnyxSignatureResult.TimestampTooOld)]
    [InlineData(600, 600, TelnyxSignatureResult.Valid)]
    public void Verify_WithATolerance_KeepsToIt(int tolerance, int seconds, TelnyxSignatureResult expected)
    {
        Verify(now: Now.AddSeconds(seconds), tolerance: TimeSpan.FromSeconds(tolerance)).Should().Be(expected);
    }

    [Fact]
    public void Verify_WithNowInAnotherZone_ComparesTheMoment()
    {
        Verify(now: Now.ToOffset(TimeSpan.FromHours(9))).Should().Be(TelnyxSignatureResult.Valid);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("000000000001")]
    public void Verify_OfATimestampLongAgo_IsTooOld(string timestamp)
    {
        Verify(signature: Sign(timestamp, Body), timestamp: timestamp).Should().Be(TelnyxSignatureResult.TimestampTooOld);
    }

    [Fact]
    public void Verify_OfTheLastSecondThereIs_IsTooNew()
    {
        var timestamp = DateTimeOffset.MaxValue.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Verify(signature: Sign(timestamp, Body), timestamp: timestamp).Should().Be(TelnyxSignatureResult.TimestampTooNew);
    }

    [Fact]
    public void Verify_WithANegativeTolerance_Throws()
    {
        var verify = () => Verify(tolerance: TimeSpan.FromTicks(-1));

        verify.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("tolerance");
    }

    [Fact]
    public void Verify_AfterTheFirst_AllocatesNothing()
    {
        for (var i = 0; i < 10; i++)
            Verify();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            TelnyxSignature.Verify(Body, Signature, Timestamp, Keys, Now);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Result_ThatNobodySet_IsNotValid()
    {
        default(TelnyxSignatureResult).Should().NotBe(TelnyxSignatureResult.Valid);
    }

    private static TelnyxSignatureResult Verify(
        byte[]? body = null,
        string? signature = Signature,
        string? timestamp = Timestamp,
        TelnyxPublicKey[]? keys = null,
        DateTimeOffset? now = null,
        TimeSpan? tolerance = null) =>
        TelnyxSignature.Verify(body ?? Body, signature, timestamp, keys ?? Keys, now ?? Now, tolerance);

    private static TelnyxSignatureResult VerifySignature(string header) => Verify(signature: header);

    private static string Sign(string timestamp, byte[] body) =>
        Convert.ToBase64String(NaiveEd25519.Sign(Signer.Seed, [.. Encoding.UTF8.GetBytes(timestamp), (byte)'|', .. body]));

    private static TelnyxPublicKey Key(Rfc8032Vector vector) => TelnyxPublicKey.Parse(Convert.ToBase64String(vector.Key));

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
