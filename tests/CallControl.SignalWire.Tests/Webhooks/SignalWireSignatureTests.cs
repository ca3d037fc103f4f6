using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireSignatureTests
{
    private const string Key = "PSKtest1234567890abcdef";
    private const string Stranger = "PSKtest1234567890abcdeF";
    private const string Url = "https://example.ngrok.io/webhook";

    // The vendor's own vector, and its twin by OpenSSL.
    private const string Sha1 = "c3c08c1fefaf9ee198a100d5906765a6f394bf0f";
    private const string Sha256 = "2a29f8a92b11df39da80c3b185fd62173d49c294184da585ff951eae4433571c";

    private static readonly byte[] Body = """{"event":"call.state","params":{"call_id":"abc-123","state":"answered"}}"""u8.ToArray();

    public static TheoryData<bool> Digests => [false, true];

    [Fact]
    public void Verify_OfTheVendorsVector_IsValidWithEitherDigest()
    {
        Verify(sha1: Sha1, sha256: null).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha1: null, sha256: Sha256).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha1: Sha1, sha256: Sha256).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Fact]
    public void Verify_OfWhatOpenSslSigned_IsValidWithQueryAndOtherLetters()
    {
        const string Address = "https://ivr.example.com/calls/signalwire/swml?tenant=a%2Fb&x=%7e&&y";
        var body = Encoding.UTF8.GetBytes("""{"call":{"headers":["Grüße"]}}""");

        Verify(Address, body, "fabbc72c2066e1910c8652894f0478bc762449bb", null, ["PSK-other-key"]).Should().Be(SignalWireSignatureResult.Valid);
        Verify(Address, body, null, "56bfd0ec7cf424d87ba096359b0ccfcac66140cf6620547c47c5500492f8012e", ["PSK-other-key"])
            .Should().Be(SignalWireSignatureResult.Valid);
    }

    [Fact]
    public void Headers_AreNamedAsOnTheWire()
    {
        SignalWireSignature.SignatureHeader.Should().Be("X-SignalWire-Signature");
        SignalWireSignature.Sha256SignatureHeader.Should().Be("X-SignalWire-SHA256-Signature");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON at all")]
    public void Verify_OfAnyBody_IsValidWhereTheBytesAreThoseSigned(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);

        Verify(body: body, sha256: RequestSigner.Sha256(Key, Url, body)).Should().Be(SignalWireSignatureResult.Valid);
        Verify(body: [.. body, (byte)'\n'], sha256: RequestSigner.Sha256(Key, Url, body)).Should().Be(SignalWireSignatureResult.Mismatch);
    }

    [Fact]
    public void Verify_OfBytesThatAreNoText_IsValid()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x80, 0xC3, 0x28];

        Verify(body: body, sha1: RequestSigner.Sha1(Key, Url, body), sha256: null).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Fact]
    public void Verify_OfALargeBody_IsValid()
    {
        var body = new byte[1 << 20];
        new Random(7).NextBytes(body);

        Verify(body: body, sha256: RequestSigner.Sha256(Key, Url, body)).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_WithAnyBitOfTheBodyFlipped_IsMismatch(bool isSha256)
    {
        for (var bit = 0; bit < 8 * Body.Length; bit++)
            VerifyOne(isSha256, body: Flip(Body, bit)).Should().Be(SignalWireSignatureResult.Mismatch, "bit {0} is another", bit);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_WithAnyBitOfTheAddressFlipped_IsMismatch(bool isSha256)
    {
        var url = Encoding.ASCII.GetBytes(Url);
        for (var bit = 0; bit < 8 * url.Length; bit++)
            VerifyOne(isSha256, url: Encoding.Latin1.GetString(Flip(url, bit))).Should().Be(SignalWireSignatureResult.Mismatch, "bit {0} is another", bit);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_WithAnyBitOfTheSignatureFlipped_IsMismatch(bool isSha256)
    {
        var signature = Convert.FromHexString(isSha256 ? Sha256 : Sha1);
        for (var bit = 0; bit < 8 * signature.Length; bit++)
            VerifyOne(isSha256, signature: Convert.ToHexStringLower(Flip(signature, bit))).Should().Be(SignalWireSignatureResult.Mismatch, "bit {0} is another", bit);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_WithAnyBitOfTheHeaderFlipped_IsValidOnlyWhereTheDigitIsTheSame(bool isSha256)
    {
        var genuine = isSha256 ? Sha256 : Sha1;
        var header = Encoding.ASCII.GetBytes(genuine);
        for (var bit = 0; bit < 8 * header.Length; bit++)
        {
            var flipped = Encoding.Latin1.GetString(Flip(header, bit));
            var expected = flipped.Equals(genuine, StringComparison.OrdinalIgnoreCase) ? SignalWireSignatureResult.Valid
                : flipped.All(char.IsAsciiHexDigit) ? SignalWireSignatureResult.Mismatch
                : SignalWireSignatureResult.MalformedSignature;
            VerifyOne(isSha256, signature: flipped).Should().Be(expected, "bit {0} is another", bit);
        }
    }

    [Fact]
    public void Verify_OfASignatureInCapitals_IsValid()
    {
        Verify(sha256: Sha256.ToUpperInvariant()).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha1: Sha1.ToUpperInvariant(), sha256: null).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha256: Sha256[..32].ToUpperInvariant() + Sha256[32..]).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_OfASignatureNotInHexadecimal_IsMalformed(bool isSha256)
    {
        var genuine = isSha256 ? Sha256 : Sha1;
        string[] headers =
        [
            " ", "signature", $" {genuine}", $"{genuine} ", $"{genuine}\n", $"\"{genuine}\"", $"sha256={genuine}", $"0x{genuine[2..]}", $"{genuine},{genuine}", $"{genuine}, {genuine}",
            genuine[..^1], genuine[..^2], $"{genuine}0", $"{genuine}00", genuine[..^1] + "g", genuine[..^2] + "-1", genuine[..^2] + " 1", genuine[..^1] + "\uFF11", genuine[..^1] + "\u0661",
            Convert.ToBase64String(Convert.FromHexString(genuine)), isSha256 ? Sha1 : Sha256, genuine + new string('0', 10_000),
        ];

        headers.Should().OnlyContain(header => VerifyHeader(isSha256, header) == SignalWireSignatureResult.MalformedSignature);
    }

    [Fact]
    public void Verify_WithSha256ThatIsWrong_DoesNotFallBackToSha1()
    {
        Verify(sha1: Sha1, sha256: new string('0', 64)).Should().Be(SignalWireSignatureResult.Mismatch);
        Verify(sha1: Sha1, sha256: "none").Should().Be(SignalWireSignatureResult.MalformedSignature);
        Verify(sha1: Sha1, sha256: Sha1).Should().Be(SignalWireSignatureResult.MalformedSignature);
        Verify(sha1: Sha1, sha256: $"{Sha256},{Sha256}").Should().Be(SignalWireSignatureResult.MalformedSignature);
    }

    [Fact]
    public void Verify_WithSha256ThatIsRight_DoesNotLookAtSha1()
    {
        Verify(sha1: "none", sha256: Sha256).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha1: new string('0', 40), sha256: Sha256).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Verify_WithoutHeaders_IsMissing(string? absent)
    {
        Verify(sha1: absent, sha256: absent).Should().Be(SignalWireSignatureResult.MissingSignature);
        Verify(sha1: Sha1, sha256: absent).Should().Be(SignalWireSignatureResult.Valid);
        Verify(sha1: absent, sha256: Sha256).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Fact]
    public void Verify_WithNoKey_IsNoKeyWhateverElseIsThere()
    {
        Verify(keys: []).Should().Be(SignalWireSignatureResult.NoKey);
        Verify(sha1: null, sha256: null, keys: []).Should().Be(SignalWireSignatureResult.NoKey);
        Verify(sha256: RequestSigner.Sha256("", Url, Body), keys: []).Should().Be(SignalWireSignatureResult.NoKey);
    }

    [Theory]
    [MemberData(nameof(Digests))]
    public void Verify_WithSeveralKeys_IsValidForAnyOfThem(bool isSha256)
    {
        VerifyOne(isSha256, keys: [Stranger, Key]).Should().Be(SignalWireSignatureResult.Valid);
        VerifyOne(isSha256, keys: [Key, Stranger]).Should().Be(SignalWireSignatureResult.Valid);
        VerifyOne(isSha256, keys: [Stranger]).Should().Be(SignalWireSignatureResult.Mismatch);
        VerifyOne(isSha256, keys: [Stranger, Key + " ", " " + Key]).Should().Be(SignalWireSignatureResult.Mismatch);
    }

    [Fact]
    public void Verify_WithAKeyOfAnyLength_IsValid()
    {
        foreach (var length in new[] { 1, 63, 64, 65, 255, 256, 257, 5000 })
        {
            var key = new string('k', length - 1) + "K";
            Verify(sha256: RequestSigner.Sha256(key, Url, Body), keys: [Stranger, key]).Should().Be(SignalWireSignatureResult.Valid, "the key has {0} characters", length);
        }

        Verify(sha256: RequestSigner.Sha256("clé", Url, Body), keys: ["clé"]).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Verify_WithABlankKey_Throws(string? key)
    {
        var verify = () => Verify(sha256: RequestSigner.Sha256(key ?? "", Url, Body), keys: [Key, key!]);

        verify.Should().Throw<ArgumentException>().WithParameterName("keys").WithMessage("The signing key at 1 is null or blank.*");
    }

    [Fact]
    public void Verify_OfARelativeAddress_Throws()
    {
        var verify = () => SignalWireSignature.Verify(new Uri("/webhook", UriKind.Relative), Body, Sha1, Sha256, [Key]);

        verify.Should().Throw<ArgumentException>().WithParameterName("url").WithMessage("The address must be absolute*");
    }

    [Theory]
    [InlineData("https://h.example.com/a?b", "https://h.example.com:443/a?b")]
    [InlineData("http://h.example.com/a?b", "http://h.example.com:80/a?b")]
    [InlineData("https://h.example.com", "https://h.example.com:443")]
    [InlineData("https://h.example.com?b=:443", "https://h.example.com:443?b=:443")]
    [InlineData("https://[2001:db8::1]/a", "https://[2001:db8::1]:443/a")]
    [InlineData("HTTPS://h.example.com/a", "HTTPS://h.example.com:443/a")]
    public void Verify_WithTheSchemesOwnPortOrWithout_IsTheSame(string without, string with)
    {
        foreach (var signed in new[] { without, with })
        {
            foreach (var seen in new[] { without, with })
                VerifySigned(signed, seen).Should().Be(SignalWireSignatureResult.Valid, "{0} is {1}", seen, signed);
        }
    }

    [Theory]
    [InlineData("https://h.example.com/a", "https://h.example.com:80/a")]
    [InlineData("http://h.example.com/a", "http://h.example.com:443/a")]
    [InlineData("https://h.example.com/a", "http://h.example.com/a")]
    [InlineData("https://h.example.com/a", "https://h.example.com:8443/a")]
    [InlineData("https://h.example.com:8443/a", "https://h.example.com:8444/a")]
    [InlineData("https://h.example.com/a", "https://h.example.com:/a")]
    [InlineData("https://h.example.com/a", "https://h.example.com/a:443")]
    [InlineData("https://h.example.com/a", "https://h.example.com/:443a")]
    [InlineData("https://h.example.com/a", "https://h.example.com/a/")]
    [InlineData("https://h.example.com/a", "https://h.example.com/A")]
    [InlineData("https://h.example.com/a", "https://h.example.com/%61")]
    [InlineData("https://h.example.com/a", "https://h.example.com/a?")]
    [InlineData("https://h.example.com/a?b=c", "https://h.example.com/a")]
    [InlineData("https://h.example.com/a?b=c&d=e", "https://h.example.com/a?d=e&b=c")]
    [InlineData("https://h.example.com/a?b=%2F", "https://h.example.com/a?b=%2f")]
    [InlineData("https://h.example.com/a?b=%2F", "https://h.example.com/a?b=/")]
    [InlineData("https://h.example.com/a?b=+", "https://h.example.com/a?b=%20")]
    [InlineData("https://h.example.com/a", "https://g.example.com/a")]
    [InlineData("h.example.com/a", "https://h.example.com/a")]
    public void Verify_OfAnotherAddress_IsMismatch(string given, string seen)
    {
        VerifySigned(given, given).Should().Be(SignalWireSignatureResult.Valid);
        VerifySigned(given, seen).Should().Be(SignalWireSignatureResult.Mismatch);
    }

    [Theory]
    [InlineData("https://user:pass@h.example.com/a@b?c@d", "https://h.example.com/a@b?c@d")]
    [InlineData("https://user@h.example.com:443/a", "https://h.example.com/a")]
    [InlineData("https://a:b@c:d@h.example.com/", "https://h.example.com/")]
    public void Verify_OfAnAddressWithAUser_LeavesItOut(string seen, string given)
    {
        VerifySigned(given, seen).Should().Be(SignalWireSignatureResult.Valid);
    }

    [Fact]
    public void Verify_OfAUri_TakesItAsItWasWritten()
    {
        const string Address = "https://H.Example.com:443/a/%7Eb?c=%7e&d=é";
        var signature = RequestSigner.Sha256(Key, Address, Body);

        SignalWireSignature.Verify(new Uri(Address), Body, null, signature, [Key]).Should().Be(SignalWireSignatureResult.Valid);
        SignalWireSignature.Verify(new Uri(new Uri(Address).AbsoluteUri), Body, null, signature, [Key]).Should().Be(SignalWireSignatureResult.Mismatch);
    }

    [Fact]
    public void Verify_AfterTheFirst_AllocatesNothing()
    {
        var url = new Uri(Url);
        string[] keys = [Stranger, Key];
        for (var i = 0; i < 10; i++)
            VerifyBoth();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            VerifyBoth();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void VerifyBoth()
        {
            SignalWireSignature.Verify(url, Body, Sha1, Sha256, keys);
            SignalWireSignature.Verify(url, Body, Sha1, null, keys);
        }
    }

    [Fact]
    public void Verify_ComparesInConstantTime()
    {
        var called = Called(typeof(SignalWireSignature)).Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToArray();

        called.Should().Contain($"{nameof(CryptographicOperations)}.{nameof(CryptographicOperations.FixedTimeEquals)}");
        called.Should().NotContain(name => name.EndsWith(".SequenceEqual", StringComparison.Ordinal) || name.EndsWith("Equals", StringComparison.Ordinal) && !name.EndsWith(".FixedTimeEquals", StringComparison.Ordinal));
    }

    [Fact]
    public void Result_ThatNobodySet_IsNotValid()
    {
        default(SignalWireSignatureResult).Should().NotBe(SignalWireSignatureResult.Valid);
    }

    private static SignalWireSignatureResult Verify(
        string url = Url, byte[]? body = null, string? sha1 = Sha1, string? sha256 = Sha256, string[]? keys = null) =>
        SignalWireSignature.Verify(url, body ?? Body, sha1, sha256, keys ?? [Key]);

    private static SignalWireSignatureResult VerifyOne(
        bool isSha256, string url = Url, byte[]? body = null, string? signature = null, string[]? keys = null) =>
        Verify(url, body, isSha256 ? null : signature ?? Sha1, isSha256 ? signature ?? Sha256 : null, keys);

    private static SignalWireSignatureResult VerifyHeader(bool isSha256, string header) => VerifyOne(isSha256, signature: header);

    private static SignalWireSignatureResult VerifySigned(string given, string seen)
    {
        var sha256 = Verify(seen, sha1: null, sha256: RequestSigner.Sha256(Key, given, Body));
        Verify(seen, sha1: RequestSigner.Sha1(Key, given, Body), sha256: null).Should().Be(sha256);
        return sha256;
    }

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    // The targets of the instructions call (0x28) and callvirt (0x6F); bytes that only look like one name no method, or one that is called elsewhere in the assembly.
    private static IEnumerable<MethodBase> Called(Type type)
    {
        foreach (var method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        {
            var code = method.GetMethodBody()!.GetILAsByteArray()!;
            for (var i = 0; i + 4 < code.Length; i++)
            {
                if (code[i] is 0x28 or 0x6F && Resolve(type.Module, BitConverter.ToInt32(code, i + 1)) is { } target)
                    yield return target;
            }
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return token >>> 24 is 0x06 or 0x0A or 0x2B ? module.ResolveMethod(token) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
