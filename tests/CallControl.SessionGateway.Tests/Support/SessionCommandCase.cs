namespace CallControl.SessionGateway.Tests;

/// <summary>One session command: how it is sent, and what of it must be on the wire. Paths and bodies are the vendor's samples, not the code's.</summary>
internal sealed record SessionCommandCase(
    string Path, string Json, Func<ISessionGatewayClient, CallId, OperationId, CancellationToken, Task<CommandAccepted>> Send)
{
    private static readonly Uri Menu = new("https://cdn.example.com/menu.wav");
    private static readonly Uri Greeting = new("https://cdn.example.com/greeting.wav");

    public static IReadOnlyList<SessionCommandCase> All { get; } =
    [
        new("answer", "{}", (c, s, u, t) => c.AnswerAsync(s, new AnswerCommand { CommandUid = u }, t)),
        new("hangup", """{"cause": "USER_BUSY"}""", (c, s, u, t) => c.HangupAsync(s, new HangupCommand { CommandUid = u, Cause = "USER_BUSY" }, t)),
        new("disconnect", "{}", (c, s, u, t) => c.DisconnectAsync(s, new DisconnectCommand { CommandUid = u }, t)),
        new(
            "playback/start",
            """{"urls": ["https://cdn.example.com/greeting.wav", "https://cdn.example.com/menu.wav"]}""",
            (c, s, u, t) => c.StartPlaybackAsync(s, new StartPlaybackCommand { CommandUid = u, Urls = [Greeting, Menu] }, t)),
        new("playback/stop", "{}", (c, s, u, t) => c.StopPlaybackAsync(s, new StopPlaybackCommand { CommandUid = u }, t)),
        new("playback/pause", "{}", (c, s, u, t) => c.PausePlaybackAsync(s, new PausePlaybackCommand { CommandUid = u }, t)),
        new("playback/resume", "{}", (c, s, u, t) => c.ResumePlaybackAsync(s, new ResumePlaybackCommand { CommandUid = u }, t)),
        new("playback/seek", """{"position_ms": 10000}""", (c, s, u, t) => c.SeekPlaybackAsync(s, new SeekPlaybackCommand { CommandUid = u, PositionMs = 10_000 }, t)),
        new("playback/restart", "{}", (c, s, u, t) => c.RestartPlaybackAsync(s, new RestartPlaybackCommand { CommandUid = u }, t)),
        new("playback/silence", "{}", (c, s, u, t) => c.PlaySilenceAsync(s, new PlaySilenceCommand { CommandUid = u }, t)),
        new(
            "play_and_get_digits",
            """
            {"prompt_files": ["https://cdn.example.com/enter-pin.wav"], "invalid_files": ["https://cdn.example.com/invalid-pin.wav"],
             "min_digits": 4, "max_digits": 6, "max_tries": 3, "timeout": 10000, "terminators": "#"}
            """,
            (c, s, u, t) => c.PlayAndGetDigitsAsync(
                s,
                new PlayAndGetDigitsCommand
                {
                    CommandUid = u,
                    PromptFiles = [new Uri("https://cdn.example.com/enter-pin.wav")],
                    InvalidFiles = [new Uri("https://cdn.example.com/invalid-pin.wav")],
                    MinDigits = 4,
                    MaxDigits = 6,
                    MaxTries = 3,
                    TimeoutMs = 10_000,
                    Terminators = "#",
                },
                t)),
        new("record/start", "{}", (c, s, u, t) => c.StartRecordingAsync(s, new StartRecordingCommand { CommandUid = u }, t)),
        new("record/stop", "{}", (c, s, u, t) => c.StopRecordingAsync(s, new StopRecordingCommand { CommandUid = u }, t)),
        new(
            "conference/join",
            """{"room_id": "acW68-room-abc123"}""",
            (c, s, u, t) => c.JoinConferenceAsync(s, new JoinConferenceCommand { CommandUid = u, RoomId = "acW68-room-abc123" }, t)),
        new("conference/leave", "{}", (c, s, u, t) => c.LeaveConferenceAsync(s, new LeaveConferenceCommand { CommandUid = u }, t)),
        new("conference/mute", "{}", (c, s, u, t) => c.MuteConferenceAsync(s, new MuteConferenceCommand { CommandUid = u }, t)),
        new("conference/unmute", "{}", (c, s, u, t) => c.UnmuteConferenceAsync(s, new UnmuteConferenceCommand { CommandUid = u }, t)),
    ];

    public static TheoryData<string> Paths => [.. All.Select(command => command.Path)];

    public static SessionCommandCase Of(string path) => All.Single(command => command.Path == path);

    public override string ToString() => Path;
}
