using System.Net;

namespace CallControl.SessionGateway.Tests;

/// <summary>The pauses of <c>/guides/rate-limits/</c>, on manual time.</summary>
public sealed class SessionGatewayPacingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly CallId Other = new("acW68-11111111-58cc-4372-a567-0e02b2c3d479");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("playback/stop", "playback/pause", 100)]
    [InlineData("playback/pause", "playback/resume", 100)]
    [InlineData("playback/resume", "playback/seek", 100)]
    [InlineData("playback/seek", "playback/restart", 100)]
    [InlineData("playback/restart", "playback/stop", 100)]
    [InlineData("playback/stop", "playback/stop", 100)]
    [InlineData("playback/start", "playback/silence", 500)]
    [InlineData("playback/silence", "playback/start", 500)]
    [InlineData("record/start", "play_and_get_digits", 2000)]
    [InlineData("play_and_get_digits", "record/stop", 2000)]
    [InlineData("record/stop", "record/start", 2000)]
    [InlineData("conference/join", "conference/leave", 2000)]
    [InlineData("conference/leave", "conference/join", 2000)]
    [InlineData("conference/mute", "conference/unmute", 2000)]
    [InlineData("conference/unmute", "conference/mute", 2000)]
    public async Task SessionCommand_SameGroup_WaitsForThePause(string first, string second, int pauseMs)
    {
        using var gateway = new GatewayHarness();
        await SendAsync(gateway, first);

        var waiting = SendAsync(gateway, second);
        gateway.Time.Advance(TimeSpan.FromMilliseconds(pauseMs - 1));
        gateway.Requests.Should().HaveCount(1, "the pause is not over");
        gateway.Time.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.WaitAsync(Patience, Token);

        gateway.Requests.Should().HaveCount(2);
        gateway.Requests[1].PathAndQuery.Should().EndWith("/commands/" + second);
    }

    [Theory]
    [InlineData("play", "play", 2000)]
    [InlineData("pause", "volume", 200)]
    [InlineData("volume", "stop", 200)]
    [InlineData("stop", "pause", 200)]
    public async Task RoomCommand_SameGroup_WaitsForThePause(string first, string second, int pauseMs)
    {
        using var gateway = new GatewayHarness();
        await SendToRoomAsync(gateway, first, GatewayHarness.Room);

        var waiting = SendToRoomAsync(gateway, second, GatewayHarness.Room);
        gateway.Time.Advance(TimeSpan.FromMilliseconds(pauseMs - 1));
        gateway.Requests.Should().HaveCount(1, "the pause is not over");
        gateway.Time.Advance(TimeSpan.FromMilliseconds(1));
        await waiting.WaitAsync(Patience, Token);

        gateway.Requests.Should().HaveCount(2);
        gateway.Requests[1].PathAndQuery.Should().EndWith("/" + second);
    }

    [Theory]
    [InlineData("answer", "answer")]
    [InlineData("hangup", "hangup")]
    [InlineData("disconnect", "disconnect")]
    [InlineData("playback/start", "playback/stop")]
    [InlineData("playback/start", "play_and_get_digits")]
    [InlineData("record/start", "playback/start")]
    [InlineData("conference/join", "conference/mute")]
    [InlineData("record/stop", "playback/stop")]
    [InlineData("record/start", "hangup")]
    public async Task SessionCommand_OtherGroupOrNone_DoesNotWait(string first, string second)
    {
        using var gateway = new GatewayHarness();
        await SendAsync(gateway, first);

        await SendAsync(gateway, second).WaitAsync(Patience, Token);

        gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task RoomCommand_OtherGroupOrRoom_DoesNotWait()
    {
        using var gateway = new GatewayHarness();
        await SendToRoomAsync(gateway, "play", GatewayHarness.Room);

        await SendToRoomAsync(gateway, "pause", GatewayHarness.Room).WaitAsync(Patience, Token);
        await SendToRoomAsync(gateway, "play", "acW68-room-2").WaitAsync(Patience, Token);

        gateway.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task SessionCommand_OtherSession_DoesNotWait()
    {
        using var gateway = new GatewayHarness();
        await SendAsync(gateway, "record/start");

        await gateway.Client.StartRecordingAsync(Other, new StartRecordingCommand(), Token).WaitAsync(Patience, Token);

        gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task SessionCommand_AnswerIsOutstanding_NextWaitsForItAndThePause()
    {
        using var gateway = new GatewayHarness { NeverAnswers = true };
        var first = gateway.Client.StopPlaybackAsync(GatewayHarness.Session, new StopPlaybackCommand(), Token);
        var second = gateway.Client.PausePlaybackAsync(GatewayHarness.Session, new PausePlaybackCommand(), Token);

        gateway.Time.Advance(TimeSpan.FromSeconds(9));
        gateway.Requests.Should().HaveCount(1, "the first is still on its way");
        gateway.NeverAnswers = false;
        gateway.Time.Advance(TimeSpan.FromSeconds(1));
        await FluentActions.Awaiting(() => first).Should().ThrowAsync<ProviderUnavailableException>();
        gateway.Requests.Should().HaveCount(1, "the pause begins now");
        gateway.Time.Advance(TimeSpan.FromMilliseconds(100));

        await second.WaitAsync(Patience, Token);
        gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task SessionCommand_FirstWasRefused_StillWaits()
    {
        using var gateway = new GatewayHarness().Answering(HttpStatusCode.TooManyRequests, """{"success": false, "error": "slow down"}""");
        await FluentActions.Awaiting(() => SendAsync(gateway, "playback/stop")).Should().ThrowAsync<RateLimitedException>();
        gateway.Answering(HttpStatusCode.Accepted, GatewayHarness.Accepted);

        var waiting = SendAsync(gateway, "playback/stop");

        gateway.Requests.Should().HaveCount(1);
        gateway.Time.Advance(TimeSpan.FromMilliseconds(100));
        await waiting.WaitAsync(Patience, Token);
    }

    [Fact]
    public async Task SessionCommand_CancelledInTheQueue_IsNeverSent()
    {
        using var gateway = new GatewayHarness();
        await SendAsync(gateway, "record/start");
        using var giveUp = new CancellationTokenSource();
        var waiting = gateway.Client.StopRecordingAsync(GatewayHarness.Session, new StopRecordingCommand(), giveUp.Token);

        await giveUp.CancelAsync();
        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        gateway.Time.Advance(TimeSpan.FromSeconds(5));

        gateway.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task SessionCommand_NotValid_IsRefusedBeforeItsTurn()
    {
        using var gateway = new GatewayHarness();
        await SendAsync(gateway, "playback/seek");

        var seek = () => gateway.Client.SeekPlaybackAsync(GatewayHarness.Session, new SeekPlaybackCommand { PositionMs = 0 }, Token);

        await seek.Should().ThrowAsync<RequestValidationException>();
        gateway.Requests.Should().HaveCount(1);
    }

    private static Task<CommandAccepted> SendAsync(GatewayHarness gateway, string path) =>
        SessionCommandCase.Of(path).Send(gateway.Client, GatewayHarness.Session, new OperationId("uid"), Token);

    private static Task<GatewayAnswer> SendToRoomAsync(GatewayHarness gateway, string action, string room) => action switch
    {
        "play" => gateway.Client.PlayConferenceAsync(room, new PlayConferenceCommand(), Token),
        "pause" => gateway.Client.PauseConferenceAsync(room, new PauseConferenceCommand(), Token),
        "stop" => gateway.Client.StopConferenceAsync(room, new StopConferenceCommand(), Token),
        _ => gateway.Client.SetConferenceVolumeAsync(room, new SetConferenceVolumeCommand { Volume = 1 }, Token),
    };
}
