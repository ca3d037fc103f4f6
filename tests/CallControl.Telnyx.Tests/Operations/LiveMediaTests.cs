using System.Globalization;
using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Streams, forks and recordings find their events, in whatever order these come.</summary>
public sealed class LiveMediaTests
{
    private const string Socket = "wss://stream.example.com/audio";

    private static readonly CallId Call = AdapterHarness.One;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_StartedAndStopped_CompletesWithItsLength()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        await harness.PostAsync(Streaming("started", 3), Streaming("stopped", 10));

        (await stream.Completion.Soon()).Should().Be(OperationOutcome.Completed(new StreamResult { Duration = TimeSpan.FromSeconds(7) }));
        harness.Seen.Should().OnlyContain(each => each.Operation == stream.Id);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Stream_ThatFails_SaysWhyWhateverElseTheEventLeavesOut(bool hasAddress, bool hasId)
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);
        List<(string, JsonNode?)> members = [("failure_reason", "connection_failed")];
        if (hasAddress)
            members.Add(("stream_params", new JsonObject { ["stream_url"] = Socket, ["track"] = "inbound_track" }));

        if (hasId)
            members.Add(("stream_id", "4b8d2f60-9a7c-4e15-b3d1-7f60a9c8e501"));

        await harness.PostAsync("streaming.failed", Call, [.. members]);

        var outcome = await stream.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("streaming.failed");
        outcome.Failure.Message.Should().Contain("connection_failed");
    }

    [Fact]
    public async Task Stream_StopAsync_IsStopped()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        await stream.StopAsync(Cancelled);
        await harness.PostAsync(Streaming("started", 1), Streaming("stopped", 2));

        harness.Actions.Should().Equal("streaming_start", "streaming_stop");
        (await stream.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Theory]
    [InlineData("aAbB")]
    [InlineData("abAB")]
    [InlineData("AabB")]
    [InlineData("baAB")]
    public async Task Stream_StartedAnew_BothEndInAnyOrderOfEvents(string order)
    {
        await using var harness = new AdapterHarness();
        var first = await StreamAsync(harness);
        await first.StopAsync(Cancelled);
        var second = await StreamAsync(harness);

        await harness.PostAsync(order.Select(each => Streaming(char.IsLower(each) ? "started" : "stopped", InTime(each))));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Seen.Count(each => each.Operation == first.Id).Should().Be(2);
    }

    [Fact]
    public async Task Stream_LateStartOfTheFirst_DoesNotEndOrStartTheSecond()
    {
        await using var harness = new AdapterHarness();
        await StreamAsync(harness);
        await harness.PostAsync(Streaming("stopped", 9));
        var second = await StreamAsync(harness);

        await harness.PostAsync(Streaming("started", 1), Streaming("started", 11), Streaming("stopped", 13));

        (await second.Completion.Soon()).Result!.Duration.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Fork_StartedAndStopped_CompletesWithItsLength()
    {
        await using var harness = new AdapterHarness();
        var fork = await ForkAsync(harness);

        await harness.PostAsync(Forking("started", 3), Forking("stopped", 10));

        (await fork.Completion.Soon()).Should().Be(OperationOutcome.Completed(new ForkResult { Duration = TimeSpan.FromSeconds(7) }));
    }

    [Fact]
    public async Task Fork_StopAsync_NamesTheKindThatWasStarted()
    {
        await using var harness = new AdapterHarness();
        var fork = await ForkAsync(harness);

        await fork.StopAsync(Cancelled);

        harness.Actions.Should().Equal("fork_start", "fork_stop");
        harness.LastCommand()["stream_type"]!.GetValue<string>().Should().Be("decrypted", "the vendor's default is raw");
        await harness.PostAsync(Forking("stopped", 1));
        var outcome = await fork.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Stopped);
        outcome.Result!.Duration.Should().BeNull();
    }

    [Theory]
    [InlineData("aAbB")]
    [InlineData("abAB")]
    [InlineData("AabB")]
    [InlineData("ABab")]
    public async Task Fork_StartedAnew_BothEndInAnyOrderOfEvents(string order)
    {
        await using var harness = new AdapterHarness();
        var first = await ForkAsync(harness);
        await first.StopAsync(Cancelled);
        var second = await ForkAsync(harness);

        await harness.PostAsync(order.Select(each => Forking(char.IsLower(each) ? "started" : "stopped", InTime(each))));

        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Recording_Saved_CompletesWithItsNameAddressesAndLength()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(Saved("r-1"));

        var outcome = await recording.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Recording.Should().Be(new RecordingId("r-1"));
        outcome.Result.Urls.Should().Equal(new Uri("https://cdn.example.com/r-1.mp3"));
        outcome.Result.Duration.Should().Be(TimeSpan.FromSeconds(41));
    }

    [Fact]
    public async Task Recording_Error_FailsWithTheReason()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync("call.recording.error", Call, ("reason", "Invalid credentials json"));

        var outcome = await recording.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("call.recording.error");
        outcome.Failure.Message.Should().Contain("Invalid credentials json");
    }

    [Fact]
    public async Task Recording_Two_EndInTheOrderOfTheirStart()
    {
        await using var harness = new AdapterHarness();
        var first = await RecordAsync(harness);
        var second = await RecordAsync(harness);

        await harness.PostAsync(Saved("r-1"));
        second.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Saved("r-2"));

        (await first.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId("r-1"));
        (await second.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId("r-2"));
    }

    [Fact]
    public async Task Recording_StopAsync_IsHowItCompletes()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await recording.StopAsync(Cancelled);
        await harness.PostAsync(Saved("r-1"));

        harness.Actions.Should().Equal("record_start", "record_stop");
        (await recording.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Recording_StoppedWhoseReportComesLate_DoesNotEndTheNext()
    {
        await using var harness = new AdapterHarness();
        var first = await RecordAsync(harness);
        await first.StopAsync(Cancelled);
        harness.Time.Advance(TimeSpan.FromMinutes(6));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
        await harness.PostAsync(NativeEvent.PlaybackEnded(Call, "https://cdn.example.com/beep.mp3", second: 60));
        var second = await RecordAsync(harness);

        await harness.PostAsync(Saved("r-1"));
        second.Completion.IsCompleted.Should().BeFalse("it began before the second was asked for");
        await harness.PostAsync(Saved("r-2", 160));

        (await second.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId("r-2"));
    }

    [Fact]
    public async Task Recording_WhoseReportIsLost_LeavesThoseAfterItTheirOwn()
    {
        await using var harness = new AdapterHarness();
        var first = await RecordAsync(harness);
        await first.StopAsync(Cancelled);
        harness.Time.Advance(TimeSpan.FromMinutes(6));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);

        for (var second = 100; second <= 300; second += 100)
        {
            var id = Time(second);
            var next = await RecordAsync(harness);
            await harness.PostAsync(Saved(id, second));
            (await next.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId(id));
        }
    }

    [Fact]
    public async Task Recording_WhoseAnswerIsLost_LeavesTheNextItsReport()
    {
        await using var harness = new AdapterHarness();
        harness.LoseAnswer();
        await FluentActions.Awaiting(() => RecordAsync(harness)).Should().ThrowAsync<ProviderUnavailableException>();
        var second = await RecordAsync(harness);

        await harness.PostAsync(Saved("r-2"));

        (await second.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Recording_PauseAndResume_AreCommandsWhileItGoesOn()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);
        await harness.PostAsync(Saved("r-1"));
        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);
        await recording.StopAsync(Cancelled);

        harness.Actions.Should().Equal("record_start", "record_pause", "record_resume");
    }

    [Theory]
    [InlineData("stream")]
    [InlineData("fork")]
    [InlineData("recording")]
    public async Task StopAsync_Refused_ThrowsButNotWhenTheCallIsOver(string kind)
    {
        await using var harness = new AdapterHarness();
        CallOperation operation = kind switch
        {
            "stream" => await StreamAsync(harness),
            "fork" => await ForkAsync(harness),
            _ => await RecordAsync(harness),
        };

        harness.Refuse();
        await operation.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();
        harness.LoseAnswer();
        await operation.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<ProviderUnavailableException>();
        harness.Refuse(code: "90018");
        await operation.Invoking(each => each.StopAsync(Cancelled)).Should().NotThrowAsync();
    }

    private static Task<StreamOperation> StreamAsync(AdapterHarness harness) =>
        harness.Control.StartStreamAsync(Call, new StreamRequest { Url = new Uri(Socket) }, Cancelled);

    private static Task<ForkOperation> ForkAsync(AdapterHarness harness) =>
        harness.Control.StartForkAsync(
            Call, new ForkRequest { InboundTarget = new Uri("udp://192.0.2.1:5004"), OutboundTarget = new Uri("udp://192.0.2.1:5006") }, Cancelled);

    private static Task<RecordingOperation> RecordAsync(AdapterHarness harness) =>
        harness.Control.StartRecordingAsync(Call, new RecordingRequest(), Cancelled);

    private static NativeEvent Streaming(string what, int second) => NativeEvent.Of("streaming." + what, Call, second, ("stream_url", Socket));

    private static NativeEvent Forking(string what, int second) => NativeEvent.Of("call.fork." + what, Call, second, ("stream_type", "decrypted"));

    private static string Time(int second) => NativeEvent.Start.AddSeconds(second).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    // What happened at the vendor, in whichever order it is told: the second begins when the first is over.
    private static int InTime(char each) => "aAbB".IndexOf(each, StringComparison.Ordinal);

    // Of 41 seconds, reported eight seconds later.
    private static NativeEvent Saved(string id, int second = 50) => NativeEvent.Of(
        "call.recording.saved",
        Call,
        second,
        ("recording_id", id),
        ("recording_started_at", Time(second - 49)),
        ("recording_ended_at", Time(second - 8)),
        ("recording_urls", new JsonObject { ["mp3"] = $"https://cdn.example.com/{id}.mp3", ["wav"] = null }),
        ("public_recording_urls", new JsonObject()));
}
