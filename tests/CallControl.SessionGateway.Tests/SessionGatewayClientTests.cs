using System.Net;
using System.Text.Json.Nodes;

namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayClientTests
{
    private static readonly OperationId Uid = new("greeting-1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> CommandPaths => SessionCommandCase.Paths;

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public async Task SessionCommand_Sent_HasThePathHeadersAndBodyOfTheVendor(string path)
    {
        using var gateway = new GatewayHarness();
        var command = SessionCommandCase.Of(path);

        await command.Send(gateway.Client, GatewayHarness.Session, Uid, Token);

        var request = gateway.Request;
        request.Method.Should().Be(HttpMethod.Post);
        request.PathAndQuery.Should().Be("/api/v1/sessions/acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479/commands/" + path);
        request.ContentType.Should().Be("application/json");
        request.Headers.Should().Contain("X-App-ID", GatewayHarness.AppId).And.Contain("X-API-Key", GatewayHarness.ApiKey);
        request.Headers.Should().NotContainKey("X-Admin-API-Key");
        var expected = JsonNode.Parse(command.Json)!.AsObject();
        expected["command_uid"] = "greeting-1";
        ShouldBeJson(request.Body, expected.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public async Task SessionCommand_Accepted_TellsBothIdsStatusAndTimeout(string path)
    {
        using var gateway = new GatewayHarness();

        var accepted = await SessionCommandCase.Of(path).Send(gateway.Client, GatewayHarness.Session, Uid, Token);

        accepted.Should().Be(new CommandAccepted
        {
            VendorOperationId = "f47ac10b-58cc-4372-a567-0e02b2c3d479",
            Status = "in_progress",
            Timeout = TimeSpan.FromSeconds(2),
            CommandUid = Uid,
        });
    }

    [Theory]
    [MemberData(nameof(CommandPaths))]
    public async Task SessionCommand_ToUnknownSession_ThrowsCallEnded(string path)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.NotFound, """{"success": false, "error": "Session not found"}""");

        var send = () => SessionCommandCase.Of(path).Send(gateway.Client, GatewayHarness.Session, Uid, Token);

        var thrown = (await send.Should().ThrowAsync<CallEndedException>()).Which;
        thrown.Call.Should().Be(GatewayHarness.Session);
        thrown.Operation.Should().Be(Uid);
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.Error!.Title.Should().Be("Session not found");
    }

    [Fact]
    public async Task SessionCommand_WithoutId_SendsAndReturnsAFreshOne()
    {
        using var gateway = new GatewayHarness();

        var accepted = await gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        var sent = JsonNode.Parse(gateway.Request.Body!)!["command_uid"]!.GetValue<string>();
        sent.Should().MatchRegex("^answer\\.[0-9a-f]{32}$");
        accepted.CommandUid.Value.Should().Be(sent);
    }

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("{}", null, null, null)]
    [InlineData("""{"operation_id": 17, "status": null, "timeout_ms": "1500", "more": [1]}""", "17", null, 1500)]
    [InlineData("""{"operation_id": {}, "status": [], "timeout_ms": -1}""", null, null, null)]
    [InlineData("""{"timeout_ms": 1e300}""", null, null, null)]
    public async Task SessionCommand_AcceptedInOtherWords_IsAcceptedAllTheSame(string answer, string? operation, string? status, int? timeoutMs)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.Accepted, answer);

        var accepted = await gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        accepted.VendorOperationId.Should().Be(operation);
        accepted.Status.Should().Be(status);
        accepted.Timeout.Should().Be(timeoutMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null);
    }

    [Fact]
    public async Task SessionCommand_WithAdditionalProperties_ReplacesAndAddsMembers()
    {
        using var gateway = new GatewayHarness();
        var command = new HangupCommand { CommandUid = Uid, Cause = "NORMAL_CLEARING", AdditionalProperties = new JsonObject { ["cause"] = "OTHER", ["new"] = 1 } };

        await gateway.Client.HangupAsync(GatewayHarness.Session, command, Token);

        ShouldBeJson(gateway.Request.Body, """{"cause": "OTHER", "new": 1, "command_uid": "greeting-1"}""");
    }

    [Fact]
    public async Task SessionCommand_WithoutOptionalFields_LeavesThemOut()
    {
        using var gateway = new GatewayHarness();
        var command = new PlayAndGetDigitsCommand { CommandUid = Uid, PromptFiles = [new Uri("https://cdn.example.com/enter-pin.wav")] };

        await gateway.Client.PlayAndGetDigitsAsync(GatewayHarness.Session, command, Token);

        ShouldBeJson(gateway.Request.Body, """{"prompt_files": ["https://cdn.example.com/enter-pin.wav"], "command_uid": "greeting-1"}""");
    }

    [Fact]
    public async Task StartPlaybackAsync_WithOffset_SendsSeconds()
    {
        using var gateway = new GatewayHarness();
        var command = new StartPlaybackCommand { CommandUid = Uid, Urls = [new Uri("https://cdn.example.com/a.wav")], OffsetSeconds = 90 };

        await gateway.Client.StartPlaybackAsync(GatewayHarness.Session, command, Token);

        ShouldBeJson(gateway.Request.Body, """{"urls": ["https://cdn.example.com/a.wav"], "offset_sec": 90, "command_uid": "greeting-1"}""");
    }

    [Theory]
    [InlineData("https://cdn.example.com:443/a/../b%7E.wav?X-Sig=a%2Fb%3D&e=1", "https://cdn.example.com:443/a/../b%7E.wav?X-Sig=a%2Fb%3D&e=1")]
    [InlineData("http://cdn.example.com", "http://cdn.example.com")]
    [InlineData("https://cdn.example.com/a b.wav", "https://cdn.example.com/a%20b.wav")]
    [InlineData("  https://cdn.example.com/a.wav ", "https://cdn.example.com/a.wav")]
    [InlineData("https://cdn.example.com/é.wav", "https://cdn.example.com/%C3%A9.wav")]
    [InlineData("https://cdn.example.com/a\\b.wav", "https://cdn.example.com/a/b.wav")]
    [InlineData("HTTPS://cdn.example.com/a.wav", "https://cdn.example.com/a.wav")]
    public async Task StartPlaybackAsync_AnyAddress_GoesOutAsGivenWhereItIsValid(string given, string sent)
    {
        using var gateway = new GatewayHarness();

        await gateway.Client.StartPlaybackAsync(GatewayHarness.Session, new StartPlaybackCommand { Urls = [new Uri(given)] }, Token);

        JsonNode.Parse(gateway.Request.Body!)!["urls"]![0]!.GetValue<string>().Should().Be(sent);
    }

    [Fact]
    public async Task SessionCommand_SessionWithOddCharacters_StaysOneSegment()
    {
        using var gateway = new GatewayHarness();

        await gateway.Client.AnswerAsync(new CallId("a/../b?c=d#e %2e"), new AnswerCommand(), Token);

        gateway.Request.PathAndQuery.Should().Be("/api/v1/sessions/a%2F..%2Fb%3Fc%3Dd%23e%20%252e/commands/answer");
    }

    [Fact]
    public async Task CreateConferenceAsync_Created_ReturnsTheRoom()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.Created, """{"room_id": "acW68-room-550e8400-e29b-41d4-a716-446655440000"}""");

        var created = await gateway.Client.CreateConferenceAsync(new CreateConferenceCommand { Name = "standup-1" }, Token);

        created.RoomId.Should().Be("acW68-room-550e8400-e29b-41d4-a716-446655440000");
        gateway.Request.Method.Should().Be(HttpMethod.Post);
        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences");
        gateway.Request.Headers.Should().Contain("X-App-ID", GatewayHarness.AppId).And.Contain("X-API-Key", GatewayHarness.ApiKey);
        ShouldBeJson(gateway.Request.Body, """{"name": "standup-1"}""");
    }

    [Fact]
    public async Task CreateConferenceAsync_NameTaken_TellsTheExistingRoom()
    {
        using var gateway = new GatewayHarness().Answering(
            HttpStatusCode.Conflict,
            """{"success": false, "error": "Conference name already taken for this application", "detail": {"room_id": "acW68-room-abc123"}}""");

        var create = () => gateway.Client.CreateConferenceAsync(new CreateConferenceCommand { Name = "standup" }, Token);

        var thrown = (await create.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.Error!.StatusCode.Should().Be(409);
        thrown.Error.Title.Should().Be("Conference name already taken for this application");
        thrown.GetExistingRoomId().Should().Be("acW68-room-abc123");
    }

    [Theory]
    [InlineData(409, null)]
    [InlineData(409, "")]
    [InlineData(409, "text")]
    [InlineData(409, "[]")]
    [InlineData(409, "{}")]
    [InlineData(409, """{"room_id": 5}""")]
    [InlineData(409, """{"room_id": ""}""")]
    [InlineData(409, """{"room_id": "\ud800"}""")]
    [InlineData(400, """{"room_id": "acW68-room-abc123"}""")]
    public void GetExistingRoomId_OtherRefusal_IsNull(int status, string? detail)
    {
        var refusal = new CommandRejectedException("no", new ErrorContext { Error = new ProviderError { StatusCode = status, Detail = detail } });

        refusal.GetExistingRoomId().Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"room_id": null}""")]
    [InlineData("""{"room_id": ""}""")]
    public async Task CreateConferenceAsync_AnswerWithoutRoom_ThrowsProtocol(string answer)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.Created, answer);

        var create = () => gateway.Client.CreateConferenceAsync(new CreateConferenceCommand { Name = "standup" }, Token);

        (await create.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Fact]
    public async Task ListConferencesAsync_WithQuery_EncodesIt()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, """[{"room_id": "r1"}, {"room_id": "r2"}]""");

        var answer = await gateway.Client.ListConferencesAsync(new Dictionary<string, string> { ["name"] = "a&b", ["page size"] = "2" }, Token);

        gateway.Request.Method.Should().Be(HttpMethod.Get);
        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences?name=a%26b&page%20size=2");
        gateway.Request.Body.Should().BeNull();
        answer.Members.Should().BeEmpty();
        answer.Items.Select(item => item.GetProperty("room_id").GetString()).Should().Equal("r1", "r2");
    }

    [Fact]
    public async Task ListConferencesAsync_AnswersWithObject_KeepsItsMembers()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, """{"conferences": [{"room_id": "r1"}], "total": 1}""");

        var answer = await gateway.Client.ListConferencesAsync(cancellationToken: Token);

        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences");
        answer.Items.Should().BeEmpty();
        answer.Members.Keys.Should().Equal("conferences", "total");
        answer.Members["total"].GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task GetConferenceAsync_Room_IsRequestedWithoutBody()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, """{"name": "standup"}""");

        var answer = await gateway.Client.GetConferenceAsync(GatewayHarness.Room, Token);

        gateway.Request.Method.Should().Be(HttpMethod.Get);
        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences/acW68-room-550e8400-e29b-41d4-a716-446655440000");
        gateway.Request.Body.Should().BeNull();
        answer.Members["name"].GetString().Should().Be("standup");
    }

    [Fact]
    public async Task DeleteConferenceAsync_EmptyAnswer_IsTaken()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.NoContent, "");

        var answer = await gateway.Client.DeleteConferenceAsync(GatewayHarness.Room, Token);

        gateway.Request.Method.Should().Be(HttpMethod.Delete);
        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences/acW68-room-550e8400-e29b-41d4-a716-446655440000");
        gateway.Request.Body.Should().BeNull();
        answer.Members.Should().BeEmpty();
        answer.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task GetConferenceAsync_UnknownRoom_IsRejectedAndNoCallEnds()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.NotFound, """{"success": false, "error": "Not found"}""");

        var get = () => gateway.Client.GetConferenceAsync(GatewayHarness.Room, Token);

        (await get.Should().ThrowAsync<CommandRejectedException>()).Which.Call.Should().Be(default(CallId));
    }

    [Theory]
    [InlineData("play", """{"urls": ["https://cdn.example.com/a.wav"]}""")]
    [InlineData("pause", "{}")]
    [InlineData("stop", "{}")]
    [InlineData("volume", """{"volume": 0.5}""")]
    public async Task RoomCommand_Sent_HasPathAndBody(string action, string body)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, "");

        await SendToRoomAsync(gateway.Client, action);

        gateway.Request.Method.Should().Be(HttpMethod.Post);
        gateway.Request.PathAndQuery.Should().Be("/api/v1/conferences/acW68-room-550e8400-e29b-41d4-a716-446655440000/" + action);
        gateway.Request.Headers.Should().Contain("X-App-ID", GatewayHarness.AppId).And.Contain("X-API-Key", GatewayHarness.ApiKey);
        ShouldBeJson(gateway.Request.Body, body);
    }

    [Fact]
    public async Task RoomCommand_WithAdditionalProperties_SendsThem()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, "{}");
        var command = new SetConferenceVolumeCommand { AdditionalProperties = new JsonObject { ["level"] = 3 } };

        await gateway.Client.SetConferenceVolumeAsync(GatewayHarness.Room, command, Token);

        ShouldBeJson(gateway.Request.Body, """{"level": 3}""");
    }

    [Fact]
    public async Task UpsertAppAsync_Sent_HasTheAdministrationKeyOnly()
    {
        using var gateway = new GatewayHarness().Answering(
            HttpStatusCode.OK, """{"success": true, "app_id": "app-2", "webhook_url": "https://hooks.example.com/s", "rate_limit": 100}""");
        var command = new UpsertAppCommand
        {
            WebhookUrl = "https://hooks.example.com/s",
            ApiKey = "a-new-key-of-the-app",
            RateLimit = 0,
            Events = ["call.new", "command.result"],
        };

        var app = await gateway.Client.UpsertAppAsync("app-2", command, Token);

        gateway.Request.Method.Should().Be(HttpMethod.Post);
        gateway.Request.PathAndQuery.Should().Be("/admin/apps/app-2");
        gateway.Request.Headers.Should().Contain("X-Admin-API-Key", GatewayHarness.AdminKey).And.NotContainKey("X-API-Key").And.NotContainKey("X-App-ID");
        ShouldBeJson(
            gateway.Request.Body,
            """{"webhook_url": "https://hooks.example.com/s", "api_key": "a-new-key-of-the-app", "rate_limit": 0, "events": ["call.new", "command.result"]}""");
        app.AppId.Should().Be("app-2");
        app.WebhookUrl.Should().Be("https://hooks.example.com/s");
        app.RateLimit.Should().Be(100);
        app.ExtensionData!["success"].GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData("", """{"webhook_url": ""}""")]
    public async Task UpsertAppAsync_WebhookUrl_IsLeftOutWhenNullAndSentWhenEmpty(string? url, string body)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, "{}");

        await gateway.Client.UpsertAppAsync("app-2", new UpsertAppCommand { WebhookUrl = url }, Token);

        ShouldBeJson(gateway.Request.Body, body);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task UpsertAppAsync_WithoutAdministrationKey_SendsNothing(string? key)
    {
        using var gateway = new GatewayHarness();
        gateway.Options.AdminApiKey = key;

        var upsert = () => gateway.Client.UpsertAppAsync("app-2", new UpsertAppCommand(), Token);

        var thrown = (await upsert.Should().ThrowAsync<AuthenticationFailedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Provider.Should().Be(GatewayHarness.Provider);
        thrown.Message.Should().Contain("AdminApiKey");
        gateway.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"status": "ok"}""", 1)]
    [InlineData("", 0)]
    [InlineData("OK", 0)]
    [InlineData("null", 0)]
    public async Task GetHealthAsync_AnyGoodAnswer_IsTaken(string answer, int members)
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.OK, answer);

        var health = await gateway.Client.GetHealthAsync(Token);

        gateway.Request.Method.Should().Be(HttpMethod.Get);
        gateway.Request.PathAndQuery.Should().Be("/health");
        gateway.Request.Body.Should().BeNull();
        health.Members.Should().HaveCount(members);
    }

    [Fact]
    public async Task GetHealthAsync_Failing_Throws()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.ServiceUnavailable, "down");

        var ask = () => gateway.Client.GetHealthAsync(Token);

        await ask.Should().ThrowAsync<ProviderUnavailableException>();
    }

    [Fact]
    public async Task GetHealthAsync_Redirected_Throws()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.Found, "elsewhere");

        var ask = () => gateway.Client.GetHealthAsync(Token);

        await ask.Should().ThrowAsync<ProviderProtocolException>();
    }

    [Fact]
    public async Task BaseUrl_WithAPath_StaysInFront()
    {
        using var gateway = new GatewayHarness();
        gateway.Options.BaseUrl = new Uri("https://edge.example.com/voice/");

        await gateway.Client.AnswerAsync(new CallId("s1"), new AnswerCommand(), Token);

        gateway.Request.PathAndQuery.Should().Be("/voice/api/v1/sessions/s1/commands/answer");
    }

    [Fact]
    public async Task Options_KeyChanged_IsUsedFromThenOn()
    {
        using var gateway = new GatewayHarness();
        await gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);
        gateway.Options.ApiKey = "another-key-of-the-app";

        await gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        gateway.Requests.Select(request => request.Headers["X-API-Key"]).Should().Equal(GatewayHarness.ApiKey, "another-key-of-the-app");
    }

    [Fact]
    public async Task SessionCommand_NoAnswerInTime_ThrowsUnavailableWithUnknownEffect()
    {
        using var gateway = new GatewayHarness { NeverAnswers = true };
        var answering = gateway.Client.AnswerAsync(GatewayHarness.Session, new AnswerCommand(), Token);

        gateway.Time.Advance(TimeSpan.FromSeconds(10));

        var thrown = (await FluentActions.Awaiting(() => answering).Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
    }

    private static Task<GatewayAnswer> SendToRoomAsync(ISessionGatewayClient client, string action) => action switch
    {
        "play" => client.PlayConferenceAsync(GatewayHarness.Room, new PlayConferenceCommand { Urls = [new Uri("https://cdn.example.com/a.wav")] }, Token),
        "pause" => client.PauseConferenceAsync(GatewayHarness.Room, new PauseConferenceCommand(), Token),
        "stop" => client.StopConferenceAsync(GatewayHarness.Room, new StopConferenceCommand(), Token),
        _ => client.SetConferenceVolumeAsync(GatewayHarness.Room, new SetConferenceVolumeCommand { Volume = 0.5 }, Token),
    };

    private static void ShouldBeJson(string? actual, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual!), JsonNode.Parse(expected)).Should().BeTrue("'{0}' should be '{1}'", actual, expected);
}
