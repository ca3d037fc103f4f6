using System.Globalization;
using System.Text;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Telnyx.Tests;

/// <summary>Only what the vendor has signed comes through, and the vendor is told what became of it.</summary>
public sealed class TelnyxInboundHandlerTests
{
    private const string Signature = "telnyx-signature-ed25519";
    private const string Timestamp = "telnyx-timestamp";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Rfc8032Vector Signer = Rfc8032Vector.Named("TEST 1");
    private static readonly Rfc8032Vector Stranger = Rfc8032Vector.Named("TEST 2");
    private static readonly byte[] Body = EventFixture.Read("call.bridged/full");

    private readonly ManualTimeProvider _time = new(Now);
    private readonly Sink _sink = new();
    private readonly TelnyxLegs _legs;
    private readonly TelnyxInboundHandler _handler;
    private TelnyxOptions _options = Options(Signer);

    public TelnyxInboundHandlerTests()
    {
        _legs = new TelnyxLegs(_time);
        _handler = new TelnyxInboundHandler("telnyx-1", new TelnyxWebhookVerifier(() => _options, _time), _legs, _sink, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string NowText => Seconds(0);

    [Fact]
    public async Task HandleAsync_Signed_IsTakenAsItIs()
    {
        var response = await HandleAsync(Body);

        response.Should().BeSameAs(InboundResponse.Accepted);
        response.StatusCode.Should().Be(200, "the vendor counts other successes as failures");
        var taken = _sink.Events.Should().ContainSingle().Subject;
        taken.Should().BeOfType<CallBridged>();
        taken.Provider.Should().Be("telnyx-1");
        taken.ReceivedAt.Should().Be(Now);
        taken.RawJson.ToArray().Should().Equal(Body);
    }

    [Fact]
    public async Task HandleAsync_AnyBitOfTheBodyFlipped_Is401()
    {
        var signature = Sign(NowText, Body);

        for (var bit = 0; bit < 8 * Body.Length; bit++)
            await ShouldBeRefusedAsync(Flip(Body, bit), signature, NowText, bit);
    }

    [Fact]
    public async Task HandleAsync_AnyBitOfTheTimestampFlipped_Is401()
    {
        var signature = Sign(NowText, Body);
        _options.SignatureTolerance = TimeSpan.FromDays(24);

        for (var bit = 0; bit < 8 * NowText.Length; bit++)
            await ShouldBeRefusedAsync(Body, signature, Encoding.Latin1.GetString(Flip(Encoding.ASCII.GetBytes(NowText), bit)), bit);
    }

    [Fact]
    public async Task HandleAsync_AnyBitOfTheSignatureFlipped_Is401()
    {
        var signature = Convert.FromBase64String(Sign(NowText, Body));
        signature.Should().HaveCount(64);

        for (var bit = 0; bit < 512; bit++)
            await ShouldBeRefusedAsync(Body, Convert.ToBase64String(Flip(signature, bit)), NowText, bit);
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-300, 200)]
    [InlineData(300, 200)]
    [InlineData(301, 401)]
    public async Task HandleAsync_Age_IsFiveMinutesEitherWay(int seconds, int status)
    {
        var timestamp = Seconds(seconds);

        (await HandleAsync(Body, Sign(timestamp, Body), timestamp)).StatusCode.Should().Be(status);
        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_ClockMoves_IsStaleWithIt()
    {
        var signature = Sign(NowText, Body);
        _time.Advance(TimeSpan.FromSeconds(300));
        (await HandleAsync(Body, signature, NowText)).StatusCode.Should().Be(200);

        _time.Advance(TimeSpan.FromSeconds(1));

        (await HandleAsync(Body, signature, NowText)).StatusCode.Should().Be(401);
    }

    [Fact]
    public async Task HandleAsync_AHeaderIsMissingOrEmpty_Is401()
    {
        var signature = Sign(NowText, Body);

        await ShouldBeRefusedAsync(Body, null, NowText);
        await ShouldBeRefusedAsync(Body, "", NowText);
        await ShouldBeRefusedAsync(Body, signature, null);
        await ShouldBeRefusedAsync(Body, signature, "");
        await ShouldBeRefusedAsync(Body, null, null);
        await ShouldBeRefusedAsync(Body, $"{signature},{signature}", NowText);
        await ShouldBeRefusedAsync(Body, signature, $"{NowText},{NowText}");
    }

    [Fact]
    public async Task HandleAsync_SignedByAStranger_Is401()
    {
        await ShouldBeRefusedAsync(Body, Sign(NowText, Body, Stranger), NowText);
    }

    [Fact]
    public async Task HandleAsync_Refused_SaysNothingOfTheKeyOrTheBody()
    {
        var response = await HandleAsync(Body, Sign(NowText, Body, Stranger), NowText);

        response.Body.IsEmpty.Should().BeTrue();
        response.Problem.Should().NotBeNullOrEmpty().And.NotContain(Convert.ToBase64String(Signer.Key)).And.NotContain("5550100001");
    }

    [Fact]
    public async Task HandleAsync_TwoKeys_TakesEither()
    {
        _options = Options(Stranger, Signer);

        (await HandleAsync(Body, Sign(NowText, Body, Signer), NowText)).StatusCode.Should().Be(200);
        (await HandleAsync(Body, Sign(NowText, Body, Stranger), NowText)).StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task HandleAsync_OptionsReloaded_TakesOverTheNewKeyAndForgetsTheOld()
    {
        var old = Sign(NowText, Body, Signer);
        (await HandleAsync(Body, old, NowText)).StatusCode.Should().Be(200);

        _options = Options(Stranger);

        (await HandleAsync(Body, old, NowText)).StatusCode.Should().Be(401);
        (await HandleAsync(Body, Sign(NowText, Body, Stranger), NowText)).StatusCode.Should().Be(200);
    }

    [Theory]
    [InlineData(false, false, 401)]
    [InlineData(false, true, 200)]
    [InlineData(true, false, 401)]
    [InlineData(true, true, 401)]
    public async Task HandleAsync_Unsigned_IsTakenOnlyWhereThatIsSetAndThereIsNoKey(bool hasKey, bool allowed, int status)
    {
        _options = new TelnyxOptions { AllowUnsignedWebhooks = allowed };
        if (hasKey)
            _options.PublicKeys.Add(Convert.ToBase64String(Signer.Key));

        (await HandleAsync(Body, null, null)).StatusCode.Should().Be(status);
        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Theory]
    [InlineData("TELNYX-SIGNATURE-ED25519", "TELNYX-TIMESTAMP")]
    [InlineData("Telnyx-Signature-Ed25519", "Telnyx-Timestamp")]
    public async Task HandleAsync_HeaderNamesInOtherCase_AreFound(string signature, string timestamp)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [signature] = Sign(NowText, Body), [timestamp] = NowText };

        (await _handler.HandleAsync(Request(Body, headers.GetValueOrDefault), Token)).StatusCode.Should().Be(200);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("HEAD")]
    public async Task HandleAsync_OtherMethod_Is405(string method)
    {
        (await _handler.HandleAsync(Request(Body, Headers(Sign(NowText, Body), NowText), method), Token)).StatusCode.Should().Be(405);
        _sink.Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON", 200)]
    public async Task HandleAsync_MediaType_MustBeJson(string? contentType, int status)
    {
        (await _handler.HandleAsync(Request(Body, Headers(Sign(NowText, Body), NowText), contentType: contentType), Token)).StatusCode.Should().Be(status);
        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_UnsignedOfAnotherMediaType_Is401BeforeAnythingElse()
    {
        var response = await _handler.HandleAsync(Request("no json"u8.ToArray(), Headers(null, null), contentType: "text/plain"), Token);

        response.StatusCode.Should().Be(401);
    }

    [Fact]
    public async Task HandleAsync_BodyOfTheFirstVersion_Is400AndNamesTheSetting()
    {
        var response = await HandleAsync("""{"event_type": "call_initiated", "created_at": "2026-01-01T00:00:00Z", "payload": {"from": "+15550100001"}}"""u8.ToArray());

        response.StatusCode.Should().Be(400);
        response.Problem.Should().Contain("webhook_api_version").And.NotContain("5550100001");
        _sink.Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text of +15550100001\"")]
    [InlineData("{} {}")]
    public async Task HandleAsync_SignedButMalformed_Is400(string body)
    {
        var response = await HandleAsync(Encoding.UTF8.GetBytes(body));

        response.StatusCode.Should().Be(400);
        response.Problem.Should().NotBeNullOrEmpty().And.NotContain("5550100001");
        _sink.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task HandleAsync_UnknownEvent_IsTaken()
    {
        (await HandleAsync(EventFixture.Read("unknown/new-event"))).StatusCode.Should().Be(200);

        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<UnknownCallEvent>();
    }

    [Theory]
    [InlineData(EventReceipt.Accepted, 200)]
    [InlineData(EventReceipt.Duplicate, 200)]
    [InlineData(EventReceipt.Busy, 503)]
    public async Task HandleAsync_Receipt_IsTheAnswer(EventReceipt receipt, int status)
    {
        _sink.Receipt = _ => receipt;

        var response = await HandleAsync(Body);

        response.StatusCode.Should().Be(status);
        (response.RetryAfter is not null).Should().Be(status == 503);
    }

    [Fact]
    public async Task HandleAsync_FailedTransfer_IsToldBeforeTheEndOfItsLeg()
    {
        ExpectTransfer();

        (await HandleAsync(EventFixture.Read("call.hangup/busy"))).StatusCode.Should().Be(200);

        _sink.Events.Select(each => each.GetType()).Should().Equal(typeof(TransferFailed), typeof(CallEnded));
        _sink.Events[0].Call.Should().Be(AdapterHarness.One);
    }

    [Fact]
    public async Task HandleAsync_FailedTransferIsSentBack_IsToldWithTheNextDelivery()
    {
        ExpectTransfer();
        var hangup = EventFixture.Read("call.hangup/busy");
        _sink.Receipt = each => each is TransferFailed ? EventReceipt.Busy : EventReceipt.Accepted;

        (await HandleAsync(hangup)).StatusCode.Should().Be(503);
        _sink.Events.Should().ContainSingle("the end of the leg is not taken either").Which.Should().BeOfType<TransferFailed>();
        _sink.Receipt = _ => EventReceipt.Accepted;
        (await HandleAsync(hangup)).StatusCode.Should().Be(200);

        _sink.Events.Select(each => each.GetType()).Should().Equal(typeof(TransferFailed), typeof(TransferFailed), typeof(CallEnded));
        _sink.Events[0].Id.Should().Be(_sink.Events[1].Id);
    }

    [Fact]
    public async Task HandleAsync_GivenUp_IsGivenUpByTheSink()
    {
        using var caller = new CancellationTokenSource();

        await _handler.HandleAsync(Request(Body, Headers(Sign(NowText, Body), NowText)), caller.Token);

        _sink.CancellationToken.Should().Be(caller.Token);
    }

    [Fact]
    public async Task HandleAsync_Null_Throws() =>
        await FluentActions.Awaiting(() => _handler.HandleAsync(null!, Token).AsTask()).Should().ThrowAsync<ArgumentNullException>();

    [Fact]
    public void MaxBodyBytes_IsAMegabyte() => _handler.MaxBodyBytes.Should().Be(1024 * 1024);

    private static TelnyxOptions Options(params Rfc8032Vector[] signers) =>
        new() { PublicKeys = [.. signers.Select(signer => Convert.ToBase64String(signer.Key))] };

    private static string Seconds(int fromNow) => (Now.ToUnixTimeSeconds() + fromNow).ToString(CultureInfo.InvariantCulture);

    private static string Sign(string timestamp, byte[] body, Rfc8032Vector? signer = null) =>
        Convert.ToBase64String(NaiveEd25519.Sign((signer ?? Signer).Seed, [.. Encoding.ASCII.GetBytes(timestamp), (byte)'|', .. body]));

    private static byte[] Flip(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }

    private static Func<string, string?> Headers(string? signature, string? timestamp) => name => name.ToLowerInvariant() switch
    {
        Signature => signature,
        Timestamp => timestamp,
        _ => null,
    };

    private static InboundRequest Request(
        byte[] body, Func<string, string?> headers, string method = "POST", string? contentType = "application/json") => new()
        {
            Method = method,
            Path = "",
            Url = new Uri("https://app.example.com/calls/telnyx"),
            ContentType = contentType,
            Header = headers,
            Body = body,
        };

    private void ExpectTransfer()
    {
        var native = EventFixture.Parse(EventFixture.Read("call.hangup/busy"));
        _legs.Remember(AdapterHarness.One, native.CallSessionId);
        _legs.Expect(new TelnyxTransferLeg(AdapterHarness.One, new OperationId("op-1"), native.To!));
    }

    private async Task ShouldBeRefusedAsync(byte[] body, string? signature, string? timestamp, int bit = 0)
    {
        var response = await HandleAsync(body, signature, timestamp);

        // Not by way of the assertion library, which would take most of the time of thousands of bits.
        if (response.StatusCode != 401 || _sink.Events.Count > 0)
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"With bit {bit} flipped it was answered {response.StatusCode}."));
    }

    private Task<InboundResponse> HandleAsync(byte[] body) => HandleAsync(body, Sign(NowText, body), NowText);

    private async Task<InboundResponse> HandleAsync(byte[] body, string? signature, string? timestamp) =>
        await _handler.HandleAsync(Request(body, Headers(signature, timestamp)), Token);

    private sealed class Sink : ICallEventSink
    {
        public List<CallEvent> Events { get; } = [];

        public Func<CallEvent, EventReceipt> Receipt { get; set; } = _ => EventReceipt.Accepted;

        public CancellationToken CancellationToken { get; private set; }

        public ValueTask<EventReceipt> AcceptAsync(CallEvent callEvent, CancellationToken cancellationToken = default)
        {
            Events.Add(callEvent);
            CancellationToken = cancellationToken;
            return new ValueTask<EventReceipt>(Receipt(callEvent));
        }
    }
}
