namespace CallControl.Testing.Tests.SessionGateway;

public sealed class AdminTests
{
    private const string AdminKey = "test-admin-key-0123456789";
    private const string NewKey = "brand-new-key-0123456789";

    [Theory]
    [InlineData(AdminKey, null, 401, "Missing X-Admin-API-Key header")]
    [InlineData(AdminKey, "wrong", 401, "Invalid admin API key")]
    [InlineData(null, AdminKey, 503, null)]
    public async Task Upsert_BadKeyOrDisabled_IsRefused(string? configured, string? sent, int status, string? text)
    {
        await using var gateway = await GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions { AdminApiKey = configured });

        var answer = await UpsertAsync(gateway, "app-2", "{}", sent);

        answer.Status.Should().Be(status);
        if (text is not null)
            answer.Error.Should().Be(text);
    }

    [Fact]
    public async Task Upsert_NewApp_CanUseTheApi()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        (await CreateRoomAsync(gateway, "app-2", NewKey)).Status.Should().Be(401);

        var answer = await UpsertAsync(
            gateway, "app-2", $$"""{"api_key":"{{NewKey}}","webhook_url":"https://app.example.com/hooks","rate_limit":500}""");

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("success").GetBoolean().Should().BeTrue();
        answer.Json.GetProperty("app_id").GetString().Should().Be("app-2");
        answer.Json.GetProperty("webhook_url").GetString().Should().Be("https://app.example.com/hooks");
        answer.Json.GetProperty("rate_limit").GetInt32().Should().Be(500);
        answer.Text.Should().NotContain(NewKey);
        gateway.Emulator.WebhookUrl = null;
        (await CreateRoomAsync(gateway, "app-2", NewKey)).Status.Should().Be(201);
    }

    [Fact]
    public async Task Upsert_ExistingApp_OverwritesAllOfIt()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        await UpsertAsync(gateway, "test-app", $$"""{"api_key":"{{NewKey}}"}""");

        gateway.Emulator.WebhookUrl.Should().BeNull();
        (await CreateRoomAsync(gateway, "test-app", gateway.Options.ApiKey)).Status.Should().Be(401);
        (await CreateRoomAsync(gateway, "test-app", NewKey)).Status.Should().Be(201);
    }

    [Fact]
    public async Task Upsert_EmptyWebhookUrl_TurnsWebhooksOff()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await UpsertAsync(gateway, "test-app", """{"webhook_url":""}""");
        await gateway.PlaceCallAsync();

        answer.Json.GetProperty("webhook_url").GetString().Should().BeEmpty();
        (await gateway.WebhooksAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Upsert_EventsWhitelist_SendsNoOthersAndNumbersWithoutGaps()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        await UpsertAsync(gateway, "test-app",
            $$"""{"api_key":"{{gateway.Options.ApiKey}}","webhook_url":"{{gateway.Receiver.Url}}","events":["call.new","call.hangup"]}""");
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "answer");

        await gateway.DoAsync(caller, "hangup");

        (await gateway.EventsAsync()).Should().Equal("call.new", "call.hangup");
        (await gateway.WebhooksAsync()).Select(webhook => webhook.Sequence).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Upsert_EmptyEvents_SendsAll()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        await UpsertAsync(gateway, "test-app",
            $$"""{"api_key":"{{gateway.Options.ApiKey}}","webhook_url":"{{gateway.Receiver.Url}}","events":[]}""");
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "hangup");

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result", "call.hangup");
    }

    [Theory]
    [InlineData("app-2", """{"api_key":"123456789012345"}""")]
    [InlineData("app-2", """{"api_key":"1234567890 123456"}""")]
    [InlineData("app-2", """{"rate_limit":-1}""")]
    [InlineData("app-2", """{"rate_limit":10001}""")]
    [InlineData("app-2", """{"rate_limit":"5"}""")]
    [InlineData("app-2", """{"events":["call.new","call.unknown"]}""")]
    [InlineData("app-2", """{"events":"call.new"}""")]
    [InlineData("app-2", """{"webhook_url":"ftp://app.example.com"}""")]
    [InlineData("app-2", """{"webhook_url":"nowhere"}""")]
    [InlineData("app-2", """{"name":"x"}""")]
    [InlineData("app-2", "")]
    [InlineData("app.2", "{}")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "{}")]
    public async Task Upsert_BadBody_Is400(string appId, string body)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        (await UpsertAsync(gateway, appId, body)).Status.Should().Be(400);
    }

    [Theory]
    [InlineData("""{"api_key":"1234567890123456"}""", 100)]
    [InlineData("""{"rate_limit":0}""", 100)]
    [InlineData("""{"rate_limit":10000}""", 10000)]
    [InlineData("""{"events":["conference.play.started","command.result"]}""", 100)]
    public async Task Upsert_BodyAtTheLimit_Is200(string body, int rateLimit)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await UpsertAsync(gateway, "app-2", body);

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("rate_limit").GetInt32().Should().Be(rateLimit);
    }

    [Theory]
    [InlineData("http://app.example.com/", true, true, 200)]
    [InlineData("http://app.example.com/", false, true, 400)]
    [InlineData("https://app.example.com/", false, false, 200)]
    [InlineData("https://localhost/", false, true, 200)]
    [InlineData("https://localhost/", true, false, 400)]
    [InlineData("https://127.0.0.1/", true, false, 400)]
    [InlineData("https://10.1.2.3/", true, false, 400)]
    [InlineData("https://172.16.0.1/", true, false, 400)]
    [InlineData("https://172.32.0.1/", true, false, 200)]
    [InlineData("https://192.168.1.1/", true, false, 400)]
    [InlineData("https://169.254.1.1/", true, false, 400)]
    [InlineData("https://[::1]/", true, false, 400)]
    [InlineData("https://[fd00::1]/", true, false, 400)]
    [InlineData("https://[::ffff:10.0.0.1]/", true, false, 400)]
    [InlineData("https://203.0.113.5/", true, false, 200)]
    public async Task Upsert_WebhookUrl_ObeysTheServersFlags(string url, bool allowHttp, bool allowLocal, int status)
    {
        await using var gateway = await GatewayHarness.StartAsync(
            new SessionGatewayEmulatorOptions { AllowHttpWebhooks = allowHttp, AllowLocalhostWebhooks = allowLocal });

        (await UpsertAsync(gateway, "app-2", $$"""{"webhook_url":"{{url}}"}""")).Status.Should().Be(status);
    }

    private static Task<GatewayAnswer> UpsertAsync(GatewayHarness gateway, string appId, string body, string? key = AdminKey) =>
        gateway.SendAsync(HttpMethod.Post, $"/admin/apps/{appId}", body, key is null ? [] : [("X-Admin-API-Key", key)]);

    private static Task<GatewayAnswer> CreateRoomAsync(GatewayHarness gateway, string appId, string key) =>
        gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", $$"""{"name":"{{Guid.NewGuid():N}}"}""", appId, key);
}
