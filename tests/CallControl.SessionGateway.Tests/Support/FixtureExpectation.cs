namespace CallControl.SessionGateway.Tests;

/// <summary>What must be read from one fixture, written from the fixture's text and <c>Fixtures/README.md</c>.</summary>
/// <param name="Event">The event, without its extension data; null where the body must be refused.</param>
/// <param name="Extension">The extension data as JSON; null for none.</param>
/// <param name="Problem">Why the body is refused.</param>
internal sealed record FixtureExpectation(SessionGatewayEvent? Event, string? Extension = null, string? Problem = null)
{
    private const string Session = "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479";
    private const string Room = "acW68-room-550e8400-e29b-41d4-a716-446655440000";
    private const string App = "acme-voice";
    private const string Caller = "+15550100123";
    private const string Did = "+15550100999";
    private const string Greeting = "https://cdn.example.com/greeting.wav";
    private const string Menu = "https://cdn.example.com/menu.wav";
    private const string Recording = "https://recordings.example.com/2026/01/acW68-f47ac10b.wav";
    private const string NotJson = "The body is not valid JSON, or is nested deeper than 64 levels.";
    private const string NoObject = "The body is not a JSON object.";
    private const string NoName = "The event has no name.";
    private const string BadCaller = "A member of the event has another type than documented, at $.caller_id.";
    private const string CallerAndDid = $$"""{"caller_id": "{{Caller}}", "did": "{{Did}}"}""";

    private static readonly OperationId Answer = new("answer-01HZX7");
    private static readonly OperationId Greet = new("greet-01HZX8");
    private static readonly OperationId Pin = new("pin-01HZX9");
    private static readonly OperationId Rec = new("rec-01HZXB");
    private static readonly OperationId Seek = new("seek-01HZXC");

    private static readonly CallNewEvent New = new() { CallerId = Caller, Did = Did };
    private static readonly DtmfEvent Five = new() { Digit = "5", DurationMs = 120 };

    private static readonly DigitsCollectedEvent Digits = new() { CommandUid = Pin, Digits = "4711", Terminator = "#", Status = "success" };

    private static readonly PlaybackStartedEvent Started = new() { CommandUid = Greet, Urls = [Greeting] };

    private static readonly PlaybackStoppedEvent Stopped = new() { CommandUid = Greet, Urls = [Greeting], OffsetMs = 4200, DurationMs = 9000 };

    private static readonly RecordingCompletedEvent Recorded = new() { CommandUid = Rec, RecordingUrl = Recording, DurationSeconds = 73 };

    private static readonly ConferenceCreatedEvent Created = new() { AppId = App, RoomId = Room, Name = "team-standup" };

    private static readonly ConferenceMemberLeftEvent Left = new() { RoomId = Room, Reason = "hangup" };

    private static readonly ConferencePlayEvent Play = new() { RoomId = Room, Urls = [Greeting, Menu] };

    private static readonly UnknownSessionGatewayEvent Nameless = new() { Problem = NoName };

    /// <summary>One entry for each file.</summary>
    public static IReadOnlyDictionary<string, FixtureExpectation> ByName { get; } = new Dictionary<string, FixtureExpectation>(StringComparer.Ordinal)
    {
        ["call.answered/flat-automatic"] = Flat("call.answered", new CallAnsweredEvent()),
        ["call.answered/flat-command"] = Flat("call.answered", new CallAnsweredEvent { CommandUid = Answer, Success = true }),
        ["call.answered/nested-automatic"] = Nested("call.answered", 10, new CallAnsweredEvent()),
        ["call.answered/nested-command"] = Nested("call.answered", 9, new CallAnsweredEvent { CommandUid = Answer, Success = true }),
        ["call.answered/nested-command-failed"] = Nested("call.answered", 11, new CallAnsweredEvent { CommandUid = Answer, Success = false }),
        ["call.answered/success-string"] = Nested("call.answered", 12, new CallAnsweredEvent { CommandUid = Answer, Success = true }),

        ["call.hangup/busy"] = Nested("call.hangup", 14, new CallHangupEvent { HangupCause = "busy" }),
        ["call.hangup/cause-missing"] = Nested("call.hangup", 20, new CallHangupEvent()),
        ["call.hangup/cause-number"] = Nested("call.hangup", 21, new CallHangupEvent { HangupCause = "16" }),
        ["call.hangup/cause-q850"] = Nested("call.hangup", 19, new CallHangupEvent { HangupCause = "NORMAL_CLEARING" }),
        ["call.hangup/cause-unknown"] = Nested("call.hangup", 18, new CallHangupEvent { HangupCause = "moon_eclipse" }),
        ["call.hangup/extra-fields"] = Nested("call.hangup", 22, new CallHangupEvent { HangupCause = "completed" }, """{"duration_ms": 73250, "q850": 16}"""),
        ["call.hangup/flat"] = Flat("call.hangup", new CallHangupEvent { HangupCause = "completed" }),
        ["call.hangup/nested"] = Nested("call.hangup", 13, new CallHangupEvent { HangupCause = "completed" }),
        ["call.hangup/no-answer"] = Nested("call.hangup", 16, new CallHangupEvent { HangupCause = "no_answer" }),
        ["call.hangup/rejected"] = Nested("call.hangup", 15, new CallHangupEvent { HangupCause = "rejected" }),
        ["call.hangup/unavail"] = Nested("call.hangup", 17, new CallHangupEvent { HangupCause = "unavail" }),

        ["call.new/caller-empty"] = Nested("call.new", 1, New with { CallerId = "" }),
        ["call.new/caller-null"] = Nested("call.new", 1, New with { CallerId = null }),
        ["call.new/caller-number"] = Nested("call.new", 1, New with { CallerId = "15550100123" }),
        ["call.new/caller-withheld"] = Nested("call.new", 1, New with { CallerId = "anonymous" }),
        ["call.new/data-array"] = Flat("call.new", New with { Sequence = 1 }, $$"""{"data": [{{CallerAndDid}}]}"""),
        ["call.new/data-empty"] = Nested("call.new", 1, new CallNewEvent()),
        ["call.new/data-null"] = Flat("call.new", New with { Sequence = 1 }, """{"data": null}"""),
        ["call.new/data-string"] = Flat("call.new", New with { Sequence = 1 }, """{"data": "none"}"""),
        ["call.new/flat"] = Flat("call.new", New),
        ["call.new/flat-extra-fields"] = Flat("call.new", New, """{"api_version": "2026-01", "geo": {"country": "US"}}"""),
        ["call.new/members-reversed"] = Nested("call.new", 1, New),
        ["call.new/nested"] = Nested("call.new", 1, New),
        ["call.new/nested-and-flat-differ"] = Nested("call.new", 1, New, """{"caller_id": "+15550100777", "did": "+15550100778"}"""),
        ["call.new/nested-extra-fields"] = Nested(
            "call.new",
            1,
            New,
            """
            {"api_version": "2026-01", "delivery": {"attempt": 2}, "sip_call_id": "8f2c@198.51.100.7", "tags": ["vip", 2, null],
             "geo": {"country": "US"}}
            """),
        ["call.new/sequence-fraction"] = Nested("call.new", 1, New),
        ["call.new/sequence-huge"] = Nested("call.new", null, New),
        ["call.new/sequence-long"] = Nested("call.new", 4_294_967_296, New),
        ["call.new/sequence-missing"] = Nested("call.new", null, New),
        ["call.new/sequence-negative"] = Nested("call.new", -1, New),
        ["call.new/sequence-string"] = Nested("call.new", 1, New),
        ["call.new/sequence-zero"] = Nested("call.new", 0, New),
        ["call.new/session-in-data"] = Nested("call.new", 1, New),

        ["command.result/command-missing"] = Nested("command.result", 39, new CommandResultEvent { Success = true }),
        ["command.result/command-top-level"] = Nested("command.result", 2, new CommandResultEvent { Success = true }, """{"command_uid": "seek-01HZXC"}"""),
        ["command.result/failure-extra-fields"] = Nested(
            "command.result",
            38,
            new CommandResultEvent { CommandUid = Seek, Success = false },
            """{"operation_id": "2b0f3c1e-7a54-4f0b-9d6e-0c7f5a1e8b42", "command": "playback/seek", "error": "no active playback"}"""),
        ["command.result/failure-flat"] = Flat("command.result", new CommandResultEvent { CommandUid = Seek, Success = false }),
        ["command.result/failure-nested"] = Nested("command.result", 37, new CommandResultEvent { CommandUid = Seek, Success = false }),
        ["command.result/success-flat"] = Flat("command.result", new CommandResultEvent { CommandUid = Seek, Success = true }),
        ["command.result/success-missing"] = Nested("command.result", 40, new CommandResultEvent { CommandUid = Seek }),
        ["command.result/success-nested"] = Nested("command.result", 36, new CommandResultEvent { CommandUid = Seek, Success = true }),
        ["command.result/success-number"] = Nested("command.result", 1, new CommandResultEvent { CommandUid = Seek, Success = true }),

        ["conference.created/flat"] = Flat("conference.created", Created, session: null),
        ["conference.created/name-with-space"] = Nested("conference.created", 4, Created with { Name = "Team Standup" }, session: null),
        ["conference.created/nested"] = Nested("conference.created", 3, Created, session: null),
        ["conference.created/nested-no-sequence"] = Nested("conference.created", null, Created, session: null),
        ["conference.created/room-missing"] = Nested("conference.created", 6, Created with { RoomId = null }, session: null),
        ["conference.created/room-short"] = Nested("conference.created", 5, Created with { RoomId = "acW68-room-abc123" }, session: null),

        ["conference.destroyed/flat"] = Flat("conference.destroyed", new ConferenceDestroyedEvent { AppId = App, RoomId = Room }, session: null),
        ["conference.destroyed/nested"] = Nested("conference.destroyed", 7, new ConferenceDestroyedEvent { AppId = App, RoomId = Room }, session: null),

        ["conference.member.joined/flat"] = Flat("conference.member.joined", new ConferenceMemberJoinedEvent { RoomId = Room, CallerId = Caller }),
        ["conference.member.joined/nested"] = Nested("conference.member.joined", 8, new ConferenceMemberJoinedEvent { RoomId = Room, CallerId = Caller }),
        ["conference.member.joined/room-missing"] = Nested("conference.member.joined", 9, new ConferenceMemberJoinedEvent { CallerId = Caller }),

        ["conference.member.left/flat"] = Flat("conference.member.left", Left),
        ["conference.member.left/nested"] = Nested("conference.member.left", 10, Left),
        ["conference.member.left/orphan"] = Nested("conference.member.left", 12, Left with { Reason = "orphan" }),
        ["conference.member.left/reason-missing"] = Nested("conference.member.left", 14, Left with { Reason = null }),
        ["conference.member.left/reason-unknown"] = Nested("conference.member.left", 13, Left with { Reason = "sunset" }),
        ["conference.member.left/removed"] = Nested("conference.member.left", 11, Left with { Reason = "removed" }),

        ["conference.play.started/bare"] = Nested("conference.play.started", 17, new ConferencePlayEvent(), session: null),
        ["conference.play.started/flat"] = Flat("conference.play.started", Play, """{"app_id": "acme-voice"}""", session: null),
        ["conference.play.started/nested"] = Nested("conference.play.started", 15, Play, """{"app_id": "acme-voice"}""", session: null),
        ["conference.play.stopped/flat"] = Flat("conference.play.stopped", Play, """{"app_id": "acme-voice"}""", session: null),
        ["conference.play.stopped/nested"] = Nested("conference.play.stopped", 16, Play, """{"app_id": "acme-voice"}""", session: null),

        ["digits.collected/command-missing"] = Nested("digits.collected", 6, Digits with { CommandUid = null }),
        ["digits.collected/digits-number"] = Nested("digits.collected", 5, Digits),
        ["digits.collected/failure-flat"] = Flat("digits.collected", Digits with { Digits = "12", Terminator = "", Status = "failure" }),
        ["digits.collected/failure-nested"] = Nested("digits.collected", 39, Digits with { Digits = "12", Terminator = "", Status = "failure" }),
        ["digits.collected/status-new"] = Nested("digits.collected", 4, Digits with { Status = "aborted" }),
        ["digits.collected/success-all-keys"] = Nested("digits.collected", 2, Digits with { Digits = "0123456789ABCD", Terminator = "*" }),
        ["digits.collected/success-flat"] = Flat("digits.collected", Digits),
        ["digits.collected/success-nested"] = Nested("digits.collected", 37, Digits),
        ["digits.collected/success-no-terminator"] = Nested("digits.collected", 1, Digits with { Digits = "123456", Terminator = "" }),
        ["digits.collected/terminator-missing"] = Nested("digits.collected", 7, Digits with { Terminator = null }),
        ["digits.collected/timeout-flat"] = Flat("digits.collected", Digits with { Digits = "", Terminator = "", Status = "timeout" }),
        ["digits.collected/timeout-nested"] = Nested("digits.collected", 38, Digits with { Digits = "", Terminator = "", Status = "timeout" }),
        ["digits.collected/timeout-partial"] = Nested("digits.collected", 3, Digits with { Digits = "47", Terminator = "", Status = "timeout" }),
        ["digits.collected/unknown-flat"] = Flat("digits.collected", Digits with { Digits = "", Terminator = "", Status = "unknown" }),
        ["digits.collected/unknown-nested"] = Nested("digits.collected", 40, Digits with { Digits = "", Terminator = "", Status = "unknown" }),

        ["dtmf/digit-empty"] = Nested("dtmf", 36, Five with { Digit = "" }),
        ["dtmf/digit-lower-case"] = Nested("dtmf", 34, Five with { Digit = "d" }),
        ["dtmf/digit-number"] = Nested("dtmf", 33, Five),
        ["dtmf/digit-two"] = Nested("dtmf", 35, Five with { Digit = "12" }),
        ["dtmf/duration-fraction"] = Nested("dtmf", 29, Five),
        ["dtmf/duration-huge"] = Nested("dtmf", 32, Five with { DurationMs = null }),
        ["dtmf/duration-missing"] = Nested("dtmf", 31, Five with { DurationMs = null }),
        ["dtmf/duration-negative"] = Nested("dtmf", 30, Five with { DurationMs = -1 }),
        ["dtmf/duration-string"] = Nested("dtmf", 28, Five),
        ["dtmf/flat"] = Flat("dtmf", Five),
        ["dtmf/hash"] = Nested("dtmf", 25, new DtmfEvent { Digit = "#", DurationMs = 80 }),
        ["dtmf/letter"] = Nested("dtmf", 26, new DtmfEvent { Digit = "D", DurationMs = 80 }),
        ["dtmf/nested"] = Nested("dtmf", 23, Five),
        ["dtmf/star"] = Nested("dtmf", 24, new DtmfEvent { Digit = "*", DurationMs = 80 }),
        ["dtmf/zero"] = Nested("dtmf", 27, new DtmfEvent { Digit = "0", DurationMs = 80 }),

        ["malformed/blank"] = Refused(NotJson),
        ["malformed/byte-order-mark"] = Nested("call.new", 1, New),
        ["malformed/comment"] = Refused(NotJson),
        ["malformed/control-characters"] = Nested("call.new", 1, New with { CallerId = "+1555\0\u001b[31m\r\n0100" }),
        ["malformed/data-missing"] = Flat("call.new", new CallNewEvent { Sequence = 1 }),
        ["malformed/data-null"] = Flat("call.new", new CallNewEvent { Sequence = 1 }, """{"data": null}"""),
        ["malformed/data-number"] = Flat("call.new", new CallNewEvent { Sequence = 1 }, """{"data": 42}"""),
        ["malformed/deep-data"] = Refused(NotJson),
        ["malformed/deep-unknown-field"] = Refused(NotJson),
        ["malformed/duplicate-event"] = Flat("call.hangup", new CallHangupEvent { HangupCause = "completed" }),
        ["malformed/empty"] = Refused(NotJson),
        ["malformed/event-empty"] = Nested("", 1, Nameless, CallerAndDid),
        ["malformed/event-missing"] = Nested("", 1, Nameless, CallerAndDid),
        ["malformed/event-null"] = Nested("", 1, Nameless, CallerAndDid),
        ["malformed/event-number"] = Nested("", 1, Nameless, CallerAndDid),
        ["malformed/event-object"] = Nested("", 1, Nameless, CallerAndDid),
        ["malformed/form"] = Refused(NotJson),
        ["malformed/html"] = Refused(NotJson),
        ["malformed/invalid-utf8"] = Nested("call.new", 1, new UnknownSessionGatewayEvent { Problem = BadCaller }, CallerAndDid),
        ["malformed/lone-surrogate"] = Nested("call.new", 1, new UnknownSessionGatewayEvent { Problem = BadCaller }, CallerAndDid),
        ["malformed/long-name"] = Nested("call." + new string('n', 15_000), null, new UnknownSessionGatewayEvent()),
        ["malformed/long-value"] = Nested("call.new", 1, New with { CallerId = new string('5', 15_000) }),
        ["malformed/many-fields"] = Nested(
            "call.new", 1, New, $$"""{ {{string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"x{i}\": {i}"))}} }"""),
        ["malformed/not-a-number"] = Refused(NotJson),
        ["malformed/object-empty"] = Flat("", Nameless, session: null),
        ["malformed/session-empty"] = Nested("call.new", 1, New, session: ""),
        ["malformed/session-hostile"] = Nested("call.new", 1, New, session: "../../admin/apps/acme-voice?x=\r\nX-API-Key: y"),
        ["malformed/session-missing"] = Nested("call.new", 1, New, session: null),
        ["malformed/session-missing-flat"] = Flat("call.new", New, session: null),
        ["malformed/session-null"] = Nested("call.new", 1, New, session: null),
        ["malformed/session-number"] = Nested("call.new", 1, New, session: "68"),
        ["malformed/session-object"] = Nested("call.new", 1, New, session: null),
        ["malformed/top-level-array"] = Refused(NoObject),
        ["malformed/top-level-null"] = Refused(NoObject),
        ["malformed/top-level-string"] = Refused(NoObject),
        ["malformed/trailing-comma"] = Refused(NotJson),
        ["malformed/trailing-text"] = Refused(NotJson),
        ["malformed/truncated"] = Refused(NotJson),
        ["malformed/truncated-string"] = Refused(NotJson),
        ["malformed/two-events"] = Refused(NotJson),

        ["playback.file_not_found/bare"] = Nested("playback.file_not_found", 27, new PlaybackFileNotFoundEvent()),
        ["playback.file_not_found/extra-fields"] = Nested(
            "playback.file_not_found", 28, new PlaybackFileNotFoundEvent { CommandUid = Greet }, $$"""{"urls": ["{{Greeting}}"], "error": "404 Not Found"}"""),
        ["playback.file_not_found/flat"] = Flat("playback.file_not_found", new PlaybackFileNotFoundEvent { CommandUid = Greet }),
        ["playback.file_not_found/nested"] = Nested("playback.file_not_found", 26, new PlaybackFileNotFoundEvent { CommandUid = Greet }),

        ["playback.started/command-generated"] = Nested(
            "playback.started", 16, Started with { CommandUid = new OperationId("2b0f3c1e-7a54-4f0b-9d6e-0c7f5a1e8b42") }),
        ["playback.started/file-path"] = Nested("playback.started", 10, Started with { Urls = [Greeting, Menu], FilePath = $"{Greeting},{Menu}" }),
        ["playback.started/file-path-only"] = Nested("playback.started", 11, Started with { Urls = null, FilePath = $"{Greeting},{Menu}" }),
        ["playback.started/flat"] = Flat("playback.started", Started),
        ["playback.started/flat-file-path"] = Flat("playback.started", Started with { Urls = [Greeting, Menu], FilePath = $"{Greeting},{Menu}" }),
        ["playback.started/nested"] = Nested("playback.started", 8, Started),
        ["playback.started/several-urls"] = Nested("playback.started", 9, Started with { Urls = [Greeting, Menu] }),
        ["playback.started/urls-empty"] = Nested("playback.started", 12, Started with { Urls = [] }),
        ["playback.started/urls-mixed"] = Nested("playback.started", 14, Started with { Urls = [Greeting, "7"] }),
        ["playback.started/urls-not-urls"] = Nested("playback.started", 15, Started with { Urls = ["greeting.wav", "http://[bad", "silence_stream://-1"] }),
        ["playback.started/urls-string"] = Nested("playback.started", 13, Started),

        ["playback.stopped/file-path"] = Nested("playback.stopped", 19, Stopped with { Urls = [Greeting, Menu], FilePath = $"{Greeting},{Menu}" }),
        ["playback.stopped/finished"] = Nested("playback.stopped", 18, Stopped with { OffsetMs = 9000 }),
        ["playback.stopped/flat"] = Flat("playback.stopped", Stopped),
        ["playback.stopped/flat-file-path"] = Flat("playback.stopped", Stopped with { FilePath = Greeting }),
        ["playback.stopped/nested"] = Nested("playback.stopped", 17, Stopped),
        ["playback.stopped/numbers-as-strings"] = Nested("playback.stopped", 21, Stopped),
        ["playback.stopped/numbers-fractions"] = Nested("playback.stopped", 22, Stopped),
        ["playback.stopped/numbers-long"] = Nested("playback.stopped", 25, Stopped with { OffsetMs = 3_000_000_000, DurationMs = 3_000_000_000 }),
        ["playback.stopped/numbers-negative"] = Nested("playback.stopped", 24, Stopped with { OffsetMs = -20, DurationMs = -1 }),
        ["playback.stopped/numbers-null"] = Nested("playback.stopped", 23, Stopped with { OffsetMs = null, DurationMs = null }),
        ["playback.stopped/silence"] = Nested(
            "playback.stopped", 20, new PlaybackStoppedEvent { CommandUid = new OperationId("hold-01HZXA"), Urls = [], OffsetMs = 0, DurationMs = 0 }),

        ["recording.completed/duration-fraction"] = Nested("recording.completed", 32, Recorded),
        ["recording.completed/duration-string"] = Nested("recording.completed", 31, Recorded),
        ["recording.completed/duration-zero"] = Nested("recording.completed", 30, Recorded with { DurationSeconds = 0 }),
        ["recording.completed/flat"] = Flat("recording.completed", Recorded),
        ["recording.completed/nested"] = Nested("recording.completed", 29, Recorded),
        ["recording.completed/url-missing"] = Nested("recording.completed", 35, Recorded with { RecordingUrl = null }),
        ["recording.completed/url-relative"] = Nested("recording.completed", 34, Recorded with { RecordingUrl = "/recordings/acW68-f47ac10b.wav" }),
        ["recording.completed/url-with-query"] = Nested(
            "recording.completed", 33, Recorded with { RecordingUrl = Recording + "?signature=made-up&expires=1767225600" }),

        ["unknown/bare"] = Flat("ping", new UnknownSessionGatewayEvent(), session: null),
        ["unknown/flat"] = Flat("call.transferred", new UnknownSessionGatewayEvent(), """{"target": "+15550100456"}"""),
        ["unknown/known-prefix"] = Nested("playback.started.late", 20, new UnknownSessionGatewayEvent(), """{"command_uid": "greet-01HZX8"}"""),
        ["unknown/nested"] = Nested("call.transferred", 18, new UnknownSessionGatewayEvent(), """{"target": "+15550100456"}"""),
        ["unknown/no-session"] = Nested("node.drained", 19, new UnknownSessionGatewayEvent(), """{"node": "acW68"}""", session: null),
        ["unknown/other-case"] = Nested("Call.New", 21, new UnknownSessionGatewayEvent(), CallerAndDid),
    };

    private static FixtureExpectation Nested(
        string name, long? sequence, SessionGatewayEvent payload, string? extension = null, string? session = Session) =>
        new(payload with { Event = name, SessionUuid = session, Sequence = sequence, IsNested = true }, extension);

    private static FixtureExpectation Flat(string name, SessionGatewayEvent payload, string? extension = null, string? session = Session) =>
        new(payload with { Event = name, SessionUuid = session }, extension);

    private static FixtureExpectation Refused(string problem) => new(null, Problem: problem);
}
