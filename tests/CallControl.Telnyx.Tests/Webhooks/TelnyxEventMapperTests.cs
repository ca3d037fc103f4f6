using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Events of the vendor become neutral ones, and nothing that was sent is lost.</summary>
public sealed class TelnyxEventMapperTests
{
    private const string Provider = "telnyx-1";
    private const string From = "+15550100001";
    private const string To = "+15550100002";

    private static readonly CallId Call = new("v3:Lf3q-7Xb0Kz_2pTnWcVdR9sYeHgJaUoM5iBxQ1vZ8kC6tNwEyDrPmA");
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    // What has a neutral form; everything else is an event of the vendor's own.
    private static readonly Dictionary<string, Type> Neutral = new()
    {
        ["call.initiated"] = typeof(CallIncoming),
        ["call.answered"] = typeof(CallAnswered),
        ["call.hangup"] = typeof(CallEnded),
        ["call.bridged"] = typeof(CallBridged),
        ["call.dtmf.received"] = typeof(DtmfReceived),
        ["call.gather.ended"] = typeof(GatherEnded),
        ["call.playback.started"] = typeof(PlaybackStarted),
        ["call.playback.ended"] = typeof(PlaybackEnded),
        ["call.speak.started"] = typeof(PlaybackStarted),
        ["call.speak.ended"] = typeof(PlaybackEnded),
        ["call.recording.saved"] = typeof(RecordingCompleted),
        ["call.recording.error"] = typeof(RecordingFailed),
        ["streaming.started"] = typeof(StreamStarted),
        ["streaming.stopped"] = typeof(StreamStopped),
        ["streaming.failed"] = typeof(StreamFailed),
        ["call.fork.started"] = typeof(ForkStarted),
        ["call.fork.stopped"] = typeof(ForkStopped),
        ["call.refer.completed"] = typeof(TransferCompleted),
        ["call.refer.failed"] = typeof(TransferFailed),
        ["call.machine.detection.ended"] = typeof(MachineDetected),
        ["call.machine.premium.detection.ended"] = typeof(MachineDetected),
        ["call.machine.greeting.ended"] = typeof(MachineDetected),
        ["call.machine.premium.greeting.ended"] = typeof(MachineDetected),
    };

    // The conference as a whole is no call.
    private static readonly string[] WithoutCall =
        ["conference.playback.ended", "conference.playback.started", "conference.speak.ended", "conference.speak.started"];

    public static TheoryData<string> Fixtures => [.. EventFixture.Names];

    public static TheoryData<string> NeutralNames => [.. Neutral.Keys];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_HasItsNeutralForm(string fixture)
    {
        var neutral = Map(EventFixture.Read(fixture));

        neutral.Should().BeOfType(Neutral.GetValueOrDefault(EventFixture.FolderOf(fixture), typeof(UnknownCallEvent)));
        neutral.Operation.Should().BeNull("the vendor names no command");
        neutral.Sequence.Should().BeNull();
        (neutral as UnknownCallEvent)?.Problem.Should().Be(
            fixture == "unknown/digits-list" ? ((UnknownTelnyxEvent)neutral.NativeEvent!).Problem : null, "the event is well formed");
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_CarriesAccountCallNameTimesBytesAndNativeEvent(string fixture)
    {
        var bytes = EventFixture.Read(fixture);
        var body = JsonNode.Parse(bytes)!.AsObject();
        var envelope = EventFixture.EventOf(body);
        var native = EventFixture.Parse(bytes);

        var neutral = TelnyxEventMapper.Map(native, Provider, bytes, Now);

        neutral.Provider.Should().Be(Provider);
        neutral.Call.Should().Be(WithoutCall.Contains(EventFixture.FolderOf(fixture)) ? default : Call);
        neutral.Name.Should().Be((string)envelope["event_type"]!);
        neutral.Id.Should().Be(new CallEventId((string)envelope["id"]!));
        var occurred = (string?)(envelope["occurred_at"] ?? envelope["payload"]!["occurred_at"]);
        neutral.OccurredAt.Should().Be(occurred is null ? null : DateTimeOffset.Parse(occurred, System.Globalization.CultureInfo.InvariantCulture));
        neutral.ReceivedAt.Should().Be(Now);
        neutral.NativeEvent.Should().BeSameAs(native);
        neutral.RawJson.Equals(bytes).Should().BeTrue("the bytes are handed on, not copied");
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_ShowsNoNumberOrDigitInItsText(string fixture)
    {
        var text = Map(EventFixture.Read(fixture)).ToString();

        text.Should().NotContain(From[2..]).And.NotContain(To[2..]).And.NotContain("1234").And.NotContain("4711");
    }

    [Theory]
    [MemberData(nameof(NeutralNames))]
    public void Map_EventWithoutCall_IsUnknownAndSaysSo(string name)
    {
        var unknown = Map(NativeEvent.Of(name, null)).Should().BeOfType<UnknownCallEvent>().Subject;

        unknown.Problem.Should().Be("it names no call");
        unknown.Call.Should().Be(default(CallId));
        unknown.Name.Should().Be(name);
    }

    [Theory]
    [MemberData(nameof(NeutralNames))]
    public void Map_EventWithNothingButItsCall_HasItsNeutralForm(string name)
    {
        // Every member of a payload is optional; what is no key is no touch tone.
        var neutral = Map(NativeEvent.Of(name, Call));

        neutral.Should().BeOfType(name == "call.dtmf.received" ? typeof(UnknownCallEvent) : Neutral[name]);
        (neutral as UnknownCallEvent)?.Problem.Should().BeNull();
    }

    [Fact]
    public void Map_WithoutIdAndTime_HasNone()
    {
        var neutral = Map("""{"data": {"event_type": "call.answered", "payload": {"call_control_id": "v3:one"}}}"""u8.ToArray());

        neutral.Should().BeOfType<CallAnswered>();
        neutral.Id.Should().BeNull();
        neutral.OccurredAt.Should().BeNull();
        neutral.ReceivedAt.Should().Be(Now);
    }

    [Theory]
    [InlineData("incoming", "parked", true)]
    [InlineData("incoming", null, true)]
    [InlineData(null, "parked", true)]
    [InlineData("outgoing", "bridging", false)]
    [InlineData("outgoing", null, false)]
    [InlineData(null, "bridging", false)]
    public void Map_CallInitiated_IsIncomingByDirectionOrElseByState(string? direction, string? state, bool isIncoming)
    {
        var neutral = Map("call.initiated", ("direction", direction), ("state", state), ("from", From), ("to", To));

        if (isIncoming)
            neutral.Should().BeOfType<CallIncoming>().Which.Should().Match<CallIncoming>(each => each.From.Value == From && each.To.Value == To);
        else
            neutral.Should().BeOfType<CallInitiated>().Which.Should().Match<CallInitiated>(each => each.From.Value == From && each.To.Value == To);
    }

    [Theory]
    [InlineData("normal_clearing", "normal")]
    [InlineData("user_busy", "busy")]
    [InlineData("call_rejected", "rejected")]
    [InlineData("originator_cancel", "cancelled")]
    [InlineData("not_found", "unreachable")]
    [InlineData("no_answer", "no-answer")]
    [InlineData("timeout", "no-answer")]
    [InlineData("time_limit", "time_limit")]
    [InlineData("unspecified", "unknown")]
    [InlineData("", "unknown")]
    [InlineData(" ", "unknown")]
    [InlineData(null, "unknown")]
    [InlineData("moon_eclipse", "moon_eclipse")]
    public void Map_Hangup_CauseIsTheNeutralWordOrKept(string? cause, string expected) =>
        Map("call.hangup", ("hangup_cause", cause)).Should().BeOfType<CallEnded>().Which.Cause.Value.Should().Be(expected);

    [Theory]
    [InlineData("caller", CallSide.Caller)]
    [InlineData("callee", CallSide.Callee)]
    [InlineData("unknown", CallSide.Unknown)]
    [InlineData("moon", CallSide.Unknown)]
    [InlineData(null, CallSide.Unknown)]
    public void Map_Hangup_TellsTheSide(string? source, CallSide side) =>
        Map("call.hangup", ("hangup_source", source)).Should().BeOfType<CallEnded>().Which.EndedBy.Should().Be(side);

    [Theory]
    [InlineData("0", '0')]
    [InlineData("9", '9')]
    [InlineData("*", '*')]
    [InlineData("#", '#')]
    [InlineData("A", 'A')]
    [InlineData("d", 'D')]
    public void Map_Dtmf_IsTheKey(string digit, char expected) =>
        Map("call.dtmf.received", ("digit", digit)).Should().BeOfType<DtmfReceived>().Which.Digit.Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("E")]
    [InlineData(" ")]
    [InlineData("٣")]
    [InlineData(null)]
    public void Map_DtmfThatIsNoKey_IsUnknown(string? digit) => Map("call.dtmf.received", ("digit", digit)).Should().BeOfType<UnknownCallEvent>();

    [Theory]
    [InlineData("valid", "12", GatherReason.InputComplete)]
    [InlineData("invalid", "12", GatherReason.Invalid)]
    [InlineData("timeout", "", GatherReason.NoInput)]
    [InlineData("timeout", null, GatherReason.NoInput)]
    [InlineData("timeout", "1", GatherReason.Incomplete)]
    [InlineData("cancelled", "", GatherReason.Stopped)]
    [InlineData("cancelled_amd", "", GatherReason.Stopped)]
    [InlineData("call_hangup", "1", GatherReason.CallEnded)]
    [InlineData("new_word", "1", GatherReason.Unknown)]
    [InlineData(null, "1", GatherReason.Unknown)]
    public void Map_GatherEnded_TellsHow(string? status, string? digits, GatherReason reason) =>
        Map("call.gather.ended", ("status", status), ("digits", digits)).Should().BeOfType<GatherEnded>()
            .Which.Result.Should().Be(new GatherResult { Digits = digits ?? "", Reason = reason });

    [Theory]
    [InlineData("completed", PlaybackReason.Finished)]
    [InlineData("cancelled", PlaybackReason.Stopped)]
    [InlineData("cancelled_amd", PlaybackReason.Stopped)]
    [InlineData("call_hangup", PlaybackReason.CallEnded)]
    [InlineData("file_not_found", PlaybackReason.Failed)]
    [InlineData("failed", PlaybackReason.Failed)]
    [InlineData("unknown", PlaybackReason.Unknown)]
    [InlineData("new_word", PlaybackReason.Unknown)]
    [InlineData(null, PlaybackReason.Unknown)]
    public void Map_PlaybackAndSpeechEnded_TellHow(string? status, PlaybackReason reason)
    {
        foreach (var name in new[] { "call.playback.ended", "call.speak.ended" })
        {
            var ended = Map(name, ("status", status)).Should().BeOfType<PlaybackEnded>().Subject;
            ended.Reason.Should().Be(reason);
            ended.Failure?.Code.Should().Be(status);
            (ended.Failure is not null).Should().Be(reason == PlaybackReason.Failed);
        }
    }

    [Fact]
    public void Map_PlaybackFailed_TellsTheDetailWithNumbersMasked()
    {
        var failure = Map("call.playback.ended", ("status", "failed"), ("status_detail", "no route to +15550100777"))
            .Should().BeOfType<PlaybackEnded>().Which.Failure!;

        failure.Message.Should().Contain("no route to");
        failure.ToString().Should().NotContain("5550100777");
    }

    [Theory]
    [InlineData("call.machine.detection.ended", "human", AnsweredBy.Human, false)]
    [InlineData("call.machine.detection.ended", "machine", AnsweredBy.Machine, false)]
    [InlineData("call.machine.detection.ended", "not_sure", AnsweredBy.Unknown, false)]
    [InlineData("call.machine.detection.ended", "new_word", AnsweredBy.Unknown, false)]
    [InlineData("call.machine.premium.detection.ended", "human_residence", AnsweredBy.Human, false)]
    [InlineData("call.machine.premium.detection.ended", "human_business", AnsweredBy.Human, false)]
    [InlineData("call.machine.premium.detection.ended", "machine", AnsweredBy.Machine, false)]
    [InlineData("call.machine.premium.detection.ended", "silence", AnsweredBy.Silence, false)]
    [InlineData("call.machine.premium.detection.ended", "fax_detected", AnsweredBy.Fax, false)]
    [InlineData("call.machine.premium.detection.ended", "not_sure", AnsweredBy.Unknown, false)]
    [InlineData("call.machine.greeting.ended", "beep_detected", AnsweredBy.Machine, true)]
    [InlineData("call.machine.greeting.ended", "ended", AnsweredBy.Machine, true)]
    [InlineData("call.machine.greeting.ended", "not_sure", AnsweredBy.Machine, false)]
    [InlineData("call.machine.greeting.ended", "new_word", AnsweredBy.Machine, false)]
    [InlineData("call.machine.premium.greeting.ended", "beep_detected", AnsweredBy.Machine, true)]
    [InlineData("call.machine.premium.greeting.ended", "no_beep_detected", AnsweredBy.Machine, false)]
    public void Map_MachineDetection_TellsWhoAnswered(string name, string result, AnsweredBy answeredBy, bool beepHeard)
    {
        var detected = Map(name, ("result", result)).Should().BeOfType<MachineDetected>().Subject;

        detected.AnsweredBy.Should().Be(answeredBy);
        detected.BeepHeard.Should().Be(beepHeard);
    }

    [Fact]
    public void Map_RecordingSaved_TellsNameAddressesAndLength()
    {
        var result = Map(EventFixture.Read("call.recording.saved/full")).Should().BeOfType<RecordingCompleted>().Which.Result;

        result.Recording.Should().Be(new RecordingId("3b7b2c1e-5f64-4c1d-9d6e-0d2c5d5a0001"));
        result.Duration.Should().Be(new TimeSpan(0, 0, 0, 40, 999, 998));
        result.SizeBytes.Should().BeNull();
        result.Urls.Should().BeEquivalentTo(
        [
            new Uri("https://cdn.example.com/signed/1.mp3?signature=a"),
            new Uri("https://cdn.example.com/signed/1.wav?signature=b"),
            new Uri("https://cdn.example.com/public/1.mp3"),
            new Uri("https://cdn.example.com/public/1.wav"),
        ]);
        result.ToString().Should().NotContain("signature");
    }

    [Fact]
    public void Map_RecordingSavedInOneFormatWithoutATime_HasOneAddressAndNoLength()
    {
        var result = Map(EventFixture.Read("call.recording.saved/one-format")).Should().BeOfType<RecordingCompleted>().Which.Result;

        result.Urls.Should().Equal(new Uri("https://cdn.example.com/signed/1.mp3?signature=a"));
        result.Duration.Should().BeNull();
    }

    [Theory]
    [InlineData("/recordings/1.mp3")]
    [InlineData("file:///recordings/1.mp3")]
    [InlineData("")]
    [InlineData(null)]
    public void Map_RecordingSavedWithoutAnHttpAddress_HasNone(string? url) =>
        Map("call.recording.saved", ("recording_urls", new JsonObject { ["mp3"] = url }), ("recording_id", ""))
            .Should().BeOfType<RecordingCompleted>().Which.Result.Should().BeEquivalentTo(new RecordingResult());

    [Fact]
    public void Map_RecordingSavedThatEndsBeforeItStarts_HasNoLength() =>
        Map("call.recording.saved", ("recording_started_at", "2026-01-01T00:00:02Z"), ("recording_ended_at", "2026-01-01T00:00:01Z"))
            .Should().BeOfType<RecordingCompleted>().Which.Result.Duration.Should().BeNull();

    [Theory]
    [InlineData("call.recording.error", "reason", "Unsupported backend")]
    [InlineData("streaming.failed", "failure_reason", "connection_failed")]
    [InlineData("call.refer.failed", "sip_notify_response", "603")]
    public void Map_Failure_HasTheEventAsItsCodeAndTheReasonInItsMessage(string name, string member, string reason)
    {
        var failure = Map(name, (member, reason)) switch
        {
            RecordingFailed failed => failed.Failure,
            StreamFailed failed => failed.Failure,
            TransferFailed failed => failed.Failure,
            _ => null,
        };

        failure!.Code.Should().Be(name);
        failure.Message.Should().Contain(reason);
    }

    [Fact]
    public void MapFailedTransfer_IsOfTheCallThatWasToBeSentOn()
    {
        var leg = new TelnyxTransferLeg(new CallId("v3:one"), new OperationId("op-1"), To);
        var hangup = Map(EventFixture.Read("call.hangup/busy"));

        var failed = TelnyxEventMapper.MapFailedTransfer(hangup, leg);

        failed.Call.Should().Be(new CallId("v3:one"));
        failed.Operation.Should().Be(new OperationId("op-1"));
        failed.Id.Should().NotBeNull().And.NotBe(hangup.Id, "both are events of their own");
        failed.Failure.Code.Should().Be("user_busy");
        failed.Should().BeEquivalentTo(
            new { hangup.Provider, hangup.Name, hangup.OccurredAt, hangup.ReceivedAt, hangup.NativeEvent }, options => options.Excluding(each => each.NativeEvent));
        failed.NativeEvent.Should().BeSameAs(hangup.NativeEvent);
        failed.RawJson.Equals(hangup.RawJson).Should().BeTrue();
        failed.ToString().Should().NotContain(To[2..]);
    }

    private static CallEvent Map(string name, params (string, JsonNode?)[] members) => Map(NativeEvent.Of(name, Call, 0, members));

    private static CallEvent Map(NativeEvent native) => Map(native.Body);

    private static CallEvent Map(byte[] body) => TelnyxEventMapper.Map(EventFixture.Parse(body), Provider, body, Now);
}
