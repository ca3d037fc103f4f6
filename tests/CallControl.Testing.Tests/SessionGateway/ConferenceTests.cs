namespace CallControl.Testing.Tests.SessionGateway;

public sealed class ConferenceTests
{
    private const string OtherKey = "other-api-key-0123456789";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Create_FreeName_Is201AndRaisesCreatedWithoutSession()
    {
        await using var gateway = await StartAsync();

        var answer = await CreateAsync(gateway, "team-1");

        answer.Status.Should().Be(201);
        var created = await gateway.SingleAsync("conference.created");
        created.Session.Should().BeNull();
        created.Text("app_id").Should().Be("test-app");
        created.Text("room_id").Should().Be(RoomId(answer)).And.MatchRegex("^[A-Za-z0-9]+-room-[0-9a-f-]{36}$");
        created.Text("name").Should().Be("team-1");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("9_-")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Create_NameWithinTheRule_Is201(string name)
    {
        await using var gateway = await StartAsync();

        (await CreateAsync(gateway, name)).Status.Should().Be(201);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"name":"Team Standup"}""")]
    [InlineData("""{"name":"-a"}""")]
    [InlineData("""{"name":"_a"}""")]
    [InlineData("""{"name":"a.b"}""")]
    [InlineData("""{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""")]
    [InlineData("""{"name":"a","x":1}""")]
    [InlineData("")]
    public async Task Create_BadBody_Is400(string body)
    {
        await using var gateway = await StartAsync();

        (await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", body)).Status.Should().Be(400);
    }

    [Fact]
    public async Task Create_TakenName_Is409WithTheExistingRoom()
    {
        await using var gateway = await StartAsync();
        var first = await CreateAsync(gateway, "team");

        var second = await CreateAsync(gateway, "team");

        second.Status.Should().Be(409);
        second.Error.Should().Be("Conference name already taken for this application");
        second.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        second.Json.GetProperty("detail").GetProperty("room_id").GetString().Should().Be(RoomId(first));
        (await gateway.EventsAsync()).Should().Equal("conference.created");
    }

    [Fact]
    public async Task Create_NameTakenByAnotherApp_Is201()
    {
        await using var gateway = await StartAsync();
        await CreateAsync(gateway, "team");

        var other = await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"team"}""", "other-app", OtherKey);

        other.Status.Should().Be(201);
    }

    [Fact]
    public async Task ListAndGet_OwnRooms_ShowThemOnly()
    {
        await using var gateway = await StartAsync();
        var own = RoomId(await CreateAsync(gateway, "own"));
        await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"other"}""", "other-app", OtherKey);

        var list = await gateway.SendAsync(HttpMethod.Get, "/api/v1/conferences");
        var one = await gateway.SendAsync(HttpMethod.Get, $"/api/v1/conferences/{own}");

        list.Status.Should().Be(200);
        list.Json.GetProperty("conferences").EnumerateArray().Should().ContainSingle()
            .Which.GetProperty("room_id").GetString().Should().Be(own);
        one.Status.Should().Be(200);
        one.Json.GetProperty("name").GetString().Should().Be("own");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/play")]
    [InlineData("POST", "/stop")]
    public async Task Room_UnknownOrOfAnotherApp_Is404Or403(string method, string rest)
    {
        await using var gateway = await StartAsync();
        var room = RoomId(await CreateAsync(gateway, "own"));

        (await gateway.SendAsync(new HttpMethod(method), $"/api/v1/conferences/none{rest}", "{}")).Status.Should().Be(404);
        (await gateway.SendAsync(new HttpMethod(method), $"/api/v1/conferences/{room}{rest}", "{}", "other-app", OtherKey))
            .Status.Should().Be(403);
    }

    [Fact]
    public async Task Join_Room_ReportsThenRaisesJoined()
    {
        await using var gateway = await StartAsync();
        var (caller, room) = await JoinAsync(gateway);

        (await gateway.WebhooksAsync()).Where(webhook => webhook.Session is not null).Select(webhook => webhook.Event)
            .Should().Equal("call.new", "command.result", "conference.member.joined");
        var joined = await gateway.SingleAsync("conference.member.joined");
        joined.Session.Should().Be(caller.SessionId);
        joined.Text("room_id").Should().Be(room);
        joined.Text("caller_id").Should().Be(caller.From);
        (await gateway.SendAsync(HttpMethod.Get, $"/api/v1/conferences/{room}")).Json.GetProperty("members").GetInt32().Should().Be(1);
    }

    [Fact]
    public async Task Join_UnknownOrForeignRoom_Is404Or403()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        var foreign = RoomId(await gateway.SendAsync(
            HttpMethod.Post, "/api/v1/conferences", """{"name":"other"}""", "other-app", OtherKey));

        (await gateway.CommandAsync(caller, "conference/join", """{"room_id":"none"}""")).Status.Should().Be(404);
        (await gateway.CommandAsync(caller, "conference/join", $$"""{"room_id":"{{foreign}}"}""")).Status.Should().Be(403);
    }

    [Fact]
    public async Task Join_WhileInARoom_ReportsFailure()
    {
        await using var gateway = await StartAsync();
        var (caller, room) = await JoinAsync(gateway);

        await gateway.DoAsync(caller, "conference/join", $$"""{"room_id":"{{room}}","command_uid":"j2"}""");

        (await gateway.ResultsAsync("j2")).Should().Equal(false);
        (await gateway.EventsAsync()).Count(name => name == "conference.member.joined").Should().Be(1);
    }

    [Fact]
    public async Task Leave_Room_RaisesLeftOnce()
    {
        await using var gateway = await StartAsync();
        var (caller, room) = await JoinAsync(gateway);

        await gateway.DoAsync(caller, "conference/leave", """{"command_uid":"l1"}""");
        await gateway.DoAsync(caller, "conference/leave", """{"command_uid":"l2"}""");

        var left = await gateway.SingleAsync("conference.member.left");
        left.Session.Should().Be(caller.SessionId);
        left.Text("room_id").Should().Be(room);
        left.Text("reason").Should().Be("removed");
        (await gateway.ResultsAsync("l1")).Should().Equal(true);
        (await gateway.ResultsAsync("l2")).Should().Equal(false);
    }

    [Theory]
    [InlineData("conference/mute")]
    [InlineData("conference/unmute")]
    public async Task Mute_InAndOutOfARoom_ReportsSuccessAndFailure(string command)
    {
        await using var gateway = await StartAsync();
        var (caller, _) = await JoinAsync(gateway);

        await gateway.DoAsync(caller, command, """{"command_uid":"m1"}""");
        await gateway.DoAsync(caller, "conference/leave");
        await gateway.DoAsync(caller, command, """{"command_uid":"m2"}""");

        (await gateway.ResultsAsync("m1")).Should().Equal(true);
        (await gateway.ResultsAsync("m2")).Should().Equal(false);
    }

    [Fact]
    public async Task HangUp_InARoom_RaisesLeftWithThatReasonBeforeTheHangup()
    {
        await using var gateway = await StartAsync();
        var (caller, room) = await JoinAsync(gateway);

        await caller.HangUpAsync(Token);

        (await gateway.EventsAsync()).Should().EndWith(["conference.member.left", "call.hangup"]);
        (await gateway.SingleAsync("conference.member.left")).Text("reason").Should().Be("hangup");
        (await gateway.SendAsync(HttpMethod.Get, $"/api/v1/conferences/{room}")).Json.GetProperty("members").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Delete_Room_RemovesMembersRaisesDestroyedAndFreesTheName()
    {
        await using var gateway = await StartAsync();
        var (caller, room) = await JoinAsync(gateway);

        (await gateway.SendAsync(HttpMethod.Delete, $"/api/v1/conferences/{room}")).Status.Should().Be(200);

        var destroyed = await gateway.SingleAsync("conference.destroyed");
        destroyed.Session.Should().BeNull();
        destroyed.Text("room_id").Should().Be(room);
        destroyed.Text("app_id").Should().Be("test-app");
        (await gateway.SingleAsync("conference.member.left")).Text("reason").Should().Be("removed");
        caller.HasEnded.Should().BeFalse();
        (await gateway.SendAsync(HttpMethod.Get, $"/api/v1/conferences/{room}")).Status.Should().Be(404);
        (await CreateAsync(gateway, "team")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Play_Room_RaisesItsPlayEventsWithTheAddresses()
    {
        await using var gateway = await StartAsync();
        var room = RoomId(await CreateAsync(gateway, "team"));

        (await ActAsync(gateway, room, "play", """{"urls":["https://cdn.example.com/a.wav"]}""")).Status.Should().Be(200);
        gateway.Advance(199);
        (await gateway.EventsAsync()).Should().Equal("conference.created", "conference.play.started");
        gateway.Advance(1);

        var webhooks = await gateway.WebhooksAsync();
        webhooks.Select(webhook => webhook.Event)
            .Should().Equal("conference.created", "conference.play.started", "conference.play.stopped");
        webhooks.Skip(1).Should().OnlyContain(webhook => webhook.Session == null && webhook.Text("room_id") == room);
        webhooks[1].Data.GetProperty("urls")[0].GetString().Should().Be("https://cdn.example.com/a.wav");
    }

    [Fact]
    public async Task Play_PausedAndResumed_StretchesAndStopEndsIt()
    {
        await using var gateway = await StartAsync();
        var room = RoomId(await CreateAsync(gateway, "team"));
        await ActAsync(gateway, room, "play", """{"urls":["https://cdn.example.com/a.wav"]}""");
        gateway.Advance(100);

        (await ActAsync(gateway, room, "pause")).Status.Should().Be(200);
        gateway.Advance(10_000);
        (await ActAsync(gateway, room, "volume", """{"volume":3}""")).Status.Should().Be(200);
        (await ActAsync(gateway, room, "pause")).Status.Should().Be(200);
        gateway.Advance(99);
        (await gateway.EventsAsync()).Should().NotContain("conference.play.stopped");
        (await ActAsync(gateway, room, "stop")).Status.Should().Be(200);
        (await ActAsync(gateway, room, "stop")).Status.Should().Be(200);
        gateway.Advance(10_000);

        (await gateway.EventsAsync()).Count(name => name == "conference.play.stopped").Should().Be(1);
    }

    [Theory]
    [InlineData("play", "{}", 400)]
    [InlineData("play", """{"urls":["x"]}""", 400)]
    [InlineData("stop", "", 400)]
    [InlineData("sing", "{}", 400)]
    public async Task RoomCommand_Bad_IsRefused(string action, string body, int status)
    {
        await using var gateway = await StartAsync();
        var room = RoomId(await CreateAsync(gateway, "team"));

        (await ActAsync(gateway, room, action, body)).Status.Should().Be(status);
    }

    private static async Task<(EmulatedCaller Caller, string Room)> JoinAsync(GatewayHarness gateway)
    {
        var caller = await gateway.PlaceCallAsync();
        var room = RoomId(await CreateAsync(gateway, "team"));
        await gateway.DoAsync(caller, "conference/join", $$"""{"room_id":"{{room}}","command_uid":"j1"}""");
        return (caller, room);
    }

    private static string RoomId(GatewayAnswer answer) => answer.Json.GetProperty("room_id").GetString()!;

    private static Task<GatewayAnswer> CreateAsync(GatewayHarness gateway, string name) =>
        gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", $$"""{"name":"{{name}}"}""");

    private static Task<GatewayAnswer> ActAsync(GatewayHarness gateway, string room, string action, string body = "{}") =>
        gateway.SendAsync(HttpMethod.Post, $"/api/v1/conferences/{room}/{action}", body);

    private static Task<GatewayHarness> StartAsync() => GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(),
        EnforceCooldowns = false,
        MoreApps = [new SessionGatewayApp { AppId = "other-app", ApiKey = OtherKey }],
    });
}
