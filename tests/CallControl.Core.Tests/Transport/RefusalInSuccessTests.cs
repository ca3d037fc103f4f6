using System.Net;
using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>Vendors that tell of errors in answers with a status of success: the dialect recognises them.</summary>
public sealed class RefusalInSuccessTests
{
    private const string Refusal = """{"refused":true,"detail":"not to +33612345678"}""";

    [Fact]
    public async Task SendAsync_SuccessThatTheDialectCallsARefusal_GoesTheWayOfAnError()
    {
        using var harness = Answering(HttpStatusCode.OK, Refusal);

        var thrown = (await FluentActions.Awaiting(() => harness.SendAsync()).Should().ThrowAsync<ProviderProtocolException>()).Which;

        // What becomes of it is the dialect's to decide; by default no status of success is an error.
        thrown.Error.Should().Be(new ProviderError { StatusCode = 200, Detail = "not to +33612345678", Body = Refusal });
        thrown.Call.Should().Be(HubHarness.Id());
        thrown.Operation.Should().Be(new OperationId("o1"));
        thrown.ToString().Should().NotContain("33612345678");
    }

    [Fact]
    public async Task SendAsync_SuccessThatTheDialectLeavesAlone_IsRead()
    {
        using var harness = Answering(HttpStatusCode.OK, """{"id":"1","refused":true}""");

        (await harness.SendAsync()).Id.Should().Be("1");
    }

    [Fact]
    public async Task SendAsync_LongRefusalWithStatusOfSuccess_IsBoundedLikeAnError()
    {
        using var harness = Answering(HttpStatusCode.OK, """{"refused":""" + new string('x', CommandTransport.MaxAnswerBytes));

        var thrown = (await FluentActions.Awaiting(() => harness.SendAsync()).Should().ThrowAsync<ProviderProtocolException>()).Which;

        thrown.Error!.Body.Should().HaveLength(CommandTransport.MaxErrorBodyBytes).And.StartWith("""{"refused":x""");
    }

    [Fact]
    public void IsRefusal_OfADialectThatSaysNothing_IsFalse() => new SilentDialect().IsRefusal("""{"error":{"code":1}}"""u8).Should().BeFalse();

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("application/json-rpc; charset=utf-8", "application/json-rpc; charset=utf-8")]
    public async Task SendAsync_ContentType_IsTheCommands(string? given, string expected)
    {
        string? seen = null;
        using var harness = new TransportHarness((request, _) =>
        {
            seen = request.Content!.Headers.NonValidated["Content-Type"].ToString();
            return Task.FromResult(TransportHarness.Answer(HttpStatusCode.OK, "{}"));
        });
        var body = new Body { Text = "hello" };
        var command = given is null
            ? TransportHarness.Command(body)
            : new HttpCommand<Body> { Name = "play", Path = "", Body = body, BodyType = TransportJson.Default.Body, ContentType = given };

        await harness.SendAsync(command);

        seen.Should().Be(expected);
    }

    [Fact]
    public async Task SendAsync_EmptyPath_IsTheBaseAddress()
    {
        Uri? seen = null;
        using var harness = new TransportHarness((request, _) =>
        {
            seen = request.RequestUri;
            return Task.FromResult(TransportHarness.Answer(HttpStatusCode.OK, "{}"));
        });

        await harness.SendAsync(TransportHarness.Command(new Body { Text = "hello" }, path: ""));

        seen.Should().Be(new Uri("https://api.example.com/v2/"));
    }

    private static TransportHarness Answering(HttpStatusCode status, string body) =>
        new((_, _) => Task.FromResult(TransportHarness.Answer(status, body)));

    private sealed class SilentDialect : ProviderDialect
    {
        public override string Provider => "silent";

        public override TimeSpan Timeout => TransportHarness.Timeout;

        public override void Authorize(HttpRequestMessage request, string? credentialScope)
        {
        }

        public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body) => new();
    }
}
