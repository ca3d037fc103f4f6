using System.Text;
using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>What the vendor tells, in neutral words.</summary>
public sealed class EventTests
{
    /// <summary>Every command with every result that the vendor documents, and with an error.</summary>
    public static TheoryData<string, string, string, string> Reports => new()
    {
        { "conference", "CONFERENCE_CLOSED", "", "CallUnbridged CONFERENCE_CLOSED" },
        { "conference", "LAST_PARTICIPANT", "", "CallUnbridged LAST_PARTICIPANT" },
        { "conference", "LEFT_CONFERENCE", "", "CallUnbridged LEFT_CONFERENCE" },
        { "conference", "PIN_ERROR", "", "CommandRejected PIN_ERROR" },
        { "conference", "PIN_TIMEOUT", "", "CommandRejected PIN_TIMEOUT" },
        { "conference", "LEFT_CONFERENCE", "E", "CommandRejected E" },
        { "simple_conference", "", "", "CallUnbridged " },
        { "simple_conference", "", "E", "CommandRejected E" },
        { "dialout", "NOANSWER", "", "TransferFailed NOANSWER" },
        { "dialout", "", "E", "TransferFailed E" },
        { "hangup", "", "", "UnknownCallEvent" },
        { "hangup", "", "E", "CommandRejected E" },
        { "hangup_callid", "", "", "UnknownCallEvent" },
        { "hangup_callid", "", "E", "CommandRejected E" },
        { "play", "0", "", "PlaybackEnded Finished " },
        { "play", "1", "", "PlaybackEnded Failed " },
        { "play", "0", "E", "PlaybackEnded Failed E" },
        { "play_record", "0", "", "PlaybackEnded Finished " },
        { "play_record", "1", "", "PlaybackEnded Failed " },
        { "play_record", "", "E", "PlaybackEnded Failed E" },
        { "play_wav_data", "0", "", "PlaybackEnded Finished " },
        { "play_wav_data", "1", "", "PlaybackEnded Failed " },
        { "play_wav_data", "", "E", "PlaybackEnded Failed E" },
        { "play_talk_detect", "0", "", "UnknownCallEvent" },
        { "play_talk_detect", "TALK", "", "UnknownCallEvent" },
        { "play_talk_detect", "", "E", "CommandRejected E" },
        { "read", "345", "", "GatherEnded InputComplete 345" },
        { "read", "1", "", "GatherEnded InputComplete 1" },
        { "read", "TIMEOUT", "", "GatherEnded NoInput " },
        { "read", "345", "E", "CommandRejected E" },
        { "record", "rec-1", "", "RecordingCompleted rec-1" },
        { "record", "", "E", "RecordingFailed E" },
        { "send_dtmf", "0", "", "UnknownCallEvent" },
        { "send_dtmf", "", "E", "CommandRejected E" },
        { "start_call_recording", "HASH0001", "", "RecordingStarted" },
        { "start_call_recording", "", "E", "RecordingFailed E" },
        { "stop_call_recording", "HASH0001", "", "RecordingCompleted HASH0001" },
        { "stop_call_recording", "", "E", "RecordingFailed E" },
        { "wait", "0", "", "UnknownCallEvent" },
        { "wait", "", "E", "CommandRejected E" },
        { "wait_for_silence", "SILENCE", "", "UnknownCallEvent" },
        { "wait_for_silence", "TIMEOUT", "", "UnknownCallEvent" },
        { "wait_for_silence", "", "E", "CommandRejected E" },
        { "end", "", "", "UnknownCallEvent" },
        { "end", "", "E", "CommandRejected E" },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Reports_OfTheTable_AreOfEveryCommand() => Reports.Select(row => row.Data.Item1).Distinct().Should().Contain(CommandList.Commands.Keys);

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Report_OfACommandThatNobodyHereSent_IsToldByItsName(string command, string result, string error, string expected)
    {
        await using var vendor = Vendor.Start(flow: null);
        var report = vendor.Report("UP", command, 17, result, error);
        _ = vendor.PostAsync(report);
        await vendor.PostAsync(vendor.Report("HANGUP", "hangup", 18));

        var events = await vendor.Events.OfAsync(vendor.Call);

        events.Select(Describe).Should().Equal("CallAnswered", expected, "CallEnded normal");
        events[1].Should().BeEquivalentTo(
            new { Provider = "callr", Name = command, Operation = (OperationId?)null, ReceivedAt = vendor.Time.GetUtcNow() }, options => options.ExcludingMissingMembers());
        events[1].NativeEvent.Should().BeOfType<RealTimeRequest>().Which.CommandResult.Should().Be(result);
        Encoding.UTF8.GetString(events[1].RawJson.Span).Should().Be(report.ToJsonString());
        events.Select(each => each.Id).Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }

    /// <summary>A hang-up during a command is told after it; what it has cut short did not fail by itself.</summary>
    [Theory]
    [InlineData("play", "1", "", "PlaybackEnded CallEnded ")]
    [InlineData("play", "", "E", "PlaybackEnded Failed E")]
    [InlineData("read", "12", "", "GatherEnded CallEnded 12")]
    [InlineData("read", "TIMEOUT", "", "GatherEnded CallEnded ")]
    [InlineData("read", "", "", "GatherEnded CallEnded ")]
    [InlineData("record", "rec-1", "", "RecordingCompleted rec-1")]
    [InlineData("dialout", "NOANSWER", "", "UnknownCallEvent")]
    [InlineData("dialout", "", "", "UnknownCallEvent")]
    [InlineData("dialout", "", "E", "TransferFailed E")]
    [InlineData("wait", "", "", "UnknownCallEvent")]
    public async Task Report_ThatComesWithTheEnd_IsToldBeforeIt(string command, string result, string error, string expected)
    {
        await using var vendor = Vendor.Start(flow: null);
        await vendor.PostAsync(vendor.Report("HANGUP", command, 17, result, error));

        (await vendor.Events.OfAsync(vendor.Call)).Select(Describe).Should().Equal(expected, "CallEnded normal");
    }

    [Theory]
    [InlineData("INCOMING_CALL", null, "CallIncoming")]
    [InlineData("UP", null, "CallIncoming", "CallAnswered")]
    [InlineData("UP", "RQHASH42", "CallInitiated", "CallAnswered")]
    [InlineData("PARKED", null, "CallIncoming")]
    [InlineData("HANGUP", null)]
    [InlineData("HANGUP", "RQHASH42")]
    [InlineData("NOANSWER", "RQHASH42")]
    [InlineData("BUSY", "RQHASH42")]
    [InlineData("CONGESTION", "RQHASH42")]
    [InlineData("REJECTED", "RQHASH42")]
    public async Task Request_ThatIsTheFirst_TellsWhoCallsAndWhereTheCallStands(string status, string? hash, params string[] expected)
    {
        await using var started = Vendor.Start(flow: null);
        var vendor = started.Beside(7, hash);
        _ = vendor.PostAsync(vendor.Report(status));
        if (expected.Length > 0)
            await vendor.PostAsync(vendor.Report("HANGUP", "hangup", 1));

        var events = await vendor.Events.OfAsync(vendor.Call);

        events.SkipLast(1).Select(Describe).Should().Equal(expected);
        events.Should().AllSatisfy(each => each.NativeEvent.Should().BeOfType<RealTimeRequest>()).And.OnlyContain(each => !each.RawJson.IsEmpty);
        events[0].Name.Should().Be(status);
        if (expected.Length > 0)
            events[0].OccurredAt.Should().Be(new DateTimeOffset(2012, 1, 9, 17, 27, 55, TimeSpan.Zero));
    }

    [Fact]
    public async Task Call_FromBeginningToEnd_TellsEverythingOnceAndInOrder()
    {
        await using var vendor = Vendor.Start(flow: null);
        var call = vendor.Call;
        var incoming = AskTwiceAsync(vendor, vendor.Report("INCOMING_CALL"));
        var answering = vendor.Control.AnswerAsync(call, new AnswerRequest(), Cancelled);
        var last = await incoming;
        var answer = await answering.Soon();

        // Nobody says what comes next: the vendor is kept waiting.
        var filled = AskTwiceAsync(vendor, Done(vendor, last, "0"));
        vendor.Time.Advance(TimeSpan.FromSeconds(4));
        last = await filled;
        last.Command.Should().Be("wait");

        var playing = vendor.Control.StartPlaybackAsync(
            call, new PlaybackRequest { Sources = [MediaSource.Library("1"), MediaSource.Library("2")] }, Cancelled);
        last = await AskTwiceAsync(vendor, Done(vendor, last, "0"));
        last = await AskTwiceAsync(vendor, Done(vendor, last, "0"));
        var gathering = vendor.Control.StartGatherAsync(call, new GatherRequest { Prompt = [MediaSource.Silence(TimeSpan.FromSeconds(1))] }, Cancelled);
        last = await AskTwiceAsync(vendor, Done(vendor, last, "0"));
        last = await AskTwiceAsync(vendor, Done(vendor, last, "0"));
        last.Command.Should().Be("read");
        foreach (var end in new[] { 1, 2 })
            (await vendor.PostAsync(vendor.Report("HANGUP", last.Command, last.Id.DeepClone(), "12"))).Body.Should().BeNull("of delivery {0}", end);

        var events = await vendor.Events.OfAsync(call);
        var (playback, gather) = (await playing, await gathering);
        events.Select(each => (Describe(each), each.Operation)).Should().Equal(
            ("CallIncoming", null),
            ("CallAnswered", answer.Id),
            ("UnknownCallEvent", answer.Id),
            ("UnknownCallEvent", null),
            ("PlaybackEnded Finished ", playback.Id),
            ("UnknownCallEvent", null),
            ("GatherEnded CallEnded 12", gather.Id),
            ("CallEnded normal", null));
        events.Select(each => each.Id).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        events.Should().OnlyContain(each => each.NativeEvent is RealTimeRequest && !each.RawJson.IsEmpty);
        events.Should().AllSatisfy(each => each.Name.Should().MatchRegex("^[A-Za-z_]+$"));
        vendor.Operations.Pending("callr", call).Should().BeEmpty();
    }

    [Theory]
    [InlineData("play\nforged line")]
    [InlineData("play <b>")]
    [InlineData("+33611111111 called")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Name_ThatIsNoPlainWord_StaysInTheNativeEvent(string name)
    {
        await using var vendor = Vendor.Start(flow: null);
        _ = vendor.PostAsync(vendor.Report(name));
        _ = vendor.PostAsync(vendor.Report("UP", name, 3, name, ""));
        await vendor.PostAsync(vendor.Report("HANGUP", name, 4, name, ""));

        var events = await vendor.Events.OfAsync(vendor.Call);

        events.Should().HaveCountGreaterThan(3).And.OnlyContain(each => each.Name == "" || each.Name == "HANGUP");
        events.Should().OnlyContain(each => !each.ToString().Contains(name, StringComparison.Ordinal));
        vendor.Logs.Lines.Should().NotContain(line => line.Contains(name, StringComparison.Ordinal));
    }

    private static string Describe(CallEvent each) => each switch
    {
        PlaybackEnded ended => $"{nameof(PlaybackEnded)} {ended.Reason} {ended.Failure?.Code}",
        GatherEnded ended => $"{nameof(GatherEnded)} {ended.Result.Reason} {ended.Result.Digits}",
        RecordingCompleted completed => $"{nameof(RecordingCompleted)} {completed.Result.Recording?.Value}",
        RecordingFailed failed => $"{nameof(RecordingFailed)} {failed.Failure.Code}",
        TransferFailed failed => $"{nameof(TransferFailed)} {failed.Failure.Code}",
        CallUnbridged unbridged => $"{nameof(CallUnbridged)} {unbridged.Reason}",
        CommandRejected rejected => $"{nameof(CommandRejected)} {rejected.Failure.Code}",
        CallEnded ended => $"{nameof(CallEnded)} {ended.Cause}",
        _ => each.GetType().Name,
    };

    private static JsonObject Done(Vendor vendor, Vendor.Answer last, string result) => vendor.Report("UP", last.Command, last.Id.DeepClone(), result);

    // The vendor repeats every request.
    private static async Task<Vendor.Answer> AskTwiceAsync(Vendor vendor, JsonObject request)
    {
        var answers = await Task.WhenAll(vendor.PostAsync(request), vendor.PostAsync(request)).Soon();
        answers[1].Body!.ToJsonString().Should().Be(answers[0].Body!.ToJsonString());
        return answers[0];
    }
}
