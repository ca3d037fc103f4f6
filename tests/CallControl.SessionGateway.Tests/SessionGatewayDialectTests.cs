using System.Net;
using System.Text;
using CallControl.Providers;

namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayDialectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "Missing X-App-ID header", typeof(CommandRejectedException))]
    [InlineData(400, "Invalid X-App-ID format", typeof(CommandRejectedException))]
    [InlineData(400, "Invalid request body", typeof(CommandRejectedException))]
    [InlineData(400, "Invalid command", typeof(CommandRejectedException))]
    [InlineData(400, "urls is required", typeof(CommandRejectedException))]
    [InlineData(400, "Invalid command_uid format", typeof(CommandRejectedException))]
    [InlineData(401, "Missing API key", typeof(AuthenticationFailedException))]
    [InlineData(401, "Invalid API key", typeof(AuthenticationFailedException))]
    [InlineData(401, "Missing X-Admin-API-Key header", typeof(AuthenticationFailedException))]
    [InlineData(401, "Invalid admin API key", typeof(AuthenticationFailedException))]
    [InlineData(403, "Session belongs to a different application", typeof(AuthenticationFailedException))]
    [InlineData(404, "Session not found", typeof(CallEndedException))]
    [InlineData(404, "Conference not found", typeof(CommandRejectedException))]
    [InlineData(404, "No such room", typeof(CommandRejectedException))]
    [InlineData(409, "Conference name already taken for this application", typeof(CommandRejectedException))]
    [InlineData(429, "Rate limit exceeded", typeof(RateLimitedException))]
    [InlineData(500, "Internal error", typeof(ProviderUnavailableException))]
    [InlineData(503, "Admin API disabled", typeof(ProviderUnavailableException))]
    public async Task Refusal_OnASession_BecomesTheExceptionThatFits(int status, string text, Type expected)
    {
        using var gateway = new GatewayHarness().Answering((HttpStatusCode)status, $$"""{"success": false, "error": "{{text}}"}""");

        var send = () => gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(expected);
        thrown.Error!.StatusCode.Should().Be(status);
        thrown.Error.Title.Should().Be(text);
        thrown.Error.Code.Should().BeNull();
        thrown.Error.Detail.Should().BeNull();
        thrown.Call.Should().Be(GatewayHarness.Session);
        thrown.Effect.Should().Be(status >= 500 ? CommandEffect.Unknown : CommandEffect.NotApplied);
        thrown.IsTransient.Should().Be(status is 429 or >= 500);
    }

    [Theory]
    [InlineData("", null, null)]
    [InlineData(" ", null, null)]
    [InlineData("null", null, null)]
    [InlineData("[]", null, null)]
    [InlineData("\"text\"", null, null)]
    [InlineData("<html>502 Bad Gateway</html>", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("""{"error": 5, "detail": 7}""", null, "7")]
    [InlineData("""{"error": null, "detail": null}""", null, null)]
    [InlineData("""{"error": {"message": "x"}}""", null, null)]
    [InlineData("""{"detail": {"room_id":  "r1",  "n": [1, 2]}, "more": {"error": "inner"}, "error": "taken"}""", "taken", """{"room_id":"r1","n":[1,2]}""")]
    [InlineData("""{"error": "taken", "detail": "in words"}""", "taken", "in words")]
    [InlineData("""{"success": false, "error": "taken", "detail": {"room_id": "r""", "taken", null)]
    [InlineData("""{"success": false, "error": "tak""", null, null)]
    [InlineData("""{"success": false, "error": "\ud800"}""", null, null)]
    [InlineData("""{"success": false, "error": "taken"} trailing""", "taken", null)]
    public void ReadError_AnyBody_ReadsWhatIsThere(string body, string? title, string? detail)
    {
        var error = Dialect().ReadError(409, Encoding.UTF8.GetBytes(body));

        error.StatusCode.Should().Be(409);
        error.Title.Should().Be(title);
        error.Detail.Should().Be(detail);
    }

    [Fact]
    public void ReadError_RandomAndMutatedBytes_NeverThrows()
    {
        var random = new Random(20260801);
        var dialect = Dialect();
        var valid = """{"success": false, "error": "Conference name already taken", "detail": {"room_id": "acW68-room-abc123", "list": [1, null]}}"""u8.ToArray();
        for (var i = 0; i < 10_000; i++)
        {
            var body = i % 2 == 0 ? Bytes.Random(random, 200) : Bytes.Mutate(random, valid);

            dialect.ReadError(500, body).StatusCode.Should().Be(500);
        }
    }

    [Fact]
    public void ReadError_DeepNesting_IsNotRead()
    {
        var body = """{"error": "deep", "detail": """ + new string('[', 5000);

        Dialect().ReadError(400, Encoding.UTF8.GetBytes(body)).Title.Should().Be("deep");
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Exceptions_OfAnyAnswer_ShowNoKey(HttpStatusCode status)
    {
        using var gateway = new GatewayHarness().Answering(status, "not JSON");

        await ShouldHideKeysAsync(() => gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token));
        await ShouldHideKeysAsync(() => gateway.Client.UpsertAppAsync("a", new UpsertAppCommand { ApiKey = GatewayHarness.ApiKey }, Token));
    }

    [Fact]
    public async Task Exceptions_OfAFailedConnection_ShowNoKey()
    {
        using var gateway = new GatewayHarness { Failure = new HttpRequestException(HttpRequestError.ConnectionError, "refused") };

        await ShouldHideKeysAsync(() => gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token));
        await ShouldHideKeysAsync(() => gateway.Client.UpsertAppAsync("a", new UpsertAppCommand { ApiKey = GatewayHarness.ApiKey }, Token));
    }

    [Theory]
    [InlineData("key with\r\nX-Evil: 1")]
    [InlineData("clé-de-l-application")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Authorize_KeyThatFitsNoHeader_SendsNothingAndShowsNothing(string? key)
    {
        using var gateway = new GatewayHarness();
        gateway.Options.ApiKey = key!;

        var send = () => gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<AuthenticationFailedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Message.Should().Be("The provider 'gateway-1' has no ApiKey that can be sent: set SessionGatewayOptions.ApiKey.");
        gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public void Classify_RoomAndSession_Differ()
    {
        var dialect = Dialect();

        dialect.Classify(new ProviderError { StatusCode = 404 }, concernsCall: true).Should().Be(ProviderErrorKind.CallEnded);
        dialect.Classify(new ProviderError { StatusCode = 404 }, concernsCall: false).Should().Be(ProviderErrorKind.Rejected);
        dialect.Classify(new ProviderError { StatusCode = 404, Title = "Room not found" }, concernsCall: true).Should().Be(ProviderErrorKind.Rejected);
        dialect.Classify(new ProviderError { StatusCode = 403 }, concernsCall: true).Should().Be(ProviderErrorKind.Authentication);
    }

    private static SessionGatewayDialect Dialect() => new(GatewayHarness.Provider, () => new SessionGatewayOptions());

    private static async Task ShouldHideKeysAsync(Func<Task> send)
    {
        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.ToString().Should().NotContainAny(GatewayHarness.ApiKey, GatewayHarness.AdminKey);
        thrown.Error?.ToString().Should().NotContainAny(GatewayHarness.ApiKey, GatewayHarness.AdminKey);
    }
}
