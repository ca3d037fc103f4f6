namespace CallControl.Testing.Tests.Telnyx;

public sealed class MediaTests
{
    private const string First = "https://cdn.example.com/1.mp3";
    private const string Second = "https://cdn.example.com/2.mp3";
    private const string Third = "https://cdn.example.com/3.mp3";
    private const string Missing = "https://cdn.example.com/missing.mp3";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Playback_OneFile_IsFetchedHeardAndCompleted()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await PlayAsync(telnyx, caller, First);
        (await telnyx.EventsAsync()).Should().NotContain("call.playback.started");
        telnyx.Advance(10);
        await caller.WaitForPlaybackAsync(Token);
        var started = await telnyx.SingleAsync("call.playback.started");
        started.Text("media_url").Should().Be(First);
        started.Text("media_name").Should().Be("");
        started.Payload.GetProperty("overlay").GetBoolean().Should().BeFalse();
        started.Has("from").Should().BeFalse();
        telnyx.Advance(999);
        (await telnyx.EventsAsync()).Should().NotContain("call.playback.ended");
        telnyx.Advance(1);

        var ended = await telnyx.SingleAsync("call.playback.ended");
        ended.Text("status").Should().Be("completed");
        ended.Text("media_url").Should().Be(First);
        ended.Text("playback_id").Should().Be(started.Text("playback_id"));
    }

    [Fact]
    public async Task Playback_MediaName_IsNamed()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "playback_start", """{"media_name":"welcome"}""");
        telnyx.Advance(10);

        var started = await telnyx.SingleAsync("call.playback.started");
        started.Text("media_name").Should().Be("welcome");
        started.Text("media_url").Should().Be("");
    }

    [Fact]
    public async Task Playback_Content_HasNeitherUrlNorName()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "playback_start", """{"playback_content":"SUQz"}""");
        telnyx.Advance(10);

        var started = await telnyx.SingleAsync("call.playback.started");
        started.Text("media_name").Should().Be("");
        started.Text("media_url").Should().Be("");
    }

    [Fact]
    public async Task Queue_FilesAndSpeech_ShareOneLine()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await PlayAsync(telnyx, caller, First);
        await telnyx.DoAsync(caller.SessionId, "speak", """{"payload":"hello","voice":"female"}""");
        await PlayAsync(telnyx, caller, Second);
        telnyx.Advance(10 + 1000 + 10 + 200 + 10);

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.started {First}", $"call.playback.ended {First} completed",
            "call.speak.started", "call.speak.ended completed",
            $"call.playback.started {Second}");
    }

    [Fact]
    public async Task Speak_Always_HasOneIdForItsTwoEvents()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "speak", """{"payload":"hello","voice":"Telnyx.KokoroTTS.af"}""");
        telnyx.Advance(210);

        var id = (await telnyx.SingleAsync("call.speak.started")).Text("speak_id");
        Guid.TryParse(id, out _).Should().BeTrue();
        (await telnyx.SingleAsync("call.speak.ended")).Text("speak_id").Should().Be(id);
    }

    [Fact]
    public async Task StopCurrent_OfANewPlayback_CutsAndGoesOnWithTheQueue()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await PlayAsync(telnyx, caller, First);
        await PlayAsync(telnyx, caller, Second);
        telnyx.Advance(10);

        await PlayAsync(telnyx, caller, Third, ",\"stop\":\"current\"");
        telnyx.Advance(10 + 1000 + 10);

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.started {First}", $"call.playback.ended {First} cancelled",
            $"call.playback.started {Second}", $"call.playback.ended {Second} completed",
            $"call.playback.started {Third}");
    }

    [Fact]
    public async Task StopAll_OfANewPlayback_EmptiesTheQueue()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await PlayAsync(telnyx, caller, First);
        await PlayAsync(telnyx, caller, Second);
        telnyx.Advance(10);

        await PlayAsync(telnyx, caller, Third, ",\"stop\":\"all\"");
        telnyx.Advance(5000);

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.started {First}", $"call.playback.ended {First} cancelled",
            $"call.playback.started {Third}", $"call.playback.ended {Third} completed");
    }

    [Fact]
    public async Task PlaybackStop_Default_StopsSpeechAndEmptiesTheQueue()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "speak", """{"payload":"hello","voice":"female"}""");
        await PlayAsync(telnyx, caller, First);
        telnyx.Advance(10);

        await telnyx.DoAsync(caller.SessionId, "playback_stop");
        telnyx.Advance(5000);

        (await MediaEventsAsync(telnyx)).Should().Equal("call.speak.started", "call.speak.ended cancelled");
    }

    [Fact]
    public async Task PlaybackStop_Current_GoesOnWithTheQueue()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await PlayAsync(telnyx, caller, First);
        await PlayAsync(telnyx, caller, Second);
        telnyx.Advance(10);

        await telnyx.DoAsync(caller.SessionId, "playback_stop", """{"stop":"current"}""");
        telnyx.Advance(10);

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.started {First}", $"call.playback.ended {First} cancelled", $"call.playback.started {Second}");
    }

    [Fact]
    public async Task Overlay_WhileAFilePlays_IsALineOfItsOwn()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        (await telnyx.CommandAsync(caller.SessionId, "playback_start", $$"""{"audio_url":"{{Second}}","overlay":true}"""))
            .Status.Should().Be(422);
        await PlayAsync(telnyx, caller, First);
        telnyx.Advance(10);

        await PlayAsync(telnyx, caller, Second, ",\"overlay\":true");
        telnyx.Advance(10);
        await telnyx.DoAsync(caller.SessionId, "playback_stop", """{"stop":"overlay"}""");

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.started {First}", $"call.playback.started {Second}", $"call.playback.ended {Second} cancelled");
        (await telnyx.SingleAsync("call.playback.ended")).Payload.GetProperty("overlay").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("3", 3000)]
    [InlineData("\"infinity\"", 1_000_000)]
    public async Task Loop_Always_RepeatsTheFile(string loop, double milliseconds)
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await PlayAsync(telnyx, caller, First, $",\"loop\":{loop}");
        telnyx.Advance(10 + milliseconds - 1);
        (await telnyx.EventsAsync()).Should().NotContain("call.playback.ended");
        if (loop is "3")
            telnyx.Advance(1);
        else
            await telnyx.DoAsync(caller.SessionId, "playback_stop");

        (await telnyx.SingleAsync("call.playback.ended")).Text("status").Should().Be(loop is "3" ? "completed" : "cancelled");
    }

    [Fact]
    public async Task Playback_FileNotFound_EndsAtOnceAndTheQueueGoesOn()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await PlayAsync(telnyx, caller, Missing);
        await PlayAsync(telnyx, caller, First);
        telnyx.Advance(20);

        (await MediaEventsAsync(telnyx)).Should().Equal(
            $"call.playback.ended {Missing} file_not_found", $"call.playback.started {First}");
    }

    [Fact]
    public async Task HangUp_WhilePlaying_EndsTheFileBeforeTheCall()
    {
        await using var telnyx = await StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        await PlayAsync(telnyx, caller, First);
        await PlayAsync(telnyx, caller, Second);
        telnyx.Advance(10);

        await caller.HangUpAsync(Token);
        telnyx.Advance(5000);

        (await telnyx.EventsAsync()).Should().Equal(
            "call.initiated", "call.answered", "call.playback.started", "call.playback.ended", "call.hangup");
        (await telnyx.SingleAsync("call.playback.ended")).Text("status").Should().Be("call_hangup");
    }

    private static Task<TelnyxHarness> StartAsync() => TelnyxHarness.StartAsync(new TelnyxEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(),
        MediaDurationOf = _ => TimeSpan.FromSeconds(1),
        IsMediaMissing = address => address == Missing,
    });

    private static async Task PlayAsync(TelnyxHarness telnyx, EmulatedCaller caller, string url, string more = "") =>
        await telnyx.DoAsync(caller.SessionId, "playback_start", $$"""{"audio_url":"{{url}}"{{more}}}""");

    private static async Task<IEnumerable<string>> MediaEventsAsync(TelnyxHarness telnyx) =>
        from webhook in await telnyx.WebhooksAsync()
        where webhook.Event.Split('.')[1] is "playback" or "speak"
        let url = webhook.Has("media_url") ? $" {webhook.Text("media_url")}" : ""
        let status = webhook.Has("status") ? $" {webhook.Text("status")}" : ""
        select $"{webhook.Event}{url}{status}";
}
