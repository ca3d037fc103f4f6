using System.Text;
using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire.Tests;

/// <summary>Only what the vendor has signed comes through, to the right place, and the vendor is told what became of it.</summary>
public sealed class SignalWireInboundHandlerTests : IDisposable
{
    private const string Account = "signalwire-1";
    private const string Key = "PSK-one-key";
    private const string Base = "https://ivr.example.com/calls/" + Account;
    private const string KeepAlive = """[{"sleep":-1}]""";

    private static readonly CallId Call = AdapterHarness.One;
    private static readonly byte[] Report = NativeEvent.State(Call, "ringing", 1).Body;
    private static readonly byte[] Fetch = NativeEvent.Fetch(Call).Body;

    private readonly ManualTimeProvider _time = new(NativeEvent.Start);
    private readonly LogRecorder _logs = new();
    private readonly LoggerFactory _loggers;
    private readonly Sink _sink = new();
    private readonly ReplySlots<SwmlDocument> _slots;
    private SignalWireOptions _options = new() { SigningKeys = [Key], RequireSignedCallbacks = true };

    public SignalWireInboundHandlerTests()
    {
        _slots = new ReplySlots<SwmlDocument>(_time, TimeSpan.FromMinutes(5));
        _loggers = new LoggerFactory([_logs]);
    }

    /// <summary>Where the vendor's requests go, and whether they ask for a document.</summary>
    public static TheoryData<string, bool> Paths => new()
    {
        { "swml", true },
        { "swml/answered", true },
        { "status", false },
        { "status/9b0c1d2e-3f4a-4b5c-8d6e-7f8091a2b3c4", false },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task Status_Signed_IsTakenAsItIs()
    {
        var response = await HandleAsync("status", Report);

        response.Should().BeSameAs(InboundResponse.Accepted);
        var taken = _sink.Events.Should().ContainSingle().Subject;
        taken.Should().BeOfType<CallRinging>();
        taken.Provider.Should().Be(Account);
        taken.Operation.Should().BeNull();
        taken.ReceivedAt.Should().Be(NativeEvent.Start);
        taken.RawJson.ToArray().Should().Equal(Report);
    }

    [Fact]
    public async Task Status_OfAnOperation_IsOfThat()
    {
        var native = NativeEvent.Of("calling.call.connect", Call, 1, ("connect_state", "connected"));

        await HandleAsync("status/op-1", native.Body);

        _sink.Events.Should().ContainSingle().Which.Operation.Should().Be(new OperationId("op-1"));
    }

    [Fact]
    public async Task Swml_OfACallThatComes_IsAnsweredWhatIsDecided()
    {
        var fetch = HandleAsync("swml", Fetch);
        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<CallIncoming>();
        fetch.IsCompleted.Should().BeFalse();

        _slots.TryFind(Call, out var slot).Should().BeTrue();
        slot!.TryFill(new SwmlDocument(new SwmlAnswer())).Should().BeTrue();

        var response = await fetch.Soon();
        response.StatusCode.Should().Be(200);
        response.ContentType.Should().Be("application/json");
        AdapterHarness.Steps(response).Should().Be("""[{"answer":{}}]""");
    }

    [Fact]
    public async Task Swml_DecidedWhileTheEventIsTaken_IsAnsweredAtOnce()
    {
        _sink.Receipt = each =>
        {
            _slots.TryFind(each.Call, out var slot).Should().BeTrue("a flow may decide at once");
            slot!.TryFill(new SwmlDocument(new SwmlHangup()));
            return EventReceipt.Accepted;
        };

        AdapterHarness.Steps(await HandleAsync("swml", Fetch)).Should().Be("""[{"hangup":{}}]""");
    }

    [Fact]
    public async Task SwmlAnswered_IsToldAndAnsweredAtOnce()
    {
        var response = await HandleAsync("swml/answered", NativeEvent.AnsweredFetch(Call).Body);

        AdapterHarness.Steps(response).Should().Be(KeepAlive);
        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<CallAnswered>();
        _slots.TryFind(Call, out _).Should().BeFalse("nothing is to be decided");
    }

    [Fact]
    public async Task SwmlAnswered_WithoutRoomForTheEvent_GetsItsDocumentAllTheSame()
    {
        _sink.Receipt = _ => EventReceipt.Busy;

        AdapterHarness.Steps(await HandleAsync("swml/answered", NativeEvent.AnsweredFetch(Call).Body)).Should().Be(KeepAlive, "the call would end without one");
    }

    [Fact]
    public async Task Swml_OfACallThatGoes_GetsTheDocumentThatWaits()
    {
        AdapterHarness.Steps(await HandleAsync("swml", NativeEvent.Fetch(Call, "outbound").Body)).Should().Be(KeepAlive);

        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<CallInitiated>();
        _slots.TryFind(Call, out _).Should().BeFalse();
    }

    [Fact]
    public async Task Swml_NobodyDecides_GetsTheFallbackOfTheOptionsAsTheyAreNow()
    {
        _options = new SignalWireOptions
        {
            SigningKeys = [Key], AnswerWindow = TimeSpan.FromSeconds(2), FallbackDocument = new SwmlDocument(new SwmlHangup(SwmlHangupReason.Decline)),
        };
        var fetch = HandleAsync("swml", Fetch);

        _time.Advance(TimeSpan.FromSeconds(2));

        AdapterHarness.Steps(await fetch.Soon()).Should().Be("""[{"hangup":{"reason":"decline"}}]""");
        _logs.Lines.Should().ContainSingle().Which.Should().Contain("0:00:02").And.Contain(Call.Value);
    }

    [Fact]
    public async Task Swml_ForTheSecondTimeAfterTheWindow_IsToldTheSame()
    {
        var first = HandleAsync("swml", Fetch);
        _time.Advance(TimeSpan.FromSeconds(4));
        var told = (await first.Soon()).Body.ToArray();

        (await HandleAsync("swml", Fetch)).Body.ToArray().Should().Equal(told);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Busy_Is503ExceptForAnAnsweredCall(string path, bool isFetch)
    {
        _sink.Receipt = _ => EventReceipt.Busy;

        var response = await HandleAsync(path, isFetch ? Fetch : Report);

        response.StatusCode.Should().Be(path == "swml/answered" ? 200 : 503);
        (response.RetryAfter is not null).Should().Be(path != "swml/answered");
    }

    [Fact]
    public async Task Swml_AskedAgainAfterBusy_IsTaken()
    {
        _sink.Receipt = _ => EventReceipt.Busy;
        await HandleAsync("swml", Fetch);
        _sink.Receipt = _ => EventReceipt.Accepted;

        var again = HandleAsync("swml", Fetch);

        _slots.TryFind(Call, out var slot).Should().BeTrue();
        slot!.TryFill(new SwmlDocument(new SwmlAnswer())).Should().BeTrue("nobody has decided");
        (await again.Soon()).StatusCode.Should().Be(200);
    }

    [Theory]
    [InlineData(EventReceipt.Accepted)]
    [InlineData(EventReceipt.Duplicate)]
    public async Task Status_TakenOrTakenBefore_Is200(EventReceipt receipt)
    {
        _sink.Receipt = _ => receipt;

        (await HandleAsync("status", Report)).Should().BeSameAs(InboundResponse.Accepted);
    }

    [Theory]
    [InlineData("swml/")]
    [InlineData("swml/else")]
    [InlineData("swml/answered/x")]
    [InlineData("SWML")]
    [InlineData("statuses")]
    [InlineData("status/")]
    [InlineData("status/ ")]
    [InlineData("stream")]
    public async Task Path_ThatIsNone_Is404(string path)
    {
        (await HandleAsync(path, Report)).Should().BeSameAs(InboundResponse.NotFound);

        _sink.Events.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Method_OtherThanPost_Is405(string path, bool isFetch)
    {
        foreach (var method in new[] { "GET", "PUT", "HEAD", "DELETE" })
            (await HandleAsync(path, isFetch ? Fetch : Report, method: method)).StatusCode.Should().Be(405, "of {0}", method);

        _sink.Events.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task ContentType_OtherThanJson_Is415(string path, bool isFetch)
    {
        foreach (var type in new[] { null, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonx" })
            (await HandleAsync(path, isFetch ? Fetch : Report, contentType: type)).StatusCode.Should().Be(415, "of '{0}'", type);

        _sink.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task ContentType_WithParametersOrSuffix_IsTaken()
    {
        foreach (var type in new[] { "application/json; charset=utf-8", "Application/JSON", "application/cloudevents+json" })
            (await HandleAsync("status", Report, contentType: type)).StatusCode.Should().Be(200, "of '{0}'", type);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Unsigned_Is401AndDispatchesNothing(string path, bool isFetch)
    {
        var body = isFetch ? Fetch : Report;

        foreach (var signature in new[] { null, "", "none", new string('0', 64), RequestSigner.Sha256("PSK-other-key", $"{Base}/{path}", body), RequestSigner.Sha256(Key, $"{Base}/elsewhere", body) })
        {
            var response = await Handler().HandleAsync(Request(path, body, signature), Cancelled);
            response.StatusCode.Should().Be(401, "of '{0}'", signature);
            response.Body.IsEmpty.Should().BeTrue();
            response.Problem.Should().NotBeNullOrEmpty().And.NotContain(Key).And.NotContain("5550100");
        }

        _sink.Events.Should().BeEmpty();
        _slots.TryFind(Call, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("status", 200)]
    [InlineData("status/op-1", 200)]
    [InlineData("swml", 401)]
    [InlineData("swml/answered", 401)]
    public async Task UnsignedCallback_PassesUnlessItIsDemanded(string path, int status)
    {
        _options = new SignalWireOptions { SigningKeys = [Key] };

        (await Handler().HandleAsync(Request(path, path.StartsWith("swml", StringComparison.Ordinal) ? Fetch : Report, null), Cancelled)).StatusCode.Should().Be(status);

        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Theory]
    [InlineData("https://ivr.example.com/calls")]
    [InlineData("https://ivr.example.com/calls/")]
    [InlineData("https://IVR.Example.com/Calls")]
    [InlineData("https://ivr.example.com:443/calls")]
    [InlineData("https://ivr.example.com/c%C3%A4lls")]
    [InlineData("http://10.0.0.7:8080")]
    public async Task Address_ThatTheVendorIsTold_IsTheOneWhoseSignatureIsAccepted(string publicBaseUrl)
    {
        var addresses = new SignalWireAddresses(Account, () => new Uri(publicBaseUrl));
        var operation = new OperationId("9b0c1d2e-3f4a-4b5c-8d6e-7f8091a2b3c4");
        var handler = Handler(new Uri(publicBaseUrl));

        foreach (var (path, told, body) in new[]
        {
            ("status", addresses.Status.OriginalString, Report),
            ($"status/{operation}", addresses.StatusOf(operation).OriginalString, Report),
            ("swml/answered", addresses.Answered, NativeEvent.AnsweredFetch(Call).Body),
        })
        {
            var response = await handler.HandleAsync(Request(path, body, RequestSigner.Sha256(Key, told, body)), Cancelled);
            response.StatusCode.Should().Be(200, "of {0}", told);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text of +15550100001\"")]
    [InlineData("{} {}")]
    public async Task Malformed_Is400AndShowsNothing(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);

        foreach (var path in Paths.Select(row => row.Data.Item1))
        {
            var response = await HandleAsync(path, body);
            response.StatusCode.Should().Be(400, "of {0}", path);
            response.Problem.Should().NotBeNullOrEmpty().And.NotContain("5550100001");
        }

        _sink.Events.Should().BeEmpty();
    }

    [Theory]
    [InlineData("swml")]
    [InlineData("swml/answered")]
    public async Task Fetch_WithoutCall_Is400(string path)
    {
        foreach (var text in new[] { "{}", """{"call": null}""", """{"call": {"from": "+15550100001"}}""", """{"call": {"call_id": ""}}""", """{"call": "c-1"}""" })
        {
            var response = await HandleAsync(path, Encoding.UTF8.GetBytes(text));
            response.StatusCode.Should().Be(400, "of {0}", text);
            response.Problem.Should().NotContain("5550100001");
        }

        _sink.Events.Should().BeEmpty();
    }

    [Fact]
    public void Fetch_WithAMemberThatCannotBeRead_IsACallAllTheSame()
    {
        _ = HandleAsync("swml", Encoding.UTF8.GetBytes($$$"""{"call": {"call_id": "{{{Call}}}", "from": "+15550100001", "headers": 7, "sip_data": []}, "vars": 1}"""));

        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<CallIncoming>().Which.From.Value.Should().Be("+15550100001");
    }

    [Fact]
    public async Task Report_ThatIsUnknown_IsTaken()
    {
        (await HandleAsync("status", EventFixture.Read("unknown/new-event"))).StatusCode.Should().Be(200);

        _sink.Events.Should().ContainSingle().Which.Should().BeOfType<UnknownCallEvent>();
    }

    [Fact]
    public async Task Sink_IsGivenTheVendorsPatience()
    {
        using var vendor = new CancellationTokenSource();

        await Handler().HandleAsync(Request("status", Report, RequestSigner.Sha256(Key, $"{Base}/status", Report)), vendor.Token);

        _sink.CancellationToken.Should().Be(vendor.Token);
    }

    [Fact]
    public async Task Null_Throws() => await FluentActions.Awaiting(() => Handler().HandleAsync(null!, Cancelled).AsTask()).Should().ThrowAsync<ArgumentNullException>();

    [Fact]
    public void MaxBodyBytes_IsAMegabyte() => Handler().MaxBodyBytes.Should().Be(1024 * 1024);

    private static InboundRequest Request(string path, byte[] body, string? signature, string method = "POST", string? contentType = "application/json") => new()
    {
        Method = method,
        Path = path,
        Url = new Uri($"http://10.0.0.7:8080/calls/{Account}/{path}"),
        ContentType = contentType,
        Header = name => name.Equals("X-SignalWire-SHA256-Signature", StringComparison.OrdinalIgnoreCase) ? signature : null,
        Body = body,
    };

    private SignalWireInboundHandler Handler(Uri? publicBaseUrl = null)
    {
        var url = publicBaseUrl ?? new Uri("https://ivr.example.com/calls");
        return new SignalWireInboundHandler(
            Account, new SignalWireRequestVerifier(Account, () => _options, () => url), _slots, _sink, () => _options, _time, _loggers.CreateLogger<SignalWireInboundHandler>());
    }

    // Signed for the address as it is sent to.
    private async Task<InboundResponse> HandleAsync(string path, byte[] body, string method = "POST", string? contentType = "application/json") =>
        await Handler().HandleAsync(Request(path, body, RequestSigner.Sha256(Key, $"{Base}/{path}", body), method, contentType), Cancelled);

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
