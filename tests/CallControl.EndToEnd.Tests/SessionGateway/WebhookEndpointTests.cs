using System.Net;
using System.Text;

namespace CallControl.EndToEnd.Tests.SessionGateway;

/// <summary>The webhook address as a stranger finds it.</summary>
public sealed class WebhookEndpointTests
{
    private const string Incoming = """{"event":"call.new","session_uuid":"acW68-1","sequence":1,"data":{"caller_id":"+15550100123","did":"+15550100124"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("end-to-end-webhook-secreT")]
    [InlineData("end-to-end-webhook-secret/more")]
    [InlineData("end-to-end-webhook-secre")]
    public async Task Webhook_WithoutTheRightSecret_Is401AndNothingIsDispatched(string path)
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        (await PostAsync(world, path, Incoming)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        world.Calls.Count.Should().Be(0);
        world.Log.Lines.Should().NotContain(line => line.Contains(GatewayWorld.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_WithTheRightSecret_Is200AndDispatchedOnce()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        (await PostAsync(world, GatewayWorld.Secret, Incoming)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await PostAsync(world, GatewayWorld.Secret, Incoming)).StatusCode.Should().Be(HttpStatusCode.OK);

        var incoming = await world.Events.WaitForAsync<CallIncoming>();
        incoming.From.Value.Should().Be("+15550100123");
        incoming.To.Value.Should().Be("+15550100124");
        incoming.Sequence.Should().Be(1);
        Encoding.UTF8.GetString(incoming.RawJson.Span).Should().Be(Incoming);
        incoming.ToString().Should().NotContain("5550100");
        world.Events.All.OfType<CallIncoming>().Should().ContainSingle();
    }

    [Fact]
    public async Task Webhook_ThatIsUnknown_IsDeliveredAsUnknown()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        var answer = await PostAsync(world, GatewayWorld.Secret, """{"event":"call.teleported","session_uuid":"acW68-1","data":{"where":"elsewhere"}}""");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        var unknown = await world.Events.WaitForAsync<UnknownCallEvent>();
        unknown.Name.Should().Be("call.teleported");
        unknown.Call.Value.Should().Be("acW68-1");
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("", "application/json", HttpStatusCode.BadRequest)]
    [InlineData(Incoming, "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(Incoming, "application/json; charset=utf-8", HttpStatusCode.OK)]
    public async Task Webhook_OfABody_AnswersItsStatus(string body, string contentType, HttpStatusCode expected)
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);

        (await PostAsync(world, GatewayWorld.Secret, body, contentType)).StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task Webhook_OfTenMegabytes_Is413()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);
        var body = $$"""{"event":"call.new","session_uuid":"acW68-1","x":"{{new string('x', 10_000_000)}}"}""";

        (await PostAsync(world, GatewayWorld.Secret, body)).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Webhook_WithAnotherMethod_Is405()
    {
        await using var world = await GatewayWorld.StartAsync((_, _) => Task.CompletedTask);
        using var client = new HttpClient(new SocketsHttpHandler());

        using var answer = await client.GetAsync(new Uri(world.WebhookBase, GatewayWorld.Secret), TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Should().Equal("POST");
    }

    private static async Task<HttpResponseMessage> PostAsync(GatewayWorld world, string path, string body, string contentType = "application/json")
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await client.PostAsync(new Uri(world.WebhookBase, path), content, TestContext.Current.CancellationToken);
    }
}
