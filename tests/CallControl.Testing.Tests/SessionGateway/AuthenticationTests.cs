namespace CallControl.Testing.Tests.SessionGateway;

public sealed class AuthenticationTests
{
    private const string Key = "test-api-key-0123456789";
    private const string OtherKey = "other-api-key-0123456789";

    [Theory]
    [InlineData(null, Key, 400, "Missing X-App-ID header")]
    [InlineData(null, null, 400, "Missing X-App-ID header")]
    [InlineData("bad app", Key, 400, "Invalid X-App-ID format")]
    [InlineData("bad.app", Key, 400, "Invalid X-App-ID format")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Key, 400, "Invalid X-App-ID format")]
    [InlineData("test-app", null, 401, "Missing API key")]
    [InlineData("test-app", "wrong-api-key-0123456789", 401, "Invalid API key")]
    [InlineData("test-app", OtherKey, 401, "Invalid API key")]
    [InlineData("nobody", Key, 401, "Invalid API key")]
    public async Task Command_BadCredentials_AreRefusedWithTheDocumentedText(string? appId, string? key, int status, string text)
    {
        await using var gateway = await GatewayHarness.StartAsync(WithOtherApp());
        var caller = await gateway.PlaceCallAsync();
        var headers = new List<(string, string)>();
        if (appId is not null)
            headers.Add(("X-App-ID", appId));
        if (key is not null)
            headers.Add(("X-API-Key", key));

        foreach (var path in new[] { $"/api/v1/sessions/{caller.SessionId}/commands/answer", "/api/v1/conferences" })
        {
            var answer = await gateway.SendAsync(HttpMethod.Post, path, "{}", [.. headers]);

            answer.Status.Should().Be(status);
            answer.Error.Should().Be(text);
            answer.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        }

        (await gateway.EventsAsync()).Should().Equal("call.new");
    }

    [Fact]
    public async Task Command_AppIdOf64Characters_IsWellFormed()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        var answer = await gateway.SendAsync(
            HttpMethod.Post, $"/api/v1/sessions/{caller.SessionId}/commands/answer", "{}", new string('a', 64));

        answer.Status.Should().Be(401);
    }

    [Fact]
    public async Task Command_SessionOfAnotherApp_Is403WithoutEffect()
    {
        await using var gateway = await GatewayHarness.StartAsync(WithOtherApp());
        var caller = await gateway.PlaceCallAsync();

        var answer = await gateway.SendAsync(
            HttpMethod.Post, $"/api/v1/sessions/{caller.SessionId}/commands/answer", "{}", "other-app", OtherKey);

        answer.Status.Should().Be(403);
        caller.IsAnswered.Should().BeFalse();
    }

    [Fact]
    public async Task Command_UnknownSession_Is404()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync(HttpMethod.Post, "/api/v1/sessions/acW68-nobody/commands/answer", "{}");

        answer.Status.Should().Be(404);
    }

    [Fact]
    public async Task Command_EndedSession_Is404()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await caller.HangUpAsync(Deadline.Token);

        (await gateway.CommandAsync(caller, "answer")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("playback")]
    [InlineData("playback/start/now")]
    [InlineData("Answer")]
    public async Task Command_Unknown_Is400InvalidCommand(string command)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        var answer = await gateway.CommandAsync(caller, command);

        answer.Status.Should().Be(400);
        answer.Error.Should().Be("Invalid command");
    }

    [Fact]
    public async Task Health_WithoutCredentials_Is200()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        (await gateway.SendAsync(HttpMethod.Get, "/health", null, [])).Status.Should().Be(200);
        (await gateway.SendAsync(HttpMethod.Post, "/health", "{}", [])).Status.Should().Be(405);
        (await gateway.SendAsync(HttpMethod.Get, "/elsewhere", null, [])).Status.Should().Be(404);
    }

    private static SessionGatewayEmulatorOptions WithOtherApp() => new()
    {
        TimeProvider = new ManualTimeProvider(),
        MoreApps = [new SessionGatewayApp { AppId = "other-app", ApiKey = OtherKey }],
    };
}
