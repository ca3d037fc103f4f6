using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;
using CallControl.SessionGateway;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>How the client is asked for what one mapping expects, and what it must make of the mapping's answer.</summary>
/// <param name="Endpoint">A name of <see cref="GatewayEndpoint.All"/>.</param>
/// <param name="Case">The mapping's case.</param>
/// <param name="SendAsync">Calls the client with the values that the mapping expects.</param>
/// <param name="Check">Asserts the answer, given also the request that WireMock recorded.</param>
internal sealed record GatewayCall(
    string Endpoint,
    string Case,
    Func<ISessionGatewayClient, GatewayScope, CancellationToken, Task<object>> SendAsync,
    Action<object, GatewayScope, WireMockRequest> Check)
{
    private static readonly Uri Greeting = new("https://cdn.example.com/greeting.wav");
    private static readonly Uri Menu = new("https://cdn.example.com/menu.wav");
    private static readonly Uri EnterPin = new("https://cdn.example.com/enter-pin.wav");

    /// <summary>One call for each mapping of an endpoint.</summary>
    public static IReadOnlyList<GatewayCall> All { get; } =
    [
        Command("answer", "success", (c, s, t) => c.AnswerAsync(s, new AnswerCommand(), t)),
        Command("hangup", "success", (c, s, t) => c.HangupAsync(s, new HangupCommand { Cause = "USER_BUSY" }, t)),
        Command("hangup", "minimal", (c, s, t) => c.HangupAsync(s, new HangupCommand(), t)),
        Command("disconnect", "success", (c, s, t) => c.DisconnectAsync(s, new DisconnectCommand(), t)),
        Command("playback_start", "success", (c, s, t) => c.StartPlaybackAsync(s, new StartPlaybackCommand { Urls = [Greeting], OffsetSeconds = 90 }, t)),
        Command("playback_start", "minimal", (c, s, t) => c.StartPlaybackAsync(s, new StartPlaybackCommand { Urls = [Greeting] }, t)),
        Command("playback_start", "several-urls", (c, s, t) => c.StartPlaybackAsync(s, new StartPlaybackCommand { Urls = [Greeting, Menu] }, t)),
        Command("playback_stop", "success", (c, s, t) => c.StopPlaybackAsync(s, new StopPlaybackCommand(), t)),
        Command("playback_pause", "success", (c, s, t) => c.PausePlaybackAsync(s, new PausePlaybackCommand(), t)),
        Command("playback_resume", "success", (c, s, t) => c.ResumePlaybackAsync(s, new ResumePlaybackCommand(), t)),
        Command("playback_restart", "success", (c, s, t) => c.RestartPlaybackAsync(s, new RestartPlaybackCommand(), t)),
        Command("playback_seek", "success", (c, s, t) => c.SeekPlaybackAsync(s, new SeekPlaybackCommand { PositionMs = 15_000 }, t)),
        Command("playback_seek", "backward", (c, s, t) => c.SeekPlaybackAsync(s, new SeekPlaybackCommand { PositionMs = -2_500 }, t)),
        Command("playback_silence", "success", (c, s, t) => c.PlaySilenceAsync(s, new PlaySilenceCommand(), t)),
        Command("play_and_get_digits", "success", (c, s, t) => c.PlayAndGetDigitsAsync(s, FullDigits(), t)),
        Command("play_and_get_digits", "minimal", (c, s, t) => c.PlayAndGetDigitsAsync(s, new PlayAndGetDigitsCommand { PromptFiles = [EnterPin] }, t)),
        Command(
            "play_and_get_digits",
            "no-minimum",
            (c, s, t) => c.PlayAndGetDigitsAsync(s, new PlayAndGetDigitsCommand { PromptFiles = [EnterPin], MinDigits = 0, MaxDigits = 1 }, t)),
        Command("record_start", "success", (c, s, t) => c.StartRecordingAsync(s, new StartRecordingCommand(), t)),
        Command("record_stop", "success", (c, s, t) => c.StopRecordingAsync(s, new StopRecordingCommand(), t)),
        new(
            "conference_join",
            "success",
            async (c, s, t) => await c.JoinConferenceAsync(new CallId(s.SessionId), new JoinConferenceCommand { RoomId = s.RoomId }, t),
            CheckAccepted),
        Command("conference_leave", "success", (c, s, t) => c.LeaveConferenceAsync(s, new LeaveConferenceCommand(), t)),
        Command("conference_mute", "success", (c, s, t) => c.MuteConferenceAsync(s, new MuteConferenceCommand(), t)),
        Command("conference_unmute", "success", (c, s, t) => c.UnmuteConferenceAsync(s, new UnmuteConferenceCommand(), t)),
        new(
            "conference_create",
            "success",
            async (c, s, t) => await c.CreateConferenceAsync(new CreateConferenceCommand { Name = s.ConferenceName }, t),
            (answer, scope, _) => answer.Should().Be(new ConferenceCreated { RoomId = scope.RoomId })),
        new(
            "conference_list",
            "success",
            async (c, _, t) => await c.ListConferencesAsync(cancellationToken: t),
            (answer, scope, _) => CheckJson(answer, $$"""{"conferences": [{"room_id": "{{scope.RoomId}}", "name": "{{scope.ConferenceName}}"}]}""")),
        new(
            "conference_get",
            "success",
            async (c, s, t) => await c.GetConferenceAsync(s.RoomId, t),
            (answer, scope, _) => CheckJson(answer, $$"""{"room_id": "{{scope.RoomId}}", "name": "{{scope.ConferenceName}}"}""")),
        Room("conference_delete", "success", (c, room, t) => c.DeleteConferenceAsync(room, t)),
        Room("conference_delete", "no-content", (c, room, t) => c.DeleteConferenceAsync(room, t)),
        Room("conference_play", "success", (c, room, t) => c.PlayConferenceAsync(room, new PlayConferenceCommand { Urls = [Greeting, Menu] }, t)),
        Room("conference_play", "accepted", (c, room, t) => c.PlayConferenceAsync(room, new PlayConferenceCommand { Urls = [Greeting, Menu] }, t)),
        Room("conference_pause", "success", (c, room, t) => c.PauseConferenceAsync(room, new PauseConferenceCommand(), t)),
        Room("conference_pause", "accepted", (c, room, t) => c.PauseConferenceAsync(room, new PauseConferenceCommand(), t)),
        Room("conference_stop", "success", (c, room, t) => c.StopConferenceAsync(room, new StopConferenceCommand(), t)),
        Room("conference_stop", "accepted", (c, room, t) => c.StopConferenceAsync(room, new StopConferenceCommand(), t)),
        Room("conference_volume", "success", (c, room, t) => c.SetConferenceVolumeAsync(room, new SetConferenceVolumeCommand { Volume = 3 }, t)),
        Room("conference_volume", "accepted", (c, room, t) => c.SetConferenceVolumeAsync(room, new SetConferenceVolumeCommand { Volume = 3 }, t)),
        new(
            "admin_app_upsert",
            "success",
            async (c, s, t) => await c.UpsertAppAsync(s.AppId, FullApp(s), t),
            (answer, scope, _) => CheckApp(answer, scope, "https://hooks.example.com/voice", 250)),
        new(
            "admin_app_upsert",
            "minimal",
            async (c, s, t) => await c.UpsertAppAsync(s.AppId, new UpsertAppCommand(), t),
            (answer, scope, _) => CheckApp(answer, scope, "", 0)),
        new(
            "admin_app_upsert",
            "webhooks-off",
            async (c, s, t) => await c.UpsertAppAsync(s.AppId, new UpsertAppCommand { WebhookUrl = "", RateLimit = 0, Events = [] }, t),
            (answer, scope, _) => CheckApp(answer, scope, "", 0)),
        new("health", "success", async (c, _, t) => await c.GetHealthAsync(t), (answer, _, _) => CheckJson(answer, """{"status": "ok"}""")),
    ];

    /// <summary>The mapping's name.</summary>
    public string Mapping => $"{Endpoint}.{Case}";

    /// <summary>Whether the endpoint is a command to a session, which carries a <c>command_uid</c>.</summary>
    public bool IsSessionCommand => GatewayEndpoint.Named(Endpoint).Path.Contains("@@SESSION@@", StringComparison.Ordinal);

    /// <summary>The call for a mapping.</summary>
    public static GatewayCall Of(string endpoint, string @case = "success") => All.Single(call => call.Endpoint == endpoint && call.Case == @case);

    private static GatewayCall Command(
        string endpoint, string @case, Func<ISessionGatewayClient, CallId, CancellationToken, Task<CommandAccepted>> send) =>
        new(endpoint, @case, async (client, scope, cancellation) => await send(client, new CallId(scope.SessionId), cancellation), CheckAccepted);

    private static GatewayCall Room(string endpoint, string @case, Func<ISessionGatewayClient, string, CancellationToken, Task<GatewayAnswer>> send) =>
        new(
            endpoint,
            @case,
            async (client, scope, cancellation) => await send(client, scope.RoomId, cancellation),
            (answer, scope, _) => CheckJson(answer, @case switch
            {
                "accepted" => $$"""{"operation_id": "{{scope.OperationId}}", "status": "in_progress", "timeout_ms": 2000}""",
                "no-content" => "{}",
                _ => """{"success": true}""",
            }));

    private static PlayAndGetDigitsCommand FullDigits() => new()
    {
        PromptFiles = [EnterPin, new Uri("https://cdn.example.com/then-star.wav")],
        InvalidFiles = [new Uri("https://cdn.example.com/invalid-pin.wav"), new Uri("https://cdn.example.com/try-again.wav")],
        MinDigits = 4,
        MaxDigits = 6,
        MaxTries = 2,
        TimeoutMs = 15_000,
        Terminators = "*#",
    };

    private static UpsertAppCommand FullApp(GatewayScope scope) => new()
    {
        WebhookUrl = "https://hooks.example.com/voice",
        ApiKey = scope.ApiKey,
        RateLimit = 250,
        Events = [SessionGatewayEventNames.CallNew, SessionGatewayEventNames.CallHangup, SessionGatewayEventNames.CommandResult],
    };

    private static void CheckAccepted(object answer, GatewayScope scope, WireMockRequest request)
    {
        var uid = request.Json().GetProperty("command_uid").GetString()!;

        answer.Should().Be(new CommandAccepted
        {
            VendorOperationId = scope.OperationId,
            Status = "in_progress",
            Timeout = TimeSpan.FromSeconds(2),
            CommandUid = new OperationId(uid),
        });
        request.Url.Should().EndWith("/commands/" + SessionGatewayCommandUid.CommandOf(uid), "the command_uid names its command");
    }

    private static void CheckJson(object answer, string expected)
    {
        var read = answer.Should().BeOfType<GatewayAnswer>().Subject;
        JsonNode.DeepEquals(JsonNode.Parse(read.Json.GetRawText()), JsonNode.Parse(expected)).Should().BeTrue("{0} is not {1}", read.Json, expected);
        read.Members.Keys.Should().Equal(JsonNode.Parse(expected)!.AsObject().Select(member => member.Key));
        read.Items.Should().BeEmpty();
    }

    private static void CheckApp(object answer, GatewayScope scope, string webhookUrl, long rateLimit)
    {
        var app = answer.Should().BeOfType<GatewayApp>().Subject;
        app.AppId.Should().Be(scope.AppId);
        app.WebhookUrl.Should().Be(webhookUrl);
        app.RateLimit.Should().Be(rateLimit);
        app.ExtensionData!.Keys.Should().Equal("success");
        app.ExtensionData["success"].ValueKind.Should().Be(JsonValueKind.True);
    }
}
