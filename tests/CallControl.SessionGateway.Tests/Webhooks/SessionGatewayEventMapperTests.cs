using System.Text;

namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayEventMapperTests
{
    private const string Session = "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479";
    private const string Room = "acW68-room-550e8400-e29b-41d4-a716-446655440000";

    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static readonly string[] Deferred =
    [
        SessionGatewayCommandNames.Answer,
        SessionGatewayCommandNames.StartPlayback,
        SessionGatewayCommandNames.PlaySilence,
        SessionGatewayCommandNames.PlayAndGetDigits,
        SessionGatewayCommandNames.JoinConference,
        SessionGatewayCommandNames.LeaveConference,
        SessionGatewayCommandNames.MuteConference,
        SessionGatewayCommandNames.UnmuteConference,
    ];

    private static readonly string[] Immediate =
    [
        SessionGatewayCommandNames.Hangup,
        SessionGatewayCommandNames.Disconnect,
        SessionGatewayCommandNames.StopPlayback,
        SessionGatewayCommandNames.PausePlayback,
        SessionGatewayCommandNames.ResumePlayback,
        SessionGatewayCommandNames.SeekPlayback,
        SessionGatewayCommandNames.RestartPlayback,
        SessionGatewayCommandNames.StartRecording,
        SessionGatewayCommandNames.StopRecording,
    ];

    public static TheoryData<string> ReadableFixtures => [.. FixtureExpectation.ByName.Where(pair => pair.Value.Event is not null).Select(pair => pair.Key)];

    public static TheoryData<string> DeferredCommands => [.. Deferred];

    public static TheoryData<string> ImmediateCommands => [.. Immediate];

    public static TheoryData<string> AllCommands => [.. Deferred, .. Immediate];

    [Theory]
    [MemberData(nameof(ReadableFixtures))]
    public void Map_AnyEvent_CarriesAccountCallNameTimeBytesAndNativeEvent(string fixture)
    {
        var bytes = EventFixture.Read(fixture);
        var native = EventFixture.Parse(fixture);

        var neutral = SessionGatewayEventMapper.Map(native, "gateway-1", bytes, Now);

        neutral.Provider.Should().Be("gateway-1");
        neutral.Call.Should().Be(native.Session);
        neutral.Name.Should().Be(native.Event);
        neutral.ReceivedAt.Should().Be(Now);
        neutral.OccurredAt.Should().BeNull("the gateway gives no times");
        neutral.NativeEvent.Should().BeSameAs(native);
        neutral.RawJson.Equals(bytes).Should().BeTrue("the bytes are handed on, not copied");
    }

    [Theory]
    [InlineData("call.new/nested", typeof(CallIncoming), null)]
    [InlineData("call.answered/nested-command", typeof(CallAnswered), "answer-01HZX7")]
    [InlineData("call.answered/nested-automatic", typeof(CallAnswered), null)]
    [InlineData("call.answered/nested-command-failed", typeof(CommandRejected), "answer-01HZX7")]
    [InlineData("call.hangup/nested", typeof(CallEnded), null)]
    [InlineData("dtmf/nested", typeof(DtmfReceived), null)]
    [InlineData("digits.collected/success-nested", typeof(GatherEnded), "pin-01HZX9")]
    [InlineData("playback.started/nested", typeof(PlaybackStarted), "greet-01HZX8")]
    [InlineData("playback.stopped/nested", typeof(PlaybackEnded), "greet-01HZX8")]
    [InlineData("playback.file_not_found/nested", typeof(PlaybackEnded), "greet-01HZX8")]
    [InlineData("playback.file_not_found/bare", typeof(PlaybackEnded), null)]
    [InlineData("recording.completed/nested", typeof(RecordingCompleted), "rec-01HZXB")]
    [InlineData("command.result/failure-nested", typeof(UnknownCallEvent), "seek-01HZXC")]
    [InlineData("conference.member.joined/nested", typeof(CallBridged), null)]
    [InlineData("conference.member.joined/room-missing", typeof(UnknownCallEvent), null)]
    [InlineData("conference.member.left/nested", typeof(CallUnbridged), null)]
    [InlineData("conference.created/nested", typeof(UnknownCallEvent), null)]
    [InlineData("conference.destroyed/nested", typeof(UnknownCallEvent), null)]
    [InlineData("conference.play.started/nested", typeof(UnknownCallEvent), null)]
    [InlineData("unknown/nested", typeof(UnknownCallEvent), null)]
    public void Map_Event_HasItsNeutralFormAndOperation(string fixture, Type type, string? operation)
    {
        var neutral = Map(fixture);

        neutral.Should().BeOfType(type);
        neutral.Operation.Should().Be(operation is null ? null : new OperationId(operation));
        (neutral as UnknownCallEvent)?.Problem.Should().BeNull();
    }

    [Theory]
    [InlineData("call.new/nested", "+15550100123")]
    [InlineData("call.new/flat", "+15550100123")]
    [InlineData("call.new/caller-withheld", "anonymous")]
    [InlineData("call.new/caller-empty", "")]
    [InlineData("call.new/caller-null", "")]
    public void Map_CallNew_NamesBothParties(string fixture, string from)
    {
        var incoming = Map(fixture).Should().BeOfType<CallIncoming>().Subject;

        incoming.From.Value.Should().Be(from);
        incoming.To.Value.Should().Be("+15550100999");
    }

    [Fact]
    public void Map_CallAnsweredWithoutSuccess_SaysThatItFailed()
    {
        var rejected = Map("call.answered/nested-command-failed").Should().BeOfType<CommandRejected>().Subject;

        rejected.Failure.Should().Be(new OperationFailure { Code = "call.answered", Message = "The call could not be answered." });
    }

    [Theory]
    [InlineData("nested", "normal")]
    [InlineData("flat", "normal")]
    [InlineData("busy", "busy")]
    [InlineData("rejected", "rejected")]
    [InlineData("no-answer", "no-answer")]
    [InlineData("unavail", "unreachable")]
    [InlineData("cause-unknown", "moon_eclipse")]
    [InlineData("cause-q850", "NORMAL_CLEARING")]
    [InlineData("cause-missing", "unknown")]
    [InlineData("cause-number", "16")]
    public void Map_CallHangup_TranslatesTheCauseAndKeepsUnknownWords(string variant, string cause)
    {
        var ended = Map("call.hangup/" + variant).Should().BeOfType<CallEnded>().Subject;

        ended.Cause.Value.Should().Be(cause);
        ended.EndedBy.Should().Be(CallSide.Unknown);
    }

    [Theory]
    [InlineData("nested", '5', 120)]
    [InlineData("flat", '5', 120)]
    [InlineData("star", '*', 80)]
    [InlineData("hash", '#', 80)]
    [InlineData("letter", 'D', 80)]
    [InlineData("zero", '0', 80)]
    [InlineData("digit-number", '5', 120)]
    [InlineData("digit-lower-case", 'D', 120)]
    [InlineData("duration-string", '5', 120)]
    [InlineData("duration-fraction", '5', 120)]
    [InlineData("duration-missing", '5', null)]
    [InlineData("duration-huge", '5', null)]
    [InlineData("duration-negative", '5', null)]
    public void Map_Dtmf_HasTheKeyAndAPossibleDuration(string variant, char digit, int? milliseconds)
    {
        var dtmf = Map("dtmf/" + variant).Should().BeOfType<DtmfReceived>().Subject;

        dtmf.Digit.Should().Be(digit);
        dtmf.Duration.Should().Be(milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("E")]
    [InlineData("x")]
    [InlineData("٣")]
    [InlineData(" ")]
    public void Map_DtmfThatIsNoKey_IsUnknown(string digit) =>
        Map(new DtmfEvent { Event = "dtmf", SessionUuid = Session, Digit = digit }).Should().BeOfType<UnknownCallEvent>();

    [Theory]
    [InlineData("success-nested", "4711", "#", GatherReason.Terminator)]
    [InlineData("success-flat", "4711", "#", GatherReason.Terminator)]
    [InlineData("success-all-keys", "0123456789ABCD", "*", GatherReason.Terminator)]
    [InlineData("success-no-terminator", "123456", null, GatherReason.InputComplete)]
    [InlineData("terminator-missing", "4711", null, GatherReason.InputComplete)]
    [InlineData("timeout-nested", "", null, GatherReason.NoInput)]
    [InlineData("timeout-flat", "", null, GatherReason.NoInput)]
    [InlineData("timeout-partial", "47", null, GatherReason.Incomplete)]
    [InlineData("failure-nested", "12", null, GatherReason.Invalid)]
    [InlineData("failure-flat", "12", null, GatherReason.Invalid)]
    [InlineData("unknown-nested", "", null, GatherReason.Unknown)]
    [InlineData("unknown-flat", "", null, GatherReason.Unknown)]
    [InlineData("status-new", "4711", "#", GatherReason.Unknown)]
    public void Map_DigitsCollected_TellsHowItEnded(string variant, string digits, string? terminator, GatherReason reason)
    {
        var ended = Map("digits.collected/" + variant).Should().BeOfType<GatherEnded>().Subject;

        ended.Result.Should().Be(new GatherResult { Digits = digits, Terminator = terminator, Reason = reason });
    }

    [Theory]
    [InlineData("nested", 4200L, 9000L)]
    [InlineData("flat", 4200L, 9000L)]
    [InlineData("finished", 9000L, 9000L)]
    [InlineData("numbers-as-strings", 4200L, 9000L)]
    [InlineData("numbers-fractions", 4200L, 9000L)]
    [InlineData("numbers-long", 3_000_000_000L, 3_000_000_000L)]
    [InlineData("numbers-null", null, null)]
    [InlineData("numbers-negative", null, null)]
    [InlineData("silence", 0L, 0L)]
    public void Map_PlaybackStopped_TellsPositionAndDuration(string variant, long? position, long? duration)
    {
        var ended = Map("playback.stopped/" + variant).Should().BeOfType<PlaybackEnded>().Subject;

        ended.Failure.Should().BeNull();
        ended.Result.Position.Should().Be(position is { } at ? TimeSpan.FromMilliseconds(at) : null);
        ended.Result.Duration.Should().Be(duration is { } length ? TimeSpan.FromMilliseconds(length) : null);
    }

    [Theory]
    [InlineData("nested", "greet-01HZX8")]
    [InlineData("flat", "greet-01HZX8")]
    [InlineData("extra-fields", "greet-01HZX8")]
    [InlineData("bare", null)]
    public void Map_FileNotFound_IsAFailedPlayback(string variant, string? operation)
    {
        var ended = Map("playback.file_not_found/" + variant).Should().BeOfType<PlaybackEnded>().Subject;

        ended.Operation.Should().Be(operation is null ? null : new OperationId(operation));
        ended.Failure!.Code.Should().Be("playback.file_not_found");
        ended.Failure.Message.Should().Be("The gateway could not fetch an audio file, or there is none at its address.");
        ended.Result.Should().Be(new PlaybackResult());
    }

    [Theory]
    [InlineData("nested", 73)]
    [InlineData("flat", 73)]
    [InlineData("duration-string", 73)]
    [InlineData("duration-fraction", 73)]
    [InlineData("duration-zero", 0)]
    public void Map_RecordingCompleted_ReadsTheDurationAsSeconds(string variant, int seconds)
    {
        var completed = Map("recording.completed/" + variant).Should().BeOfType<RecordingCompleted>().Subject;

        completed.Result.Duration.Should().Be(TimeSpan.FromSeconds(seconds));
        completed.Result.Urls.Should().Equal(new Uri("https://recordings.example.com/2026/01/acW68-f47ac10b.wav"));
        completed.Result.Recording.Should().BeNull();
        completed.Result.SizeBytes.Should().BeNull();
    }

    [Fact]
    public void Map_RecordingCompletedWithASignedAddress_KeepsTheSignature() =>
        Map("recording.completed/url-with-query").Should().BeOfType<RecordingCompleted>().Which.Result.Urls.Should()
            .Equal(new Uri("https://recordings.example.com/2026/01/acW68-f47ac10b.wav?signature=made-up&expires=1767225600"));

    [Theory]
    [InlineData("/recordings/acW68-f47ac10b.wav")]
    [InlineData("file:///recordings/acW68-f47ac10b.wav")]
    [InlineData("//recordings.example.com/a.wav")]
    [InlineData("a.wav")]
    [InlineData("")]
    [InlineData(null)]
    public void Map_RecordingCompletedWithoutAnHttpAddress_HasNoAddress(string? url)
    {
        var native = new RecordingCompletedEvent { Event = "recording.completed", SessionUuid = Session, RecordingUrl = url, DurationSeconds = -1 };

        var completed = Map(native).Should().BeOfType<RecordingCompleted>().Subject;

        completed.Result.Urls.Should().BeEmpty();
        completed.Result.Duration.Should().BeNull();
    }

    [Fact]
    public void Map_ConferenceMembers_AreBridgedAndUnbridged()
    {
        var joined = Map("conference.member.joined/nested").Should().BeOfType<CallBridged>().Subject;
        var left = Map("conference.member.left/orphan").Should().BeOfType<CallUnbridged>().Subject;

        joined.Bridge.Should().Be(new BridgeId(Room));
        joined.With.Should().BeNull();
        left.Bridge.Should().Be(new BridgeId(Room));
        left.Reason.Should().Be("orphan");
    }

    [Theory]
    [InlineData("malformed/invalid-utf8")]
    [InlineData("malformed/event-missing")]
    public void Map_UnreadableEvent_IsUnknownWithItsProblem(string fixture) =>
        Map(fixture).Should().BeOfType<UnknownCallEvent>().Which.Problem.Should().Be(FixtureExpectation.ByName[fixture].Event switch
        {
            UnknownSessionGatewayEvent unknown => unknown.Problem,
            _ => null,
        }).And.NotBeNull();

    [Theory]
    [MemberData(nameof(DeferredCommands))]
    public void Map_DeferredCommandWithoutSuccess_IsNoRejection(string command)
    {
        var uid = SessionGatewayCommandUid.New(command);

        var neutral = Map(Result(uid, success: false));

        neutral.Should().BeOfType<UnknownCallEvent>("two seconds may have passed, no more");
        neutral.Operation.Should().Be(uid);
    }

    [Theory]
    [MemberData(nameof(ImmediateCommands))]
    public void Map_ImmediateCommandWithoutSuccess_IsARejection(string command)
    {
        var uid = SessionGatewayCommandUid.New(command);

        var rejected = Map(Result(uid, success: false)).Should().BeOfType<CommandRejected>().Subject;

        rejected.Operation.Should().Be(uid);
        rejected.Failure.Should().Be(
            new OperationFailure { Code = "command.result", Message = $"The gateway took '{command}' and did not carry it out." });
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void Map_CommandWithSuccess_IsNewsForRecordingsOnly(string command)
    {
        var uid = SessionGatewayCommandUid.New(command);

        var neutral = Map(Result(uid, success: true));

        neutral.Should().BeOfType(command == SessionGatewayCommandNames.StartRecording ? typeof(RecordingStarted) : typeof(UnknownCallEvent));
        neutral.Operation.Should().Be(uid);
    }

    [Theory]
    [MemberData(nameof(AllCommands))]
    public void Map_CommandResultThatDoesNotSay_IsUnknown(string command) =>
        Map(Result(SessionGatewayCommandUid.New(command), success: null)).Should().BeOfType<UnknownCallEvent>();

    [Theory]
    [InlineData("seek-01HZXC", true)]
    [InlineData("seek-01HZXC", false)]
    [InlineData("2b0f3c1e-7a54-4f0b-9d6e-0c7f5a1e8b42", false)]
    [InlineData("record.start", true)]
    [InlineData("record.start.019A3F0E5B7C7D1E8F2A4B6C8D0E1F23", true)]
    [InlineData("shop.checkout.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23", false)]
    public void Map_ForeignCommandUid_IsUnknown(string uid, bool success)
    {
        var neutral = Map(Result(new OperationId(uid), success));

        neutral.Should().BeOfType<UnknownCallEvent>();
        neutral.Operation.Should().Be(new OperationId(uid));
    }

    [Fact]
    public void Map_CommandResultWithoutCommand_IsUnknown()
    {
        var neutral = Map("command.result/command-missing");

        neutral.Should().BeOfType<UnknownCallEvent>();
        neutral.Operation.Should().BeNull();
    }

    [Fact]
    public void AllCommands_OfTheTables_AreTheCommandsThereAre() =>
        Deferred.Concat(Immediate).Should().BeEquivalentTo(SessionCommandCase.All.Select(command => command.Path));

    [Theory]
    [InlineData("call.new/nested", Session + ":1", 1L)]
    [InlineData("call.new/sequence-long", Session + ":4294967296", 4_294_967_296L)]
    [InlineData("dtmf/nested", Session + ":23", 23L)]
    [InlineData("command.result/success-nested", Session + ":36", 36L)]
    [InlineData("unknown/nested", Session + ":18", 18L)]
    [InlineData("malformed/event-missing", Session + ":1", 1L)]
    [InlineData("conference.created/nested", Room + ":conference.created", null)]
    [InlineData("conference.destroyed/nested", Room + ":conference.destroyed", null)]
    [InlineData("conference.created/room-missing", null, null)]
    [InlineData("conference.play.started/nested", null, null)]
    [InlineData("unknown/no-session", null, null)]
    public void Map_NestedEvent_IsIdentifiedByItsNumberWithinItsSession(string fixture, string? id, long? sequence)
    {
        var neutral = Map(fixture);

        neutral.Id?.Value.Should().Be(id);
        (neutral.Id is null).Should().Be(id is null);
        neutral.Sequence.Should().Be(sequence);
    }

    [Theory]
    [InlineData("call.new/flat", Session + ":call.new")]
    [InlineData("call.hangup/flat", Session + ":call.hangup")]
    [InlineData("call.answered/flat-automatic", Session + ":call.answered")]
    [InlineData("call.answered/flat-command", Session + ":call.answered:answer-01HZX7")]
    [InlineData("digits.collected/success-flat", Session + ":digits.collected:pin-01HZX9")]
    [InlineData("playback.started/flat", Session + ":playback.started:greet-01HZX8")]
    [InlineData("playback.stopped/flat", Session + ":playback.stopped:greet-01HZX8")]
    [InlineData("playback.file_not_found/flat", Session + ":playback.file_not_found:greet-01HZX8")]
    [InlineData("recording.completed/flat", Session + ":recording.completed:rec-01HZXB")]
    [InlineData("command.result/success-flat", Session + ":command.result:seek-01HZXC")]
    [InlineData("conference.created/flat", Room + ":conference.created")]
    [InlineData("conference.destroyed/flat", Room + ":conference.destroyed")]
    [InlineData("dtmf/flat", null)]
    [InlineData("conference.member.joined/flat", null)]
    [InlineData("conference.member.left/flat", null)]
    [InlineData("conference.play.started/flat", null)]
    [InlineData("unknown/flat", null)]
    [InlineData("unknown/bare", null)]
    public void Map_FlatEvent_IsIdentifiedWhereItCanHappenOnlyOnce(string fixture, string? id)
    {
        var neutral = Map(fixture);

        neutral.Id?.Value.Should().Be(id);
        (neutral.Id is null).Should().Be(id is null);
        neutral.Sequence.Should().BeNull();
    }

    [Theory]
    [InlineData("call.new/sequence-zero")]
    [InlineData("call.new/sequence-negative")]
    [InlineData("call.new/sequence-huge")]
    [InlineData("call.new/sequence-missing")]
    public void Map_NumberThatIsNone_IsNoIdentity(string fixture)
    {
        var neutral = Map(fixture);

        neutral.Sequence.Should().BeNull("numbers begin with 1");
        neutral.Id!.Value.Value.Should().Be(Session + ":call.new");
    }

    [Fact]
    public void Map_TwoKeysAlikeInFlatForm_AreTwoKeys()
    {
        var first = Map("dtmf/flat");
        var second = Map("dtmf/flat");

        first.Id.Should().BeNull("nothing tells a second press from a second delivery, and a lost key is worse");
        second.Id.Should().BeNull();
    }

    [Theory]
    [InlineData("malformed/session-null")]
    [InlineData("malformed/session-empty")]
    [InlineData("malformed/session-missing-flat")]
    public void Map_EventWithoutASession_HasNeitherCallNorIdentity(string fixture)
    {
        var neutral = Map(fixture);

        neutral.Call.Should().Be(default(CallId));
        neutral.Id.Should().BeNull();
        neutral.Sequence.Should().BeNull();
    }

    [Fact]
    public void Map_BlankSession_HasNeitherCallNorIdentity()
    {
        var neutral = Map(new CallNewEvent { Event = "call.new", SessionUuid = " ", Sequence = 1 });

        neutral.Call.Should().Be(default(CallId));
        neutral.Id.Should().BeNull();
        neutral.Sequence.Should().BeNull();
    }

    private static CommandResultEvent Result(OperationId uid, bool? success) =>
        new() { Event = "command.result", SessionUuid = Session, Sequence = 9, CommandUid = uid, Success = success };

    private static CallEvent Map(string fixture) => SessionGatewayEventMapper.Map(EventFixture.Parse(fixture), "gateway-1", EventFixture.Read(fixture), Now);

    private static CallEvent Map(SessionGatewayEvent native) => SessionGatewayEventMapper.Map(native, "gateway-1", Encoding.UTF8.GetBytes("{}"), Now);
}
