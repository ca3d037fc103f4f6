using System.Text;

namespace CallControl.SessionGateway.Tests;

public sealed class SessionGatewayEventParserTests
{
    private const string Session = "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479";

    private static readonly string[] TwoUrls = ["https://cdn.example.com/greeting.wav", "https://cdn.example.com/menu.wav"];

    /// <summary>Name, payload, and what must be read. Written from the vendor's field tables.</summary>
    private static readonly (string Name, string? Session, string Payload, SessionGatewayEvent Expected)[] Events =
    [
        ("call.new", Session, """ "caller_id": "+15551234567", "did": "+15557654321" """, new CallNewEvent { CallerId = "+15551234567", Did = "+15557654321" }),
        ("call.answered", Session, "", new CallAnsweredEvent()),
        ("call.answered", Session, """ "command_uid": "answer-1", "success": true """, new CallAnsweredEvent { CommandUid = new OperationId("answer-1"), Success = true }),
        ("call.hangup", Session, """ "hangup_cause": "no_answer" """, new CallHangupEvent { HangupCause = "no_answer" }),
        ("call.hangup", Session, """ "hangup_cause": "never_heard_of" """, new CallHangupEvent { HangupCause = "never_heard_of" }),
        ("dtmf", Session, """ "digit": "#", "duration_ms": 160 """, new DtmfEvent { Digit = "#", DurationMs = 160 }),
        (
            "digits.collected",
            Session,
            """ "command_uid": "pin-1", "digits": "1234", "terminator": "#", "status": "success" """,
            new DigitsCollectedEvent { CommandUid = new OperationId("pin-1"), Digits = "1234", Terminator = "#", Status = "success" }),
        (
            "digits.collected",
            Session,
            """ "command_uid": "pin-1", "digits": "", "terminator": "", "status": "timeout" """,
            new DigitsCollectedEvent { CommandUid = new OperationId("pin-1"), Digits = "", Terminator = "", Status = "timeout" }),
        (
            "playback.started",
            Session,
            """
            "command_uid": "greeting-1", "urls": ["https://cdn.example.com/greeting.wav", "https://cdn.example.com/menu.wav"],
            "file_path": "https://cdn.example.com/greeting.wav,https://cdn.example.com/menu.wav"
            """,
            new PlaybackStartedEvent { CommandUid = new OperationId("greeting-1"), Urls = TwoUrls, FilePath = string.Join(',', TwoUrls) }),
        (
            "playback.stopped",
            Session,
            """ "command_uid": "greeting-1", "urls": ["https://cdn.example.com/greeting.wav"], "offset_ms": 3500, "duration_ms": 5000 """,
            new PlaybackStoppedEvent { CommandUid = new OperationId("greeting-1"), Urls = TwoUrls[..1], OffsetMs = 3500, DurationMs = 5000 }),
        ("playback.file_not_found", Session, """ "command_uid": "greeting-1" """, new PlaybackFileNotFoundEvent { CommandUid = new OperationId("greeting-1") }),
        ("playback.file_not_found", Session, "", new PlaybackFileNotFoundEvent()),
        (
            "recording.completed",
            Session,
            """ "recording_url": "https://rec.example.com/1.wav", "duration": 42, "command_uid": "rec-1" """,
            new RecordingCompletedEvent { CommandUid = new OperationId("rec-1"), RecordingUrl = "https://rec.example.com/1.wav", DurationSeconds = 42 }),
        ("command.result", Session, """ "command_uid": "answer-1", "success": false """, new CommandResultEvent { CommandUid = new OperationId("answer-1"), Success = false }),
        ("command.result", Session, "", new CommandResultEvent()),
        (
            "conference.created",
            null,
            """ "app_id": "app-1", "room_id": "acW68-room-abc123", "name": "Team Standup" """,
            new ConferenceCreatedEvent { AppId = "app-1", RoomId = "acW68-room-abc123", Name = "Team Standup" }),
        (
            "conference.destroyed",
            null,
            """ "app_id": "app-1", "room_id": "acW68-room-abc123" """,
            new ConferenceDestroyedEvent { AppId = "app-1", RoomId = "acW68-room-abc123" }),
        (
            "conference.member.joined",
            Session,
            """ "room_id": "acW68-room-abc123", "caller_id": "+15551234567" """,
            new ConferenceMemberJoinedEvent { RoomId = "acW68-room-abc123", CallerId = "+15551234567" }),
        (
            "conference.member.left",
            Session,
            """ "room_id": "acW68-room-abc123", "reason": "orphan" """,
            new ConferenceMemberLeftEvent { RoomId = "acW68-room-abc123", Reason = "orphan" }),
        (
            "conference.play.whatever",
            null,
            """ "room_id": "acW68-room-abc123", "urls": ["https://cdn.example.com/greeting.wav"] """,
            new ConferencePlayEvent { RoomId = "acW68-room-abc123", Urls = TwoUrls[..1] }),
    ];

    public static TheoryData<int> EventIndexes => [.. Enumerable.Range(0, Events.Length)];

    public static TheoryData<string> WrongTypes =>
    [
        """{"event": "dtmf", "session_uuid": "s-1", "sequence": 7, "digit": {}, "duration_ms": 1}""",
        """{"event": "dtmf", "session_uuid": "s-1", "sequence": 7, "digit": ["1"]}""",
        """{"event": "dtmf", "session_uuid": "s-1", "sequence": 7, "duration_ms": "long"}""",
        """{"event": "dtmf", "session_uuid": "s-1", "sequence": 7, "duration_ms": {"x": 1}}""",
        """{"event": "dtmf", "session_uuid": "s-1", "sequence": 7, "duration_ms": true}""",
        """{"event": "call.answered", "session_uuid": "s-1", "sequence": 7, "success": "perhaps"}""",
        """{"event": "call.answered", "session_uuid": "s-1", "sequence": 7, "success": [true]}""",
        """{"event": "command.result", "session_uuid": "s-1", "sequence": 7, "command_uid": {}}""",
        """{"event": "playback.started", "session_uuid": "s-1", "sequence": 7, "urls": {"0": "https://cdn.example.com/a.wav"}}""",
        """{"event": "playback.started", "session_uuid": "s-1", "sequence": 7, "urls": [["https://cdn.example.com/a.wav"]]}""",
        """{"event": "playback.started", "session_uuid": "s-1", "sequence": 7, "data": {"urls": [{}]}}""",
        """{"event": "call.new", "session_uuid": "s-1", "sequence": "7", "data": {"caller_id": []}}""",
        """{"data": {"digit": {}}, "sequence": 7, "session_uuid": "s-1", "event": "dtmf"}""",
    ];

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void TryParse_Flat_ReadsEveryField(int index)
    {
        var (name, session, payload, expected) = Events[index];
        var sessionMember = session is null ? "" : $$""", "session_uuid": "{{session}}" """;

        var value = Parse($$"""{"event": "{{name}}"{{sessionMember}}{{(payload.Length == 0 ? "" : ",")}}{{payload}}}""");

        value.Should().BeOfType(expected.GetType());
        value.Should().BeEquivalentTo(expected with { Event = name, SessionUuid = session }, options => options.RespectingRuntimeTypes());
        value.IsNested.Should().BeFalse();
        value.Sequence.Should().BeNull();
        value.ExtensionData.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void TryParse_Nested_ReadsEveryField(int index)
    {
        var (name, session, payload, expected) = Events[index];
        var sessionMember = session is null ? "" : $$""", "session_uuid": "{{session}}" """;

        var value = Parse($$"""{"event": "{{name}}"{{sessionMember}}, "sequence": 3, "data": { {{payload}} } }""");

        value.Should().BeOfType(expected.GetType());
        value.Should().BeEquivalentTo(
            expected with { Event = name, SessionUuid = session, Sequence = 3, IsNested = true }, options => options.RespectingRuntimeTypes());
        value.ExtensionData.Should().BeNull();
    }

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void TryParse_NestedInAnyOrder_ReadsTheSame(int index)
    {
        var (name, session, payload, expected) = Events[index];

        var value = Parse($$"""{"data": { {{payload}} }, "sequence": "12", "more": [{"event": "dtmf"}], "session_uuid": "{{session}}", "event": "{{name}}"}""");

        value.Should().BeEquivalentTo(
            expected with { Event = name, SessionUuid = session ?? "", Sequence = 12, IsNested = true },
            options => options.RespectingRuntimeTypes().Excluding(read => read.ExtensionData));
        value.ExtensionData!.Keys.Should().Equal("more");
    }

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void TryParse_EverythingElseNull_ReadsAsAbsent(int index)
    {
        var name = Events[index].Name;

        var value = Parse(
            $$"""
            {"event": "{{name}}", "session_uuid": null, "sequence": null, "data": null, "caller_id": null, "did": null, "command_uid": null, "success": null,
             "hangup_cause": null, "digit": null, "duration_ms": null, "digits": null, "terminator": null, "status": null, "urls": null, "file_path": null,
             "offset_ms": null, "recording_url": null, "duration": null, "app_id": null, "room_id": null, "name": null, "reason": null}
            """);

        value.Should().BeOfType(Events[index].Expected.GetType());
        value.SessionUuid.Should().BeNull();
        value.Session.Should().Be(default(CallId));
        value.Sequence.Should().BeNull();
        value.IsNested.Should().BeFalse();
    }

    [Fact]
    public void TryParse_OtherTypesThanDocumentedThatMakeSense_AreRead()
    {
        var value = Parse(
            """
            {"event": "playback.stopped", "session_uuid": 42, "sequence": "9", "command_uid": 17, "urls": "https://cdn.example.com/a.wav",
             "offset_ms": "3500", "duration_ms": 5000.7}
            """).Should().BeOfType<PlaybackStoppedEvent>().Subject;

        value.SessionUuid.Should().Be("42");
        value.Session.Should().Be(new CallId("42"));
        value.Sequence.Should().Be(9);
        value.CommandUid.Should().Be(new OperationId("17"));
        value.Urls.Should().Equal("https://cdn.example.com/a.wav");
        value.OffsetMs.Should().Be(3500);
        value.DurationMs.Should().Be(5000);
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public void TryParse_Success_IsReadInManyForms(string json, bool? expected) =>
        Parse($$"""{"event": "command.result", "success": {{json}} }""").Should().BeOfType<CommandResultEvent>().Which.Success.Should().Be(expected);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("900000000001")]
    [InlineData("-900000000001")]
    [InlineData("\"900000000001\"")]
    [InlineData("-1e300")]
    [InlineData("\"1e300\"")]
    [InlineData("99999999999999999999999999")]
    public void TryParse_NumberOutOfRangeOrBlank_ReadsAsNone(string json) =>
        Parse($$"""{"event": "dtmf", "digit": "5", "duration_ms": {{json}} }""").Should().BeOfType<DtmfEvent>().Which.DurationMs.Should().BeNull();

    [Theory]
    [InlineData("3000000000", 3_000_000_000)]
    [InlineData("900000000000", 900_000_000_000)]
    [InlineData("-900000000000", -900_000_000_000)]
    [InlineData("4200.0", 4200)]
    public void TryParse_NumberBeyond32Bits_IsRead(string json, long expected) =>
        Parse($$"""{"event": "dtmf", "digit": "5", "duration_ms": {{json}} }""").Should().BeOfType<DtmfEvent>().Which.DurationMs.Should().Be(expected);

    [Fact]
    public void TryParse_BlankCommandUid_ReadsAsNone() =>
        Parse("""{"event": "command.result", "command_uid": " "}""").Should().BeOfType<CommandResultEvent>().Which.CommandUid.Should().BeNull();

    [Fact]
    public void TryParse_NullAmongUrls_IsLeftOut() =>
        Parse("""{"event": "playback.started", "urls": [null, "https://cdn.example.com/a.wav", 7]}""")
            .Should().BeOfType<PlaybackStartedEvent>().Which.Urls.Should().Equal("https://cdn.example.com/a.wav", "7");

    [Theory]
    [InlineData("""{"event": "dtmf", "digit": "1", "leg": "a", "timing": {"start": 5}}""")]
    [InlineData("""{"event": "dtmf", "data": {"digit": "1", "leg": "a", "timing": {"start": 5}}}""")]
    public void TryParse_UnknownMembers_AreKept(string json)
    {
        var value = Parse(json).Should().BeOfType<DtmfEvent>().Subject;

        value.Digit.Should().Be("1");
        value.ExtensionData!.Keys.Should().Equal("leg", "timing");
        value.ExtensionData["leg"].GetString().Should().Be("a");
        value.ExtensionData["timing"].GetProperty("start").GetInt32().Should().Be(5);
    }

    [Fact]
    public void TryParse_MembersBesideData_AreKeptAndThePayloadGoesFirst()
    {
        var value = Parse("""{"event": "dtmf", "api": 2, "leg": "outer", "command_uid": "u-1", "data": {"digit": "1", "leg": "inner"}}""");

        value.Should().BeOfType<DtmfEvent>().Which.Digit.Should().Be("1");
        value.ExtensionData!.Keys.Should().BeEquivalentTo("api", "leg", "command_uid");
        value.ExtensionData["api"].GetInt32().Should().Be(2);
        value.ExtensionData["leg"].GetString().Should().Be("inner");
    }

    [Theory]
    [InlineData("""{"event": "dtmf", "digit": "1", "data": [1]}""")]
    [InlineData("""{"event": "dtmf", "digit": "1", "data": "text"}""")]
    [InlineData("""{"event": "dtmf", "digit": "1", "data": {"digit": "2"}, "data": 5}""")]
    public void TryParse_DataThatIsNoObject_IsFlat(string json)
    {
        var value = Parse(json).Should().BeOfType<DtmfEvent>().Subject;

        value.IsNested.Should().BeFalse();
        value.Digit.Should().Be("1");
        value.ExtensionData!.Keys.Should().Equal("data");
    }

    [Fact]
    public void TryParse_EnvelopeInThePayloadToo_EnvelopeGoesFirst()
    {
        var value = Parse("""{"event": "dtmf", "session_uuid": "outer", "data": {"event": "call.new", "session_uuid": "inner", "sequence": 4, "digit": "1"}}""");

        value.Should().BeOfType<DtmfEvent>();
        value.Event.Should().Be("dtmf");
        value.SessionUuid.Should().Be("outer");
        value.Sequence.Should().Be(4);
        value.ExtensionData.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"event": "dtmf", "digit": "1", "event": "call.new", "did": "2"}""", "call.new")]
    [InlineData("""{"event": "nobody.knows", "event": "call.new", "did": "2"}""", "call.new")]
    [InlineData("""{"event": "dtmf", "digit": "1", "event": "nobody.knows"}""", "nobody.knows")]
    [InlineData("""{"event": "call.new", "data": {"did": "2"}, "event": "dtmf"}""", "dtmf")]
    [InlineData("""{"did": "\u0032", "event": "dtmf", "event": "call.new"}""", "call.new")]
    public void TryParse_TwoNames_TheLastCounts(string json, string name)
    {
        var value = Parse(json);

        value.Event.Should().Be(name);
        value.GetType().Should().Be(name switch
        {
            "call.new" => typeof(CallNewEvent),
            "dtmf" => typeof(DtmfEvent),
            _ => typeof(UnknownSessionGatewayEvent),
        });
    }

    [Fact]
    public void TryParse_SessionInThePayloadOnly_IsTaken() =>
        Parse("""{"event": "dtmf", "data": {"session_uuid": "inner", "digit": "1"}}""").SessionUuid.Should().Be("inner");

    [Fact]
    public void TryParse_EscapedNames_AreUnderstood() =>
        Parse("""{"\u0065vent": "d\u0074mf", "\u0064ata": {"di\u0067it": "\u0031"}}""").Should().BeOfType<DtmfEvent>().Which.Digit.Should().Be("1");

    [Fact]
    public void TryParse_ByteOrderMark_IsPassedOver() =>
        Parse("\uFEFF{\"event\": \"dtmf\", \"data\": {\"digit\": \"1\"}}").Should().BeOfType<DtmfEvent>().Which.Digit.Should().Be("1");

    [Theory]
    [InlineData("""{"event": "call.transferred", "session_uuid": "s-1", "sequence": 4, "to": "x"}""", false)]
    [InlineData("""{"event": "call.transferred", "session_uuid": "s-1", "sequence": 4, "data": {"to": "x"}}""", true)]
    public void TryParse_UnknownName_KeepsEverything(string json, bool nested)
    {
        var value = Parse(json).Should().BeOfType<UnknownSessionGatewayEvent>().Subject;

        value.Event.Should().Be("call.transferred");
        value.Problem.Should().BeNull();
        value.SessionUuid.Should().Be("s-1");
        value.Sequence.Should().Be(4);
        value.IsNested.Should().Be(nested);
        value.ExtensionData!["to"].GetString().Should().Be("x");
    }

    [Theory]
    [InlineData("conference.play.")]
    [InlineData("conference.play.started")]
    [InlineData("conference.play.file.not_found")]
    public void TryParse_ConferencePlayFamily_KeepsTheExactName(string name) =>
        Parse($$"""{"event": "{{name}}"}""").Should().BeOfType<ConferencePlayEvent>().Which.Event.Should().Be(name);

    [Theory]
    [InlineData("conference.play")]
    [InlineData("conference.playing")]
    [InlineData("Conference.Play.started")]
    [InlineData("DTMF")]
    public void TryParse_NameThatIsOnlySimilar_IsUnknown(string name) =>
        Parse($$"""{"event": "{{name}}"}""").Should().BeOfType<UnknownSessionGatewayEvent>().Which.Event.Should().Be(name);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"event": null}""")]
    [InlineData("""{"event": ""}""")]
    [InlineData("""{"event": 5}""")]
    [InlineData("""{"event": {"event": "dtmf"}}""")]
    [InlineData("""{"event": "dtmf", "event": []}""")]
    public void TryParse_NoName_IsUnknownWithAProblem(string json)
    {
        var value = Parse(json).Should().BeOfType<UnknownSessionGatewayEvent>().Subject;

        value.Event.Should().BeEmpty();
        value.Problem.Should().Be("The event has no name.");
    }

    [Fact]
    public void TryParse_NoNameButSession_KeepsIt()
    {
        var flat = Parse("""{"session_uuid": "s-1", "sequence": 7}""");
        var nested = Parse("""{"session_uuid": "s-1", "sequence": 7, "data": {"x": 1}}""");

        flat.SessionUuid.Should().Be("s-1");
        flat.Sequence.Should().Be(7);
        nested.Should().BeOfType<UnknownSessionGatewayEvent>().Which.Problem.Should().NotBeNull();
        nested.SessionUuid.Should().Be("s-1");
        nested.Sequence.Should().Be(7);
    }

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public void TryParse_WrongTypes_IsUnknownWithAProblemAndKeepsItsPlace(string json)
    {
        var value = Parse(json).Should().BeOfType<UnknownSessionGatewayEvent>().Subject;

        value.Event.Should().NotBeEmpty();
        value.Problem.Should().StartWith("A member of the event has another type than documented, at $.");
        value.SessionUuid.Should().Be("s-1");
        value.Sequence.Should().Be(7);
        value.ExtensionData.Should().NotBeEmpty();
    }

    [Fact]
    public void TryParse_UnreadableSessionAndSequence_ReadAsNone()
    {
        var value = Parse("""{"event": "dtmf", "session_uuid": {"a": [1]}, "sequence": [1, {"b": 2}], "digit": "1"}""");

        value.Should().BeOfType<DtmfEvent>().Which.Digit.Should().Be("1");
        value.SessionUuid.Should().BeNull();
        value.Sequence.Should().BeNull();
    }

    [Fact]
    public void TryParse_HalfASurrogate_IsAProblemNotAnException()
    {
        var value = Parse("""{"event": "dtmf", "session_uuid": "s-1", "digit": "\ud800"}""").Should().BeOfType<UnknownSessionGatewayEvent>().Subject;

        value.Problem.Should().NotBeNull();
        value.SessionUuid.Should().Be("s-1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("""{"event": "dtmf" """)]
    [InlineData("""{"event": "dtmf"} {"event": "dtmf"}""")]
    [InlineData("""{"event": "dtmf",}""")]
    [InlineData("""{"event": "dtmf" /* secret-4711 */}""")]
    [InlineData("event=dtmf&digit=secret-4711")]
    public void TryParse_NotJson_IsFalse(string body) =>
        ParseProblem(Encoding.UTF8.GetBytes(body)).Should().Be("The body is not valid JSON, or is nested deeper than 64 levels.");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("[{\"event\": \"dtmf\"}]")]
    [InlineData("\"dtmf secret-4711\"")]
    [InlineData("17")]
    [InlineData("true")]
    public void TryParse_NoObject_IsFalse(string body) => ParseProblem(Encoding.UTF8.GetBytes(body)).Should().Be("The body is not a JSON object.");

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public void TryParse_Depth_IsLimited(int levels, bool valid)
    {
        var nest = new string('[', levels) + new string(']', levels);

        TryParse($$"""{"event": "dtmf", "digit": "1", "x": {{nest}}}""").Should().Be(valid);
        TryParse($$"""{"event": "nobody.knows", "x": {{nest}}}""").Should().Be(valid);
        TryParse($$"""{"event": "dtmf", "data": {"x": {{nest[1..^1]}} } }""").Should().Be(valid);
    }

    [Fact]
    public void TryParse_TenMegabytes_IsRead()
    {
        var big = new string('x', 10 * 1024 * 1024);

        Parse($$"""{"event": "dtmf", "digit": "1", "big": "{{big}}"}""").ExtensionData!["big"].GetString().Should().HaveLength(big.Length);
        Parse($$"""{"event": "dtmf", "data": {"digit": "{{big}}"} }""").Should().BeOfType<DtmfEvent>().Which.Digit.Should().HaveLength(big.Length);
        ParseProblem(Encoding.UTF8.GetBytes(big)).Should().NotBeNull();
        TryParse($"[{string.Join(',', Enumerable.Repeat("0", 5_000_000))}]").Should().BeFalse();
        TryParse($$"""{"event": "playback.started", "urls": [{{string.Join(',', Enumerable.Repeat("\"u\"", 2_000_000))}}]}""").Should().BeTrue();
    }

    [Fact]
    public void TryParse_RandomBytes_NeverThrows()
    {
        var random = new Random(20260802);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Bytes.Random(random, 300);

            if (!SessionGatewayEventParser.TryParse(bytes, out var value, out var problem))
                problem.Should().NotBeNullOrEmpty();
            else
                value.Should().NotBeNull();
        }
    }

    [Fact]
    public void TryParse_MutatedEvents_NeverThrows()
    {
        var random = new Random(20260803);
        var valid = Events.SelectMany(item => new[]
        {
            $$"""{"event": "{{item.Name}}", "session_uuid": "{{item.Session}}", "extra": [1, {"a": null}]{{(item.Payload.Length == 0 ? "" : ",")}}{{item.Payload}}}""",
            $$"""{"event": "{{item.Name}}", "session_uuid": "{{item.Session}}", "sequence": 3, "data": { {{item.Payload}} } }""",
        }).Select(Encoding.UTF8.GetBytes).ToArray();
        var read = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var bytes = Bytes.Mutate(random, valid[i % valid.Length]);

            if (!SessionGatewayEventParser.TryParse(bytes, out var value, out var problem))
            {
                problem.Should().NotBeNullOrEmpty();
                continue;
            }

            value.Event.Should().NotBeNull();
            read++;
        }

        read.Should().BeGreaterThan(2_000, "the mutations should not all be refused at the first glance");
    }

    [Fact]
    public void TryParse_BytesOverwrittenAfterwards_DoesNotMatter()
    {
        var bytes = """{"event": "nobody.knows", "session_uuid": "s-1", "x": {"y": "kept"}}"""u8.ToArray();
        SessionGatewayEventParser.TryParse(bytes, out var value, out _).Should().BeTrue();

        bytes.AsSpan().Fill((byte)'!');

        value!.ExtensionData!["x"].GetProperty("y").GetString().Should().Be("kept");
        value.SessionUuid.Should().Be("s-1");
    }

    [Theory]
    [MemberData(nameof(EventIndexes))]
    public void ToString_AnyEvent_IsItsKindOnly(int index) => Events[index].Expected.ToString().Should().Be(Events[index].Expected.GetType().Name);

    [Theory]
    [InlineData("""{"event": "dtmf", "session_uuid": "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479", "sequence": 12, "data": {"digit": "5", "duration_ms": 160}}""")]
    [InlineData("""{"event": "dtmf", "session_uuid": "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479", "digit": "5", "duration_ms": 160}""")]
    [InlineData("""{"event": "command.result", "session_uuid": "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479", "sequence": 12, "data": {"command_uid": "playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23", "success": true}}""")]
    [InlineData("""{"event": "playback.stopped", "session_uuid": "acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479", "sequence": 12, "data": {"command_uid": "playback.start.019a3f0e5b7c7d1e8f2a4b6c8d0e1f23", "urls": ["https://cdn.example.com/greeting.wav"], "offset_ms": 1, "duration_ms": 2}}""")]
    public void TryParse_OrdinaryEvent_AllocatesWithinItsBudget(string json)
    {
        const int rounds = 1000;
        var bytes = Encoding.UTF8.GetBytes(json);
        ReadMany(bytes, rounds);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadMany(bytes, rounds);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;

        TestContext.Current.TestOutputHelper?.WriteLine($"{each} B");
        each.Should().BeLessThanOrEqualTo(2048);
    }

    private static void ReadMany(byte[] bytes, int rounds)
    {
        var read = 0;
        for (var i = 0; i < rounds; i++)
            read += SessionGatewayEventParser.TryParse(bytes, out _, out _) ? 1 : 0;

        read.Should().Be(rounds);
    }

    private static SessionGatewayEvent Parse(string json)
    {
        SessionGatewayEventParser.TryParse(Encoding.UTF8.GetBytes(json), out var value, out var problem).Should().BeTrue("of '{0}'", problem);
        problem.Should().BeNull();
        return value!;
    }

    private static bool TryParse(string json) => SessionGatewayEventParser.TryParse(Encoding.UTF8.GetBytes(json), out _, out _);

    private static string ParseProblem(byte[] body)
    {
        SessionGatewayEventParser.TryParse(body, out var value, out var problem).Should().BeFalse();
        value.Should().BeNull();
        problem.Should().NotContain("4711");
        return problem!;
    }
}
