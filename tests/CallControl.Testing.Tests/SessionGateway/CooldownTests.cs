namespace CallControl.Testing.Tests.SessionGateway;

public sealed class CooldownTests
{
    private const string Play = """{"urls":["https://cdn.example.com/a.wav"]}""";
    private const string Digits = """{"prompt_files":["https://cdn.example.com/a.wav"]}""";
    private const string Seek = """{"position_ms":10}""";

    [Theory]
    [InlineData("playback/start", Play, "playback/start", Play, 500)]
    [InlineData("playback/start", Play, "playback/silence", "{}", 500)]
    [InlineData("playback/silence", "{}", "playback/start", Play, 500)]
    [InlineData("playback/stop", "{}", "playback/pause", "{}", 100)]
    [InlineData("playback/pause", "{}", "playback/resume", "{}", 100)]
    [InlineData("playback/resume", "{}", "playback/seek", Seek, 100)]
    [InlineData("playback/seek", Seek, "playback/restart", "{}", 100)]
    [InlineData("playback/restart", "{}", "playback/stop", "{}", 100)]
    [InlineData("record/start", "{}", "record/stop", "{}", 2000)]
    [InlineData("record/stop", "{}", "play_and_get_digits", Digits, 2000)]
    [InlineData("play_and_get_digits", Digits, "record/start", "{}", 2000)]
    [InlineData("conference/leave", "{}", "conference/leave", "{}", 2000)]
    [InlineData("conference/mute", "{}", "conference/unmute", "{}", 2000)]
    public async Task Command_WithinItsGroupsCooldown_Is429UntilItIsOver(
        string first, string firstBody, string second, string secondBody, int cooldown)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, first, firstBody);

        gateway.Advance(cooldown - 1);
        var early = await gateway.CommandAsync(caller, second, secondBody);
        gateway.Advance(1);
        var late = await gateway.CommandAsync(caller, second, secondBody);

        early.Status.Should().Be(429);
        early.Json.GetProperty("success").GetBoolean().Should().BeFalse();
        early.Error.Should().NotBeEmpty();
        late.Status.Should().Be(202);
    }

    [Theory]
    [InlineData("playback/start", Play, "playback/stop", "{}")]
    [InlineData("record/start", "{}", "playback/start", Play)]
    [InlineData("conference/leave", "{}", "conference/mute", "{}")]
    [InlineData("answer", "{}", "answer", "{}")]
    public async Task Command_OfAnotherGroupOrNone_DoesNotWait(string first, string firstBody, string second, string secondBody)
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, first, firstBody);

        (await gateway.CommandAsync(caller, second, secondBody)).Status.Should().Be(202);
    }

    [Fact]
    public async Task Command_OnAnotherSession_DoesNotWait()
    {
        await using var gateway = await StartAsync();
        var one = await gateway.PlaceCallAsync();
        var other = await gateway.PlaceCallAsync();

        await gateway.DoAsync(one, "record/start");

        (await gateway.CommandAsync(other, "record/start")).Status.Should().Be(202);
        (await gateway.CommandAsync(one, "record/start")).Status.Should().Be(429);
    }

    [Fact]
    public async Task Command_Refused_NeitherStartsNorProlongsTheCooldown()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();

        (await gateway.CommandAsync(caller, "playback/start", "{}")).Status.Should().Be(400);
        (await gateway.CommandAsync(caller, "playback/start", Play)).Status.Should().Be(202);
        gateway.Advance(400);
        (await gateway.CommandAsync(caller, "playback/start", Play)).Status.Should().Be(429);
        gateway.Advance(100);
        (await gateway.CommandAsync(caller, "playback/start", Play)).Status.Should().Be(202);
    }

    [Fact]
    public async Task Command_TooSoon_HasNoEffectAndNoResult()
    {
        await using var gateway = await StartAsync();
        var caller = await gateway.PlaceCallAsync();
        await gateway.DoAsync(caller, "record/start", """{"command_uid":"r1"}""");

        await gateway.CommandAsync(caller, "record/stop", """{"command_uid":"r2"}""");

        (await gateway.EventsAsync()).Should().Equal("call.new", "command.result");
    }

    [Fact]
    public async Task Command_CooldownsSwitchedOff_IsNeverTooSoon()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var caller = await gateway.PlaceCallAsync();

        await gateway.DoAsync(caller, "record/start");

        (await gateway.CommandAsync(caller, "record/stop")).Status.Should().Be(202);
    }

    [Theory]
    [InlineData("play", "play", 2000)]
    [InlineData("pause", "volume", 200)]
    [InlineData("volume", "stop", 200)]
    [InlineData("stop", "pause", 200)]
    public async Task RoomCommand_WithinItsGroupsCooldown_Is429InThatRoomOnly(string first, string second, int cooldown)
    {
        await using var gateway = await StartAsync();
        var room = await CreateAsync(gateway, "one");
        var other = await CreateAsync(gateway, "two");

        (await ActAsync(gateway, room, first)).Status.Should().Be(200);
        gateway.Advance(cooldown - 1);
        (await ActAsync(gateway, room, second)).Status.Should().Be(429);
        (await ActAsync(gateway, other, second)).Status.Should().Be(200);
        gateway.Advance(1);
        (await ActAsync(gateway, room, second)).Status.Should().Be(200);
    }

    private static Task<GatewayHarness> StartAsync() =>
        GatewayHarness.StartAsync(new SessionGatewayEmulatorOptions { TimeProvider = new ManualTimeProvider() });

    private static async Task<string> CreateAsync(GatewayHarness gateway, string name) =>
        (await gateway.SendAsync(HttpMethod.Post, "/api/v1/conferences", $$"""{"name":"{{name}}"}"""))
            .Json.GetProperty("room_id").GetString()!;

    private static Task<GatewayAnswer> ActAsync(GatewayHarness gateway, string room, string action) =>
        gateway.SendAsync(HttpMethod.Post, $"/api/v1/conferences/{room}/{action}", action == "play" ? Play : "{}");
}
