using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Events of the vendor become neutral ones, and nothing that was sent is lost.</summary>
public sealed class SignalWireEventMapperTests
{
    private const string Provider = "signalwire-1";
    private const string NoCall = "it names no call";

    private static readonly CallId Call = new("3c5b0d1e-6a72-4f0d-9b1e-2f4a6c8d0e11");
    private static readonly OperationId Control = new("c7a1f5d2-3b4e-4c6d-9e8f-0a1b2c3d4e55");
    private static readonly OperationId Addressed = new("9b0c1d2e-3f4a-4b5c-8d6e-7f8091a2b3c4");
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 4, 5, 6, TimeSpan.Zero);

    // What has a neutral form; every other event is one of the vendor's own.
    private static readonly Dictionary<string, Type> Neutral = new()
    {
        ["calling.call.collect/full"] = typeof(GatherEnded),
        ["calling.call.collect/no-input"] = typeof(GatherEnded),
        ["calling.call.connect/connected-flat"] = typeof(CallBridged),
        ["calling.call.connect/full"] = typeof(TransferFailed),
        ["calling.call.detect/digit"] = typeof(DtmfReceived),
        ["calling.call.detect/fax-flat"] = typeof(MachineDetected),
        ["calling.call.detect/full"] = typeof(MachineDetected),
        ["calling.call.play/error"] = typeof(PlaybackEnded),
        ["calling.call.play/full"] = typeof(PlaybackEnded),
        ["calling.call.play/playing-flat"] = typeof(PlaybackStarted),
        ["calling.call.record/full"] = typeof(RecordingCompleted),
        ["calling.call.record/url-in-record"] = typeof(RecordingCompleted),
        ["calling.call.record/without-audio"] = typeof(RecordingFailed),
        ["calling.call.refer/full"] = typeof(TransferCompleted),
        ["calling.call.state/flat"] = typeof(CallRinging),
        ["calling.call.state/full"] = typeof(CallEnded),
        ["calling.call.state/page-example"] = typeof(CallAnswered),
        ["calling.call.state/ragged"] = typeof(CallEnded),
        ["calling.call.stream/full"] = typeof(StreamStopped),
        ["calling.call.tap/full"] = typeof(ForkStopped),
        ["calling.call.tap/ws-flat"] = typeof(ForkStarted),
        ["unknown/device-list"] = typeof(CallEnded),
    };

    // What names no call, or nothing at all.
    private static readonly Dictionary<string, string> Problems = new()
    {
        ["calling.call.dial/failed"] = NoCall,
        ["calling.call.stream/without-call"] = NoCall,
        ["unknown/finished-without-a-name"] = "The event has no name, and no member that tells which one it is.",
    };

    public static TheoryData<string> Fixtures => [.. EventFixture.Names];

    public static TheoryData<string> NeutralFixtures => [.. Neutral.Keys];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_HasItsNeutralForm(string fixture)
    {
        var neutral = Map(EventFixture.Read(fixture));

        neutral.Should().BeOfType(Neutral.GetValueOrDefault(fixture, typeof(UnknownCallEvent)));
        (neutral as UnknownCallEvent)?.Problem.Should().Be(Problems.GetValueOrDefault(fixture));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_CarriesAccountCallOperationTimesBytesAndNativeEvent(string fixture)
    {
        var bytes = EventFixture.Read(fixture);
        var body = EventFixture.Body(fixture);
        var members = EventFixture.MembersOf(body);
        var native = EventFixture.Parse(bytes);

        var neutral = SignalWireEventMapper.Map(native, null, Provider, bytes, Now);

        neutral.Provider.Should().Be(Provider);
        neutral.Call.Should().Be(native.Call).And.Be((string?)members["call_id"] is { } call ? new CallId(call) : native.Call);
        neutral.Operation.Should().Be((string?)members["control_id"] is { } control ? new OperationId(control) : null);
        neutral.Name.Should().Be((string?)body["event_type"] ?? "");
        neutral.Id.Should().Be(native.Id);
        neutral.Sequence.Should().BeNull("the vendor does not number its events");
        neutral.OccurredAt.Should().Be(native.Timestamp);
        (neutral.OccurredAt is not null).Should().Be(body.ContainsKey("timestamp"));
        neutral.ReceivedAt.Should().Be(Now);
        neutral.NativeEvent.Should().BeSameAs(native);
        neutral.RawJson.Equals(bytes).Should().BeTrue("the bytes are handed on, not copied");
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_Fixture_ShowsNoNumberDigitOrWordInItsText(string fixture)
    {
        var text = Map(EventFixture.Read(fixture)).ToString();

        text.Should().NotContain("5550100").And.NotContain("4711").And.NotContain("tick").And.NotContain("http");
    }

    [Theory]
    [MemberData(nameof(NeutralFixtures))]
    public void Map_WithoutCall_IsUnknownAndSaysSo(string fixture)
    {
        var body = EventFixture.Body(fixture);
        EventFixture.MembersOf(body).Remove("call_id");

        var unknown = Map(EventFixture.Utf8(body)).Should().BeOfType<UnknownCallEvent>().Subject;

        unknown.Call.Should().Be(default(CallId));
        unknown.Problem.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Map_SentToAnOperationsAddress_IsOfThatUnlessItNamesOne(string fixture)
    {
        var bytes = EventFixture.Read(fixture);
        var native = EventFixture.Parse(bytes);

        SignalWireEventMapper.Map(native, Addressed, Provider, bytes, Now).Operation.Should().Be(native.ControlId ?? Addressed);
    }

    [Theory]
    [InlineData("created", "outbound", typeof(CallInitiated))]
    [InlineData("created", "outbound-api", typeof(CallInitiated))]
    [InlineData("created", "inbound", typeof(UnknownCallEvent))]
    [InlineData("created", null, typeof(UnknownCallEvent))]
    [InlineData("ringing", null, typeof(CallRinging))]
    [InlineData("answered", null, typeof(CallAnswered))]
    [InlineData("ending", null, typeof(UnknownCallEvent))]
    [InlineData("ended", null, typeof(CallEnded))]
    [InlineData("a-new-state", null, typeof(UnknownCallEvent))]
    public void Map_State_IsTheNeutralEventInBothForms(string state, string? direction, Type expected)
    {
        (string, JsonNode?)[] members = [("call_id", Call.Value), ("call_state", state), ("direction", direction), ("from", "+15550100001"), ("to", "+15550100002")];
        var flat = Map(NativeEvent.Flat(members).Body);
        var enveloped = Map(NativeEvent.Of("calling.call.state", null, 3, members).Body);

        foreach (var neutral in new[] { flat, enveloped })
        {
            neutral.Should().BeOfType(expected);
            neutral.Call.Should().Be(Call);
            neutral.Id.Should().Be(new CallEventId($"{Call}:{state}"), "a leg comes into a state once, whoever tells it");
            (neutral as CallInitiated)?.From.Value.Should().Be("+15550100001");
            (neutral as CallInitiated)?.To.Value.Should().Be("+15550100002");
            (neutral as UnknownCallEvent)?.Problem.Should().BeNull();
        }
    }

    [Fact]
    public void Map_CreatedWithADevice_TellsItsParties()
    {
        var device = new JsonObject { ["type"] = "phone", ["params"] = new JsonObject { ["from_number"] = "+15550100001", ["to_number"] = "+15550100002" } };

        var initiated = Map("calling.call.state", ("call_state", "created"), ("direction", "outbound"), ("device", device)).Should().BeOfType<CallInitiated>().Subject;

        initiated.From.Value.Should().Be("+15550100001");
        initiated.To.Value.Should().Be("+15550100002");
    }

    [Theory]
    [InlineData("hangup", "normal")]
    [InlineData("cancel", "cancelled")]
    [InlineData("abandoned", "cancelled")]
    [InlineData("busy", "busy")]
    [InlineData("noAnswer", "no-answer")]
    [InlineData("no_answer", "no-answer")]
    [InlineData("decline", "rejected")]
    [InlineData("declined", "rejected")]
    [InlineData("error", "failed")]
    [InlineData("notFound", "unreachable")]
    [InlineData("not_found", "unreachable")]
    [InlineData("", "unknown")]
    [InlineData(" ", "unknown")]
    [InlineData(null, "unknown")]
    [InlineData("moon_eclipse", "moon_eclipse")]
    public void Map_Ended_CauseIsTheNeutralWordOrKept(string? reason, string expected)
    {
        var ended = Map("calling.call.state", ("call_state", "ended"), ("end_reason", reason), ("end_source", "inbound")).Should().BeOfType<CallEnded>().Subject;

        ended.Cause.Value.Should().Be(expected);
        ended.EndedBy.Should().Be(CallSide.Unknown, "which side the vendor means is not told");
    }

    [Theory]
    [InlineData("machine", "HUMAN", AnsweredBy.Human, false)]
    [InlineData("machine", "MACHINE", AnsweredBy.Machine, false)]
    [InlineData("machine", "READY", AnsweredBy.Machine, true)]
    [InlineData("machine", "UNKNOWN", AnsweredBy.Unknown, false)]
    [InlineData("fax", "CED", AnsweredBy.Fax, false)]
    [InlineData("fax", "CNG", AnsweredBy.Fax, false)]
    public void Map_Detection_TellsWhoAnswered(string type, string finding, AnsweredBy answeredBy, bool beepHeard)
    {
        var detected = Map("calling.call.detect", ("control_id", Control.Value), ("detect", Detection(type, finding))).Should().BeOfType<MachineDetected>().Subject;

        detected.AnsweredBy.Should().Be(answeredBy);
        detected.BeepHeard.Should().Be(beepHeard);
        detected.Operation.Should().Be(Control);
    }

    [Theory]
    [InlineData("machine", "NOT_READY")]
    [InlineData("machine", "finished")]
    [InlineData("fax", "finished")]
    [InlineData("digit", "finished")]
    [InlineData("machine", "a-new-finding")]
    [InlineData("digit", "12")]
    [InlineData("digit", "E")]
    [InlineData("digit", "")]
    [InlineData("digit", "٣")]
    public void Map_DetectionOfNothing_IsUnknown(string type, string finding) =>
        Map("calling.call.detect", ("detect", Detection(type, finding))).Should().BeOfType<UnknownCallEvent>().Which.Problem.Should().BeNull();

    [Theory]
    [InlineData("0", '0')]
    [InlineData("*", '*')]
    [InlineData("#", '#')]
    [InlineData("a", 'A')]
    [InlineData("D", 'D')]
    public void Map_DetectedDigit_IsTheKey(string digit, char expected) =>
        Map("calling.call.detect", ("detect", Detection("digit", digit))).Should().BeOfType<DtmfReceived>().Which.Digit.Should().Be(expected);

    [Theory]
    [InlineData("participant-join", typeof(CallBridged))]
    [InlineData("participant-leave", typeof(CallUnbridged))]
    [InlineData("participant-mute", typeof(UnknownCallEvent))]
    [InlineData("conference-start", typeof(UnknownCallEvent))]
    [InlineData("conference-end", typeof(UnknownCallEvent))]
    [InlineData("a-new-status", typeof(UnknownCallEvent))]
    public void Map_Conference_IsOfTheOperationInItsAddress(string status, Type expected)
    {
        var body = NativeEvent.Conference(Call, Addressed, status).Body;

        var neutral = Map(body, Addressed);

        neutral.Should().BeOfType(expected);
        neutral.Operation.Should().Be(Addressed);
        (neutral as CallBridged)?.Bridge.Should().Be(new BridgeId($"callcontrol-{Addressed}"));
        (neutral as CallUnbridged)?.Bridge.Should().Be(new BridgeId($"callcontrol-{Addressed}"));
        (neutral as CallUnbridged)?.Reason.Should().Be(status);
    }

    [Theory]
    [InlineData("participant-join")]
    [InlineData("conference-end")]
    public void Map_ConferenceWithoutCall_IsWellFormed(string status) =>
        Map(NativeEvent.Conference(null, Addressed, status).Body, Addressed).Should().BeOfType<UnknownCallEvent>().Which.Problem.Should().BeNull("it concerns the room");

    [Theory]
    [InlineData("connecting", typeof(UnknownCallEvent))]
    [InlineData("connected", typeof(CallBridged))]
    [InlineData("disconnected", typeof(CallUnbridged))]
    [InlineData("failed", typeof(TransferFailed))]
    [InlineData("a-new-state", typeof(UnknownCallEvent))]
    public void Map_Connect_IsOfTheOperationInItsAddress(string state, Type expected)
    {
        var peer = new JsonObject { ["call_id"] = "the-other" };

        var neutral = Map(NativeEvent.Of("calling.call.connect", Call, 1, ("connect_state", state), ("peer", peer), ("failed_reason", "busy")).Body, Addressed);

        neutral.Should().BeOfType(expected);
        neutral.Operation.Should().Be(Addressed);
        (neutral as CallBridged)?.With.Should().Be(new CallId("the-other"));
        (neutral as CallUnbridged)?.With.Should().Be(new CallId("the-other"));
        (neutral as TransferFailed)?.Failure.Code.Should().Be("busy");
    }

    [Fact]
    public void Map_ConnectWithoutPeer_TellsNone() =>
        Map("calling.call.connect", ("connect_state", "connected")).Should().BeOfType<CallBridged>().Which.With.Should().BeNull();

    [Theory]
    [InlineData("https://files.example.com/a.mp3", true)]
    [InlineData("http://files.example.com/a.mp3", true)]
    [InlineData("ftp://files.example.com/a.mp3", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("a.mp3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Map_RecordingsAddress_IsOneThatCanBeFetched(string? url, bool isKept)
    {
        var completed = Map("calling.call.record", ("state", "finished"), ("url", url), ("recording_id", "")).Should().BeOfType<RecordingCompleted>().Subject;

        completed.Result.Urls.Select(each => each.OriginalString).Should().Equal(isKept ? [url!] : []);
        completed.Result.Recording.Should().BeNull("an empty name is none");
    }

    [Fact]
    public void Map_EndOfACallWithAMemberThatCannotBeRead_EndsIt()
    {
        var neutral = Map("calling.call.state", ("call_state", "ended"), ("sip_data", "no object"), ("device", new JsonArray()));

        neutral.Should().BeOfType<CallEnded>().Which.Call.Should().Be(Call);
    }

    [Fact]
    public void Map_UnknownEvent_IsDelivered()
    {
        var neutral = Map("calling.call.whisper", ("control_id", Control.Value), ("x", 1)).Should().BeOfType<UnknownCallEvent>().Subject;

        neutral.Name.Should().Be("calling.call.whisper");
        neutral.Operation.Should().Be(Control);
        neutral.Problem.Should().BeNull();
        neutral.NativeEvent.Should().BeOfType<UnknownSignalWireEvent>().Which.ExtensionData!["x"].GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("inbound", true)]
    [InlineData("outbound", false)]
    [InlineData("outbound-api", false)]
    [InlineData("a-new-direction", true)]
    [InlineData(null, true)]
    public void MapFetch_IsACallThatComesUnlessItGoes(string? direction, bool isIncoming)
    {
        var fetch = Fetch(leg => leg["direction"] = direction);

        var neutral = SignalWireEventMapper.MapFetch(fetch, Provider, "{}"u8.ToArray(), Now);

        SignalWireEventMapper.IsInbound(fetch).Should().Be(isIncoming);
        neutral.Should().BeOfType(isIncoming ? typeof(CallIncoming) : typeof(CallInitiated));
        neutral.Call.Should().Be(Call);
        neutral.Provider.Should().Be(Provider);
        neutral.Name.Should().BeEmpty("the vendor gives it none");
        neutral.Id.Should().NotBeNull("whoever asks again is one call");
        neutral.ReceivedAt.Should().Be(Now);
        neutral.NativeEvent.Should().BeSameAs(fetch);
        (neutral as CallIncoming)?.From.Value.Should().Be("+15550100001");
        (neutral as CallIncoming)?.To.Value.Should().Be("+15550100002");
        (neutral as CallInitiated)?.From.Value.Should().Be("+15550100001");
        (neutral as CallInitiated)?.To.Value.Should().Be("+15550100002");
    }

    [Theory]
    [InlineData("calling.call.play\n2026-01-01 a line of the log", "a-call")]
    [InlineData("calling.call.play", "a-call\r\nanother line")]
    public void Map_NamesThatWouldBreakALine_AreLeftToTheNativeEvent(string name, string call)
    {
        var body = Encoding.UTF8.GetBytes(new JsonObject { ["event_type"] = name, ["params"] = new JsonObject { ["call_id"] = call, ["state"] = "playing" } }.ToJsonString());

        var neutral = Map(body);

        (neutral.Name + neutral.Call.Value).Any(char.IsControl).Should().BeFalse();
        neutral.NativeEvent.Should().BeAssignableTo<SignalWireEvent>().Which.EventType.Should().Be(name);
        neutral.RawJson.ToArray().Should().Equal(body);
    }

    [Fact]
    public void MapFetch_WithoutParties_TakesTheirNumbers()
    {
        var fetch = Fetch(leg =>
        {
            leg.Remove("from");
            leg.Remove("to");
        });

        var incoming = SignalWireEventMapper.MapFetch(fetch, Provider, default, Now).Should().BeOfType<CallIncoming>().Subject;

        incoming.From.Value.Should().Be("+15550100001");
        incoming.To.Value.Should().Be("+15550100002");
    }

    [Fact]
    public void MapAnswered_IsTheSameEventAsTheState()
    {
        var state = Map("calling.call.state", ("call_state", "answered"));

        var answered = SignalWireEventMapper.MapAnswered(Fetch(_ => { }), Provider, default, Now);

        answered.Id.Should().Be(state.Id);
        answered.Call.Should().Be(Call);
        answered.OccurredAt.Should().BeNull();
        answered.ReceivedAt.Should().Be(Now);
    }

    private static SwmlFetchEvent Fetch(Action<JsonObject> change)
    {
        var body = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "fetch", "inbound-phone.json")))!.AsObject();
        change(body["call"]!.AsObject());
        SwmlFetchParser.TryParse(Encoding.UTF8.GetBytes(body.ToJsonString()), out var fetch, out var problem).Should().BeTrue("of '{0}'", problem);
        return fetch!;
    }

    private static JsonObject Detection(string type, string finding) => new() { ["type"] = type, ["params"] = new JsonObject { ["event"] = finding } };

    private static CallEvent Map(string name, params (string, JsonNode?)[] members) => Map(NativeEvent.Of(name, Call, 1, members).Body);

    private static CallEvent Map(byte[] body, OperationId? addressed = null) => SignalWireEventMapper.Map(EventFixture.Parse(body), addressed, Provider, body, Now);
}
