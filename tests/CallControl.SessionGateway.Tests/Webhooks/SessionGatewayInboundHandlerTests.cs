using System.Text;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayInboundHandlerTests
{
    private const string First = "first-secret-0123456789";
    private const string Second = "second_secret-0123456789";
    private const string Third = "third-secret-0123456789";
    private const string Incoming = """{"event":"call.new","session_uuid":"acW68-1","sequence":1,"data":{"caller_id":"+15550100123","did":"+15550100124"}}""";

    private readonly Sink _sink = new();
    private readonly ManualTime _time = new();
    private readonly SessionGatewayOptions _options = new() { WebhookSecrets = [First, Second] };

    public static TheoryData<string> ReadableFixtures => [.. FixtureExpectation.ByName.Where(pair => pair.Value.Event is not null).Select(pair => pair.Key)];

    public static TheoryData<string> RefusedFixtures => [.. FixtureExpectation.ByName.Where(pair => pair.Value.Event is null).Select(pair => pair.Key)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public async Task HandleAsync_AnyOfItsSecrets_TakesTheEvent(string secret)
    {
        var response = await HandleAsync(secret);

        response.Should().BeSameAs(InboundResponse.Accepted);
        var incoming = _sink.Events.Should().ContainSingle().Which.Should().BeOfType<CallIncoming>().Subject;
        incoming.Provider.Should().Be("gateway-1");
        incoming.Call.Should().Be(new CallId("acW68-1"));
        incoming.From.Value.Should().Be("+15550100123");
        incoming.Id.Should().Be(new CallEventId("acW68-1:1"));
        incoming.ReceivedAt.Should().Be(_time.GetUtcNow());
        Encoding.UTF8.GetString(incoming.RawJson.Span).Should().Be(Incoming);
    }

    [Theory]
    [InlineData("")]
    [InlineData("first-secret-012345678")]
    [InlineData(First + "0")]
    [InlineData(First + "/")]
    [InlineData("/" + First)]
    [InlineData("First-secret-0123456789")]
    [InlineData(First + Second)]
    [InlineData(First + "," + Second)]
    [InlineData(Third)]
    public async Task HandleAsync_AnotherPath_Is401AndNothingIsRead(string path)
    {
        _options.AllowUnsignedWebhooks = true;

        var response = await HandleAsync(path);

        response.Should().BeSameAs(InboundResponse.Unauthorized);
        _sink.Events.Should().BeEmpty("to allow strangers counts only where there is no secret");
    }

    [Theory]
    [InlineData(true, "", 200)]
    [InlineData(true, "anything", 200)]
    [InlineData(false, "", 401)]
    [InlineData(false, First, 401)]
    public async Task HandleAsync_NoSecrets_TakesStrangersOnlyWhereAllowed(bool isAllowed, string path, int status)
    {
        _options.WebhookSecrets = [];
        _options.AllowUnsignedWebhooks = isAllowed;

        (await HandleAsync(path)).StatusCode.Should().Be(status);

        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Fact]
    public async Task HandleAsync_SecretsChangedWhileRunning_TakesTheNewOnesAtOnce()
    {
        List<string> secrets = [First];
        var services = new ServiceCollection();
        services.AddSingleton<ICallEventSink>(_sink);
        services.AddCallControl(control => control.AddSessionGateway("gateway-1", options =>
        {
            options.BaseUrl = new Uri("https://gateway.example.com");
            options.AppId = GatewayHarness.AppId;
            options.ApiKey = GatewayHarness.ApiKey;
            options.WebhookSecrets = [.. secrets];
        }));
        await using var provider = services.BuildServiceProvider();
        var handler = provider.GetRequiredKeyedService<IInboundHandler>("gateway-1");

        (await StatusesAsync(handler)).Should().Equal(200, 401);
        Change(First, Second);
        (await StatusesAsync(handler)).Should().Equal(200, 200);
        Change(Second);
        (await StatusesAsync(handler)).Should().Equal(401, 200);
        _sink.Events.Should().HaveCount(4);

        void Change(params string[] now)
        {
            secrets = [.. now];
            provider.GetRequiredService<IOptionsMonitorCache<SessionGatewayOptions>>().TryRemove("gateway-1").Should().BeTrue();
        }
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("POST", 200)]
    public async Task HandleAsync_Method_MustBePost(string method, int status) =>
        (await HandleAsync(First, method: method)).StatusCode.Should().Be(status);

    [Fact]
    public async Task HandleAsync_WrongEverything_TellsAStrangerNothing() =>
        (await HandleAsync("guess", "not JSON", "GET", "text/plain")).Should().BeSameAs(InboundResponse.Unauthorized);

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON ;charset=utf-8", 200)]
    [InlineData("application/cloudevents+json", 200)]
    [InlineData(null, 415)]
    [InlineData("", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("text/plain; application/json", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public async Task HandleAsync_MediaType_MustBeJson(string? contentType, int status)
    {
        (await HandleAsync(First, contentType: contentType)).StatusCode.Should().Be(status);

        _sink.Events.Should().HaveCount(status == 200 ? 1 : 0);
    }

    [Theory]
    [InlineData(EventReceipt.Accepted, 200, null)]
    [InlineData(EventReceipt.Duplicate, 200, null)]
    [InlineData(EventReceipt.Busy, 503, 5)]
    public async Task HandleAsync_ReceiptOfTheSink_BecomesTheStatus(EventReceipt receipt, int status, int? retryAfterSeconds)
    {
        _sink.Receipt = receipt;

        var response = await HandleAsync(First);

        response.StatusCode.Should().Be(status);
        response.RetryAfter.Should().Be(retryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        response.Body.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(ReadableFixtures))]
    public async Task HandleAsync_ReadableBody_ReachesTheSinkOnce(string fixture)
    {
        var body = EventFixture.Read(fixture);

        var response = await Handler().HandleAsync(Request(First, body), Token);

        response.Should().BeSameAs(InboundResponse.Accepted);
        var taken = _sink.Events.Should().ContainSingle().Subject;
        taken.Name.Should().Be(FixtureExpectation.ByName[fixture].Event!.Event);
        taken.RawJson.ToArray().Should().Equal(body);
    }

    [Theory]
    [MemberData(nameof(RefusedFixtures))]
    public async Task HandleAsync_UnreadableBody_Is400WithTheProblem(string fixture)
    {
        var response = await Handler().HandleAsync(Request(First, EventFixture.Read(fixture)), Token);

        response.StatusCode.Should().Be(400);
        response.Problem.Should().Be(FixtureExpectation.ByName[fixture].Problem);
        _sink.Events.Should().BeEmpty();
    }

    [Fact]
    public async Task HandleAsync_GivenUp_IsGivenUpByTheSink()
    {
        using var caller = new CancellationTokenSource();

        await Handler().HandleAsync(Request(First, Encoding.UTF8.GetBytes(Incoming)), caller.Token);

        _sink.CancellationToken.Should().Be(caller.Token);
    }

    [Fact]
    public async Task HandleAsync_Null_Throws() =>
        await FluentActions.Awaiting(() => Handler().HandleAsync(null!, Token).AsTask()).Should().ThrowAsync<ArgumentNullException>();

    [Fact]
    public void MaxBodyBytes_HoldsTheLargestEventTwice()
    {
        var addresses = string.Join(',', Enumerable.Repeat($"\"https://cdn.example.com/{new string('a', 2024)}\"", 128));

        Handler().MaxBodyBytes.Should().Be(1024 * 1024).And.BeGreaterThan((2 * 128 * 2048) + addresses.Length);
    }

    private static InboundRequest Request(string path, byte[] body, string method = "POST", string? contentType = "application/json") => new()
    {
        Method = method,
        Path = path,
        Url = new Uri("https://app.example.com/hooks/gateway-1/" + path),
        ContentType = contentType,
        Header = _ => null,
        Body = body,
    };

    private static async Task<int[]> StatusesAsync(IInboundHandler handler)
    {
        var body = Encoding.UTF8.GetBytes(Incoming);
        return
        [
            (await handler.HandleAsync(Request(First, body), Token)).StatusCode,
            (await handler.HandleAsync(Request(Second, body), Token)).StatusCode,
        ];
    }

    private SessionGatewayInboundHandler Handler() => new("gateway-1", () => _options, _sink, _time);

    private ValueTask<InboundResponse> HandleAsync(
        string path, string body = Incoming, string method = "POST", string? contentType = "application/json") =>
        Handler().HandleAsync(Request(path, Encoding.UTF8.GetBytes(body), method, contentType), Token);

    private sealed class Sink : ICallEventSink
    {
        public List<CallEvent> Events { get; } = [];

        public EventReceipt Receipt { get; set; }

        public CancellationToken CancellationToken { get; private set; }

        public ValueTask<EventReceipt> AcceptAsync(CallEvent callEvent, CancellationToken cancellationToken = default)
        {
            Events.Add(callEvent);
            CancellationToken = cancellationToken;
            return new ValueTask<EventReceipt>(Receipt);
        }
    }
}
