using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Recordings, streams and forks are known by their <c>control_id</c>.</summary>
public sealed class LiveMediaTests
{
    private const string Tap = "calling.tap";
    private const string Address = "udp://203.0.113.5:5004";
    private const string Other = "udp://203.0.113.5:5006";

    private static readonly CallId Call = AdapterHarness.One;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // Recording

    [Fact]
    public async Task Recording_Finished_CompletesWithTheFile()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(
            Record(recording, "recording", 1),
            Record(recording, "finished", 9, ("recording_id", "rec-1"), ("url", "https://files.example.com/rec-1.mp3"), ("duration", 7.5), ("size", 61_000)));

        var outcome = await recording.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result.Should().BeEquivalentTo(new RecordingResult
        {
            Recording = new RecordingId("rec-1"),
            Urls = [new Uri("https://files.example.com/rec-1.mp3")],
            Duration = TimeSpan.FromSeconds(7.5),
            SizeBytes = 61_000,
        });
        harness.Seen.Select(each => each.GetType()).Should().Equal(typeof(RecordingStarted), typeof(RecordingCompleted));
        harness.Seen.Should().OnlyContain(each => each.Operation == recording.Id);
    }

    [Fact]
    public async Task Recording_FileWithinRecord_IsReadAsWell()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(Record(recording, "finished", 9, ("record", new JsonObject { ["url"] = "https://files.example.com/a.wav", ["duration"] = 3, ["size"] = 5 })));

        (await recording.Completion.Soon()).Result.Should().BeEquivalentTo(
            new RecordingResult { Urls = [new Uri("https://files.example.com/a.wav")], Duration = TimeSpan.FromSeconds(3), SizeBytes = 5 });
    }

    [Theory]
    [InlineData("no_input")]
    [InlineData("error")]
    public async Task Recording_OtherEnds_Fail(string state)
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(Record(recording, state, 4), Record(recording, "finished", 5));

        var outcome = await recording.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be(state);
        harness.Seen.OfType<RecordingFailed>().Should().ContainSingle();
    }

    [Fact]
    public async Task Recording_StopAsync_IsHowItNormallyEnds()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await recording.StopAsync(Cancelled);
        await harness.PostAsync(Record(recording, "finished", 4));

        (await recording.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Names.Should().Equal("calling.record", "calling.record.stop");
        harness.Sent[1].ControlId.Should().Be(recording.Id.Value);
    }

    [Fact]
    public async Task Recording_PauseAndResume_AreSentAndExtendTheDeadline()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness, new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(60) });

        await recording.PauseAsync(Cancelled);
        await harness.PostAsync(Record(recording, "paused", 4));
        harness.Time.Advance(TimeSpan.FromHours(11));
        recording.Completion.IsCompleted.Should().BeFalse();
        await recording.ResumeAsync(Cancelled);
        await harness.PostAsync(Record(recording, "finished", 40_000));
        await recording.Completion.Soon();
        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);

        harness.Names.Should().Equal("calling.record", "calling.record.pause", "calling.record.resume");
        harness.Sent.Skip(1).Should().OnlyContain(command => command.Params.ToJsonString() == $$"""{"control_id":"{{recording.Id}}"}""");
    }

    [Fact]
    public async Task Recording_CallEnds_IsEndedByIt()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(Record(recording, "recording", 1), NativeEvent.Ended(Call));

        (await recording.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Recording_Several_EachHearsItsOwn()
    {
        await using var harness = new AdapterHarness();
        var first = await RecordAsync(harness);
        var second = await RecordAsync(harness);

        await harness.PostAsync(Record(second, "finished", 1, ("recording_id", "second")), Record(first, "no_input", 2));

        (await second.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId("second"));
        (await first.Completion.Soon()).End.Should().Be(OperationEnd.Failed);
    }

    [Theory]
    [InlineData(null, 43_200)]
    [InlineData(60, 90)]
    public async Task Recording_NothingHeard_TimesOut(int? length, int seconds)
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness, new RecordingRequest { MaxDuration = length is { } max ? TimeSpan.FromSeconds(max) : null });

        harness.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        recording.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await recording.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Recording_StopAndTheReportIsLost_TimesOutAfterAMargin()
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);
        await recording.StopAsync(Cancelled);

        harness.Time.Advance(TimeSpan.FromSeconds(30));

        (await recording.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Theory]
    [InlineData("finished", OperationEnd.Completed)]
    [InlineData("no_input", OperationEnd.Failed)]
    [InlineData("error", OperationEnd.Failed)]
    public async Task Recording_ReportInTheFlatFormWithoutARecord_EndsItAsWell(string state, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var recording = await RecordAsync(harness);

        await harness.PostAsync(NativeEvent.Flat(("call_id", Call.Value), ("control_id", recording.Id.Value), ("state", state)));

        (await recording.Completion.Soon()).End.Should().Be(end);
    }

    // Stream

    [Theory]
    [InlineData(true, OperationEnd.Stopped)]
    [InlineData(false, OperationEnd.Completed)]
    public async Task Stream_ReportsInTheFlatForm_EndItAsWell(bool isStopped, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);
        if (isStopped)
            await stream.StopAsync(Cancelled);

        foreach (var state in new[] { "streaming", "finished" })
        {
            stream.Completion.IsCompleted.Should().BeFalse();
            await harness.PostAsync(NativeEvent.Flat(("call_id", Call.Value), ("control_id", stream.Id.Value), ("state", state), ("name", "calls")));
        }

        (await stream.Completion.Soon()).Should().Be(isStopped ? OperationOutcome.Stopped(new StreamResult()) : OperationOutcome.Completed(new StreamResult()));
        end.Should().Be((await stream.Completion).End);
    }

    [Fact]
    public async Task Stream_Finished_CompletesWithItsLength()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        await harness.PostAsync(Live("stream", stream.Id, "streaming", 3), Live("stream", stream.Id, "finished", 10));

        (await stream.Completion.Soon()).Should().Be(OperationOutcome.Completed(new StreamResult { Duration = TimeSpan.FromSeconds(7) }));
        harness.Seen.Select(each => each.GetType()).Should().Equal(typeof(StreamStarted), typeof(StreamStopped));
        harness.Seen.Should().OnlyContain(each => each.Operation == stream.Id);
    }

    [Fact]
    public async Task Stream_FinishedOvertakesStreaming_TellsNoLength()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        await harness.PostAsync(Live("stream", stream.Id, "finished", 10), Live("stream", stream.Id, "streaming", 3));

        (await stream.Completion.Soon()).Should().Be(OperationOutcome.Completed(new StreamResult()));
    }

    [Fact]
    public async Task Stream_StopAsync_IsStopped()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        await stream.StopAsync(Cancelled);
        await harness.PostAsync(Live("stream", stream.Id, "streaming", 1), Live("stream", stream.Id, "finished", 2));

        harness.Names.Should().Equal("calling.stream", "calling.stream.stop");
        (await stream.Completion.Soon()).Should().Be(OperationOutcome.Stopped(new StreamResult { Duration = TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public async Task Stream_NothingHeard_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var stream = await StreamAsync(harness);

        harness.Time.Advance(TimeSpan.FromHours(12));

        (await stream.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Stream_Refused_LeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse("calling.stream");

        await harness.Awaiting(StreamAsync).Should().ThrowAsync<CommandRejectedException>();

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    // Fork

    [Fact]
    public async Task Fork_OfBothDirectionsTogether_IsOneTap()
    {
        await using var harness = new AdapterHarness();
        var fork = await ForkAsync(harness, new ForkRequest { Target = new Uri(Address) });

        harness.Sent.Should().ContainSingle().Which.ControlId.Should().Be(fork.Id.Value);
        await harness.PostAsync(Live("tap", fork.Id, "tapping", 3), Live("tap", fork.Id, "finished", 10));

        (await fork.Completion.Soon()).Should().Be(OperationOutcome.Completed(new ForkResult { Duration = TimeSpan.FromSeconds(7) }));
        harness.Seen.Select(each => each.GetType()).Should().Equal(typeof(ForkStarted), typeof(ForkStopped));
    }

    [Fact]
    public async Task Fork_OfEachDirectionApart_EndsWithTheLastTap()
    {
        await using var harness = new AdapterHarness();
        var fork = await TwoTapsAsync(harness);
        var (first, second) = (IdOf(harness, 0), IdOf(harness, 1));
        first.Should().Be(fork.Id);

        await harness.PostAsync(
            Live("tap", first, "tapping", 1), Live("tap", second, "tapping", 1), Live("tap", second, "finished", 8));
        fork.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(Live("tap", first, "finished", 9));

        (await fork.Completion.Soon()).Should().Be(OperationOutcome.Completed(new ForkResult { Duration = TimeSpan.FromSeconds(8) }));
    }

    [Fact]
    public async Task Fork_StopAsync_StopsEachTap()
    {
        await using var harness = new AdapterHarness();
        var fork = await TwoTapsAsync(harness);

        await fork.StopAsync(Cancelled);
        await harness.PostAsync(Live("tap", IdOf(harness, 0), "finished", 2), Live("tap", IdOf(harness, 1), "finished", 2));

        harness.Names.Should().Equal(Tap, Tap, "calling.tap.stop", "calling.tap.stop");
        harness.Sent.Skip(2).Select(command => command.ControlId).Should().BeEquivalentTo(harness.Sent.Take(2).Select(command => command.ControlId));
        (await fork.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        await fork.StopAsync(Cancelled);
        harness.Sent.Should().HaveCount(4);
    }

    [Fact]
    public async Task Fork_SecondTapRefused_StopsTheFirst()
    {
        await using var harness = new AdapterHarness();
        harness.LetPass(Tap);
        harness.Refuse(Tap, "invalid_parameter");

        (await harness.Awaiting(TwoTapsAsync).Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("invalid_parameter");

        harness.Names.Should().Equal(Tap, Tap, "calling.tap.stop");
        harness.Sent[2].ControlId.Should().Be(harness.Sent[0].ControlId);
        var left = harness.Operations.Pending(AdapterHarness.Provider, Call).Should().ContainSingle("the first one's end is still to come").Subject;
        await harness.PostAsync(Live("tap", left.Id, "finished", 1));
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Fork_SecondTapRefusedAndTheFirstCannotBeStopped_ThrowsTheRefusalAndLogs()
    {
        await using var harness = new AdapterHarness();
        harness.LetPass(Tap);
        harness.Refuse(Tap, "invalid_parameter");
        harness.Refuse("calling.tap.stop", "cannot_process");

        (await harness.Awaiting(TwoTapsAsync).Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("invalid_parameter");

        harness.Logged.Should().ContainSingle(line => line.Contains(" 2202 ", StringComparison.Ordinal)).Which.Should().StartWith("Warning");
    }

    [Fact]
    public async Task Fork_FirstTapRefused_SendsNoSecond()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse(Tap);

        await harness.Awaiting(TwoTapsAsync).Should().ThrowAsync<CommandRejectedException>();

        harness.Names.Should().Equal(Tap);
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Fork_CallEnds_IsEndedByIt()
    {
        await using var harness = new AdapterHarness();
        var fork = await TwoTapsAsync(harness);

        await harness.PostAsync(NativeEvent.Ended(Call));

        (await fork.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Fork_OneTapsReportIsLost_TimesOut()
    {
        await using var harness = new AdapterHarness();
        var fork = await TwoTapsAsync(harness);
        await harness.PostAsync(Live("tap", IdOf(harness, 0), "finished", 2));

        harness.Time.Advance(TimeSpan.FromHours(12));

        (await fork.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    private static NativeEvent Record(RecordingOperation recording, string state, double second, params (string Name, JsonNode? Value)[] members) =>
        NativeEvent.About("record", Call, recording.Id, state, second, members);

    private static NativeEvent Live(string kind, OperationId operation, string state, double second) => NativeEvent.About(kind, Call, operation, state, second);

    private static OperationId IdOf(AdapterHarness harness, int command) => new(harness.Sent[command].ControlId!);

    private static Task<RecordingOperation> RecordAsync(AdapterHarness harness, RecordingRequest? request = null) =>
        harness.Control.StartRecordingAsync(Call, request ?? new RecordingRequest(), Cancelled);

    private static Task<StreamOperation> StreamAsync(AdapterHarness harness) =>
        harness.Control.StartStreamAsync(Call, new StreamRequest { Url = new Uri("wss://stream.example.com/audio") }, Cancelled);

    private static Task<ForkOperation> ForkAsync(AdapterHarness harness, ForkRequest request) => harness.Control.StartForkAsync(Call, request, Cancelled);

    private static Task<ForkOperation> TwoTapsAsync(AdapterHarness harness) =>
        ForkAsync(harness, new ForkRequest { InboundTarget = new Uri(Address), OutboundTarget = new Uri(Other) });
}
