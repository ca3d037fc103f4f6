using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireRequestVerifierTests
{
    private const string Key = "PSK-one-key";
    private const string OtherKey = "PSK-other-key";
    private const string Url = "https://ivr.example.com/calls/signalwire/swml";
    private const string Internal = "http://10.0.0.7:8080/calls/signalwire/swml";

    private static readonly byte[] Body = """{"call":{"call_id":"c-1"},"vars":{}}"""u8.ToArray();

    private SignalWireOptions _options = new() { SigningKeys = [Key] };
    private Uri? _publicBaseUrl;

    public static TheoryData<bool> Purposes => [true, false];

    [Theory]
    [MemberData(nameof(Purposes))]
    public void IsFromVendor_SignedRequest_Passes(bool isDocumentFetch)
    {
        var verifier = Verifier();

        verifier.IsFromVendor(Request(sha256: Sign(Url)), isDocumentFetch, out var problem).Should().BeTrue();
        problem.Should().BeNull();
        verifier.IsFromVendor(Request(sha1: RequestSigner.Sha1(Key, Url, Body)), isDocumentFetch, out _).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Purposes))]
    public void IsFromVendor_WrongSignature_IsRefusedWhateverItIsFor(bool isDocumentFetch)
    {
        Problem(Request(sha256: RequestSigner.Sha256(OtherKey, Url, Body)), isDocumentFetch).Should().StartWith("its signature is not accepted (Mismatch)");
        Problem(Request(sha1: new string('0', 40)), isDocumentFetch).Should().StartWith("its signature is not accepted (Mismatch)");
        Problem(Request(sha1: "none"), isDocumentFetch).Should().Be("its signature is not accepted (MalformedSignature)");
        Problem(Request(sha1: RequestSigner.Sha1(Key, Url, Body), sha256: new string('0', 64)), isDocumentFetch)
            .Should().StartWith("its signature is not accepted (Mismatch)");
    }

    [Fact]
    public void IsFromVendor_DocumentFetchWithoutSignature_IsRefused()
    {
        Problem(Request(), isDocumentFetch: true).Should().Be("its signature is not accepted (MissingSignature)");
        Problem(Request(sha1: "", sha256: ""), isDocumentFetch: true).Should().Be("its signature is not accepted (MissingSignature)");
    }

    [Fact]
    public void IsFromVendor_CallbackWithoutSignature_PassesUnlessItIsDemanded()
    {
        Verifier().IsFromVendor(Request(), isDocumentFetch: false, out _).Should().BeTrue();

        _options = new SignalWireOptions { SigningKeys = [Key], RequireSignedCallbacks = true };
        Problem(Request(), isDocumentFetch: false).Should().Be("its signature is not accepted (MissingSignature)");
        Verifier().IsFromVendor(Request(sha256: Sign(Url)), isDocumentFetch: false, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void IsFromVendor_WithoutKeys_FailsClosedUnlessUnsignedIsAllowed(bool isDocumentFetch, bool isSigned)
    {
        var request = isSigned ? Request(sha256: RequestSigner.Sha256("", Url, Body)) : Request();

        _options = new SignalWireOptions();
        Problem(request, isDocumentFetch).Should().Be("its signature is not accepted (NoKey)");

        _options = new SignalWireOptions { AllowUnsignedRequests = true, RequireSignedCallbacks = true };
        Verifier().IsFromVendor(request, isDocumentFetch, out _).Should().BeTrue();
    }

    [Fact]
    public void IsFromVendor_UnsignedAllowedButAKeyThere_StillVerifies()
    {
        _options = new SignalWireOptions { SigningKeys = [Key], AllowUnsignedRequests = true };

        Problem(Request(), isDocumentFetch: true).Should().Contain("MissingSignature");
        Problem(Request(sha256: new string('0', 64)), isDocumentFetch: false).Should().Contain("Mismatch");
    }

    [Fact]
    public void IsFromVendor_WithABlankKey_LetsNothingIn()
    {
        _options = new SignalWireOptions { SigningKeys = [""], AllowUnsignedRequests = true };

        var verify = () => Verifier().IsFromVendor(Request(sha256: RequestSigner.Sha256("", Url, Body)), isDocumentFetch: true, out _);

        verify.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void IsFromVendor_KeysChanged_FollowsTheOptions()
    {
        var verifier = Verifier();
        var (first, second) = (Request(sha256: Sign(Url)), Request(sha256: RequestSigner.Sha256(OtherKey, Url, Body)));
        verifier.IsFromVendor(first, true, out _).Should().BeTrue();
        verifier.IsFromVendor(second, true, out _).Should().BeFalse();

        _options = new SignalWireOptions { SigningKeys = [Key, OtherKey] };
        verifier.IsFromVendor(first, true, out _).Should().BeTrue();
        verifier.IsFromVendor(second, true, out _).Should().BeTrue();

        _options = new SignalWireOptions { SigningKeys = [OtherKey] };
        verifier.IsFromVendor(first, true, out _).Should().BeFalse();
        verifier.IsFromVendor(second, true, out _).Should().BeTrue();
    }

    [Fact]
    public void IsFromVendor_PublicBaseUrl_Wins()
    {
        _publicBaseUrl = new Uri("https://ivr.example.com/calls");

        Verifier().IsFromVendor(Request(Internal, sha256: Sign(Url)), true, out _).Should().BeTrue();
        Problem(Request(Internal, sha256: Sign(Internal)), true).Should().Be("its signature is not accepted (Mismatch)");
    }

    [Fact]
    public void IsFromVendor_PublicBaseUrlAskedForEachTime_IsTheOneOfNow()
    {
        var verifier = Verifier();
        var request = Request(Internal, sha256: Sign(Url));
        verifier.IsFromVendor(request, true, out _).Should().BeFalse();

        _publicBaseUrl = new Uri("https://ivr.example.com/calls");

        verifier.IsFromVendor(request, true, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("https://ivr.example.com/calls", "https://ivr.example.com/calls/signalwire/swml")]
    [InlineData("https://ivr.example.com/calls/", "https://ivr.example.com/calls/signalwire/swml")]
    [InlineData("https://ivr.example.com", "https://ivr.example.com/signalwire/swml")]
    [InlineData("https://ivr.example.com:443/calls", "https://ivr.example.com/calls/signalwire/swml")]
    [InlineData("https://ivr.example.com/calls", "https://ivr.example.com:443/calls/signalwire/swml")]
    [InlineData("https://ivr.example.com:8443/a/b", "https://ivr.example.com:8443/a/b/signalwire/swml")]
    [InlineData("http://ivr.example.com:80/a", "http://ivr.example.com/a/signalwire/swml")]
    [InlineData("https://IVR.example.com/Calls", "https://IVR.example.com/Calls/signalwire/swml")]
    public void IsFromVendor_PublicBaseUrlHoweverWritten_IsPutBeforeTheProvider(string publicBaseUrl, string signedUrl)
    {
        _publicBaseUrl = new Uri(publicBaseUrl);

        Verifier().IsFromVendor(Request(Internal, sha256: Sign(signedUrl)), true, out _).Should().BeTrue();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "/")]
    [InlineData("", "?a=b/c")]
    [InlineData("", "/?a=b/c/")]
    [InlineData("swml", "/swml")]
    [InlineData("swml", "/swml?")]
    [InlineData("swml", "/swml?a=%2F%2f&b=x/y&&c=+%20?%3F")]
    [InlineData("swml/", "/swml/")]
    [InlineData("swml/answered", "/swml/answered?x=https://other.example.com/a")]
    [InlineData("a b/été", "/a%20b/%C3%A9t%C3%A9")]
    [InlineData("a%2Fb/c", "/a%2Fb/c")]
    [InlineData("a?b", "/a%3Fb")]
    [InlineData("/swml", "//swml")]
    [InlineData("signalwire/swml", "/signalwire/swml")]
    public void IsFromVendor_RestOfTheAddress_IsTakenAsItTravelled(string path, string rest)
    {
        _publicBaseUrl = new Uri("https://ivr.example.com/public");
        var signature = Sign("https://ivr.example.com/public/signalwire" + rest);

        Verifier().IsFromVendor(Request("http://10.0.0.7:8080/deep/below/signalwire" + rest, path, sha256: signature), true, out _).Should().BeTrue();
        Problem(Request("http://10.0.0.7:8080/deep/below/signalwire" + rest + "x", path + "x", sha256: signature), true).Should().Contain("Mismatch");
    }

    [Theory]
    [InlineData("a/b/c/d/e/f/g")]
    [InlineData("///////////")]
    public void IsFromVendor_PathLongerThanTheAddress_IsRefused(string path)
    {
        _publicBaseUrl = new Uri("https://ivr.example.com/public");

        Problem(Request("http://h/x", path, sha256: Sign(Url)), true).Should().Contain("Mismatch");
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "ivr.example.com")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Url", Url)]
    [InlineData("X-Original-URL", Url)]
    [InlineData("Forwarded", "host=ivr.example.com;proto=https")]
    [InlineData("X-Twilio-Signature", "x")]
    public void IsFromVendor_ForwardedByAHeader_ReadsNone(string header, string value)
    {
        var asked = new List<string>();
        var request = Request(Internal, sha256: Sign(Url), others: new() { [header] = value }, asked: asked);

        Problem(request, true).Should().Be(
            "its signature is not accepted (Mismatch); behind a proxy, CallControlOptions.PublicBaseUrl must be the address that the vendor calls");

        asked.Distinct(StringComparer.Ordinal).Should().BeEquivalentTo("X-SignalWire-Signature", "X-SignalWire-SHA256-Signature");
    }

    [Fact]
    public void IsFromVendor_Refused_TellsNeitherKeyNorSignatureNorAddress()
    {
        var request = Request(sha256: RequestSigner.Sha256(OtherKey, Url, Body));
        var right = Sign(Url);

        Problem(request, true).Should().NotContainAny(Key, right, RequestSigner.Sha256(OtherKey, Url, Body), "ivr.example.com", "c-1");
    }

    [Theory]
    [InlineData("https://ivr.example.com/calls/")]
    [InlineData("https://IVR.example.com:443/Calls")]
    [InlineData("https://ivr.example.com/%7Ecalls/é")]
    public void IsFromVendor_AddressGivenToTheVendor_IsWhatIsVerified(string publicBaseUrl)
    {
        _publicBaseUrl = new Uri(publicBaseUrl);
        var addresses = new SignalWireAddresses("signalwire", () => _publicBaseUrl);
        var (answered, status, statusOf) = (addresses.Answered, addresses.Status.OriginalString, addresses.StatusOf(new OperationId("o-1")).OriginalString);

        answered.Should().Be(publicBaseUrl.TrimEnd('/') + "/signalwire/swml/answered");
        Verifier().IsFromVendor(Request("http://10.0.0.7/calls/signalwire/swml/answered", "swml/answered", sha256: Sign(answered)), true, out _).Should().BeTrue();
        Verifier().IsFromVendor(Request("http://10.0.0.7/calls/signalwire/status", "status", sha256: Sign(status)), false, out _).Should().BeTrue();
        Verifier().IsFromVendor(Request("http://10.0.0.7/calls/signalwire/status/o-1", "status/o-1", sha256: Sign(statusOf)), false, out _).Should().BeTrue();
    }

    private static string Sign(string url) => RequestSigner.Sha256(Key, url, Body);

    private static InboundRequest Request(
        string url = Url, string path = "swml", string? sha1 = null, string? sha256 = null, Dictionary<string, string>? others = null, List<string>? asked = null)
    {
        var headers = new Dictionary<string, string>(others ?? [], StringComparer.OrdinalIgnoreCase);
        if (sha1 is not null)
            headers["x-signalwire-signature"] = sha1;

        if (sha256 is not null)
            headers["x-signalwire-sha256-signature"] = sha256;

        return new InboundRequest
        {
            Method = "POST",
            Path = path,
            Url = new Uri(url),
            ContentType = "application/json",
            Header = name =>
            {
                asked?.Add(name);
                return headers.GetValueOrDefault(name);
            },
            Body = Body,
        };
    }

    private SignalWireRequestVerifier Verifier() => new("signalwire", () => _options, () => _publicBaseUrl);

    private string? Problem(InboundRequest request, bool isDocumentFetch)
    {
        Verifier().IsFromVendor(request, isDocumentFetch, out var problem).Should().BeFalse();
        return problem;
    }
}
