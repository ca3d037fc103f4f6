using System.Globalization;
using System.Text;

namespace CallControl.Telnyx.Tests;

public sealed class TelnyxEventParserTests
{
    private const string Unreadable = "The body is not valid JSON, or is nested deeper than 64 levels.";

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{")]
    [InlineData("{\"data\":")]
    [InlineData("{\"data\":{}}x")]
    [InlineData("{\"data\":{}}{\"data\":{}}")]
    [InlineData("{\"data\":{},}")]
    [InlineData("{/* no */}")]
    [InlineData("{\"attempt\":NaN}")]
    [InlineData("data=1&meta=2")]
    [InlineData("<html></html>")]
    public void TryParse_NotJson_IsRefused(string body) => ShouldBeRefused(body, Unreadable);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"call.hangup\"")]
    [InlineData("7")]
    public void TryParse_NotAnObject_IsRefused(string body) => ShouldBeRefused(body, "The body is not a JSON object.");

    [Theory]
    [InlineData("{{\"data\":{{\"event_type\":\"call.hangup\",\"payload\":{{\"x\":{0}}}}}}}", 61)]
    [InlineData("{{\"x\":{0},\"data\":{{\"event_type\":\"call.hangup\"}}}}", 63)]
    public void TryParse_NestedDeeperThan64_IsRefused(string body, int most)
    {
        string Nested(int levels) => string.Format(CultureInfo.InvariantCulture, body, new string('[', levels) + new string(']', levels));

        Parse(Nested(most)).Should().BeOfType<CallHangupEvent>();
        ShouldBeRefused(Nested(most + 1), Unreadable);
        ShouldBeRefused(Nested(100_000), Unreadable);
    }

    [Theory]
    [InlineData("""{"event_type":"call_initiated","id":"1","created_at":"2025-06-05T08:54:19Z","payload":{"call_control_id":"v3:secret","from":"+15550100001"},"record_type":"event"}""")]
    [InlineData("""{"created_at":"2025-06-05T08:54:19Z","event_type":"dtmf","payload":{"digit":"7"}}""")]
    [InlineData("""{"created_at":null,"event_type":"dtmf"}""")]
    [InlineData("""{"event_type":"call_hangup"}""")]
    [InlineData("""{"event_type":"call\u005fhangup","data":null}""")]
    public void TryParse_BodyOfVersion1_SaysWhatToSet(string body) => ShouldBeRefused(
        body,
        "The body is of webhook API version 1, which is not supported: the application's webhook_api_version is \"1\", and must be set to \"2\".");

    [Theory]
    [InlineData("""{"data":{"event_type":"call_initiated","created_at":"2025-06-05T08:54:19Z"}}""", "call_initiated")]
    [InlineData("""{"event_type":"call.new_thing","created_at":"2025-06-05T08:54:19Z"}""", "call.new_thing")]
    [InlineData("""{"event_type":"ping"}""", "ping")]
    [InlineData("""{"event_type":"Call.Hangup"}""", "Call.Hangup")]
    public void TryParse_NameNobodyKnows_IsAnUnknownEvent(string body, string name)
    {
        var value = Parse(body).Should().BeOfType<UnknownTelnyxEvent>().Subject;

        value.EventType.Should().Be(name);
        value.Problem.Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":null,"meta":null}""")]
    [InlineData("""{"data":{"event_type":null}}""")]
    [InlineData("""{"data":{"event_type":""}}""")]
    [InlineData("""{"data":{"event_type":7}}""")]
    [InlineData("""{"data":{"event_type":["call.hangup"]}}""")]
    [InlineData("""{"data":{"event_type":"\ud800"}}""")]
    [InlineData("""{"data":{"event_type":"call.hangup"},"data":{"id":"1"}}""")]
    [InlineData("""{"data":{"event_type":"call.hangup"},"data":[]}""")]
    [InlineData("""{"data":{"event_type":"call.hangup","event_type":null}}""")]
    public void TryParse_NoName_IsAnUnknownEventThatSaysSo(string body)
    {
        var value = Parse(body).Should().BeOfType<UnknownTelnyxEvent>().Subject;

        value.EventType.Should().BeEmpty();
        value.Problem.Should().Be("The event has no name.");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("{\"from\":\"first\"},\"payload\":[]")]
    public void TryParse_PayloadThatIsNoObject_IsAnUnknownEventThatSaysSo(string payload)
    {
        var value = Parse("{\"data\":{\"payload\":" + payload + ",\"event_type\":\"call.hangup\",\"id\":\"1\"}}").Should().BeOfType<UnknownTelnyxEvent>().Subject;

        value.EventType.Should().Be("call.hangup");
        value.Id.Should().Be("1");
        value.From.Should().BeNull();
        value.Problem.Should().Be("The event's payload is not a JSON object.");
    }

    [Fact]
    public void TryParse_NewEvent_KeepsAllOfIt()
    {
        var value = Fixture("unknown/new-event").Should().BeOfType<UnknownTelnyxEvent>().Subject;

        value.EventType.Should().Be("call.whisper.heard");
        value.Problem.Should().BeNull();
        value.Id.Should().Be("5d0f3a1e-7c28-4b96-8e45-6a9b1c2d2001");
        value.OccurredAt.Should().Be(new DateTimeOffset(2025, 6, 5, 8, 55, 2, TimeSpan.Zero).AddMicroseconds(700_001));
        value.Call.Value.Should().StartWith("v3:");
        value.CallLegId.Should().Be("9f1c2a34-5b6d-4e7f-8a90-0b1c2d3e4f01");
        value.CallSessionId.Should().Be("9f1c2a34-5b6d-4e7f-8a90-0b1c2d3e4f02");
        value.ConnectionId.Should().Be("9007199254740993123");
        value.ClientState.Should().BeNull();
        value.From.Should().Be("+15550100001");
        value.To.Should().Be("+15550100002");
        value.CallingPartyType.Should().Be(CallingPartyType.Sip);
        value.ExtensionData!.Keys.Should().Equal("whisper");
        value.ExtensionData!["whisper"].GetRawText().Should().Be("""{"words":3}""");
    }

    [Fact]
    public void TryParse_MemberOfAnotherTypeBelow_SaysWhere()
    {
        Problem("call.transcription", """ "transcription_data": {"confidence": "very"} """).Should()
            .Be("A member of the event's payload has another type than documented, at $.transcription_data.confidence.");
        Problem("call.answered", """ "sip_headers": [{"name": "User-to-User", "value": {}}] """).Should()
            .Be("A member of the event's payload has another type than documented, at $.sip_headers.");
        Problem("call.answered", """ "tags": "north" """).Should()
            .Be("A member of the event's payload has another type than documented, at $.tags.");
        Problem("call.hangup", """ "from": "\ud800" """).Should()
            .Be("A member of the event's payload has another type than documented, at $.from.");
    }

    [Fact]
    public void TryParse_NameOfAMemberThatIsNoText_DoesNotLoseTheRest()
    {
        var value = Parse("""{"data":{"event_type":"call.hangup","payload":{"\ud800":1,"from":"+15550100001","digits":"12"}}}""");

        value.EventType.Should().Be("call.hangup");
        value.From.Should().Be("+15550100001");
        value.ExtensionData!["digits"].GetString().Should().Be("12");
    }

    [Fact]
    public void TryParse_BytesThatAreNoText_AreAsGoodAsAbsentAround()
    {
        byte[] body = [.. "{\"data\":{\"event_type\":\"call.hangup\",\"id\":\""u8, 0xFF, .. "\"},\"meta\":{\"attempt\":\""u8, 0xFF, .. "\",\"delivered_to\":\"\\ud800\"}}"u8];

        var value = EventFixture.Parse(body).Should().BeOfType<CallHangupEvent>().Subject;

        value.Id.Should().BeNull();
        value.Attempt.Should().BeNull();
        value.DeliveredTo.Should().BeNull();
    }

    [Fact]
    public void TryParse_IncomingCall_IsRead()
    {
        var value = Fixture("call.initiated/incoming").Should().BeOfType<CallInitiatedEvent>().Subject;

        value.Direction.Should().Be(TelnyxCallDirection.Incoming);
        value.State.Should().Be(TelnyxCallState.Parked);
        value.ClientState.Should().BeNull();
        value.CallingPartyType.Should().Be(CallingPartyType.Pstn);
        value.ShakenStirValidated.Should().BeTrue();
        value.FromSipUri.Should().Be("+15550100001@192.0.2.10:5060");
        value.Tags.Should().BeEmpty();
        value.SipHeaders.Should().BeEmpty();
        value.ExtensionData.Should().BeNull();
    }

    [Fact]
    public void TryParse_HangupOfABusyParty_IsRead()
    {
        var value = Fixture("call.hangup/busy").Should().BeOfType<CallHangupEvent>().Subject;

        value.HangupCause.Should().Be(TelnyxHangupCause.UserBusy);
        value.HangupSource.Should().Be(TelnyxHangupSource.Callee);
        value.SipHangupCause.Should().Be("486");
        value.From.Should().Be("anonymous");
        value.CallQualityStats.Should().BeNull();
        value.TelnyxError.Should().BeNull();
        value.State.Should().Be(default(TelnyxCallState));
    }

    [Fact]
    public void TryParse_StatisticsAsNumbersAndWorse_DoNotLoseTheHangup()
    {
        var value = Fixture("call.hangup/statistics-numbers-unknown-member").Should().BeOfType<CallHangupEvent>().Subject;

        value.CallQualityStats.Should().Be(new CallQualityStats { Inbound = new() { JitterMaxVariance = 38.91, JitterPacketCount = 12, PacketCount = 4500 } });
        value.SipHangupCause.Should().Be("603");
        value.ExtensionData!.Keys.Should().Equal("routed_by");
        value.ExtensionData!["routed_by"].GetProperty("tries").GetInt32().Should().Be(2);
    }

    [Fact]
    public void TryParse_RecordingInOneFormat_IsRead()
    {
        var value = Fixture("call.recording.saved/one-format").Should().BeOfType<CallRecordingSavedEvent>().Subject;

        value.PublicRecordingUrls.Should().Be(new RecordingUrls());
        value.RecordingUrls!.Mp3.Should().Be("https://cdn.example.com/signed/1.mp3?signature=a");
        value.RecordingUrls!.Wav.Should().BeNull();
        value.Channels.Should().Be(RecordingChannels.Mono);
        value.RecordingStartedAt.Should().BeNull();
        value.RecordingEndedAt.Should().Be(new DateTimeOffset(2025, 6, 5, 8, 55, 0, TimeSpan.Zero).AddMicroseconds(999_999));
    }

    [Fact]
    public void TryParse_ConnectorErrorAsText_IsRead()
    {
        var value = Fixture("call.payment.completed/connector-error-text").Should().BeOfType<CallPaymentCompletedEvent>().Subject;

        value.ConnectorError!.Value.GetString().Should().Be("declined");
        value.Result.Should().Be(CallPaymentResult.PaymentConnectorError);
    }

    [Theory]
    [InlineData("2025-06-05T08:54:19.698408Z", "2025-06-05T08:54:19.6984080+00:00")]
    [InlineData("2025-06-05T10:54:19.5+02:00", "2025-06-05T10:54:19.5000000+02:00")]
    [InlineData("2025-06-05T08:54:19", "2025-06-05T08:54:19.0000000+00:00")]
    [InlineData("2025-06-05 08:54:19", "2025-06-05T08:54:19.0000000+00:00")]
    [InlineData("2025-06-05 08:54:19.25Z", "2025-06-05T08:54:19.2500000+00:00")]
    [InlineData("2025-06-05", "2025-06-05T00:00:00.0000000+00:00")]
    [InlineData("08:54", null)]
    [InlineData("2025-13-05T08:54:19Z", null)]
    [InlineData("\\ud800", null)]
    public void TryParse_PointInTime_IsReadAsUtcWithoutAnOffset(string text, string? expected)
    {
        var value = (CallHangupEvent)ParseEvent("call.hangup", $"\"start_time\":\"{text}\"", $"\"occurred_at\":\"{text}\"");

        (value.OccurredAt?.ToString("O")).Should().Be(expected);
        (value.StartTime?.ToString("O")).Should().Be(expected);
    }

    [Fact]
    public void TryParse_OccurredAtInBothPlaces_TakesThatBesideThePayload()
    {
        const string Inner = "\"occurred_at\":\"2001-01-01T00:00:00Z\"";

        ParseEvent("conference.created", Inner, "\"occurred_at\":\"2025-06-05T08:54:19Z\"").OccurredAt!.Value.Year.Should().Be(2025);
        ParseEvent("conference.created", Inner, "\"occurred_at\":\"soon\"").OccurredAt!.Value.Year.Should().Be(2001);
    }

    [Theory]
    [InlineData("8000", 8000)]
    [InlineData("\"8000\"", 8000)]
    [InlineData("8000.0", 8000)]
    [InlineData("\" \"", null)]
    [InlineData("99999999999", null)]
    [InlineData("-1e999", null)]
    [InlineData("\"1e999\"", null)]
    [InlineData("null", null)]
    public void TryParse_WholeNumber_IsReadWhereItFits(string number, int? expected) =>
        ((CallAnsweredEvent)ParseEvent("call.answered", $"\"sampling_rate\":{number}")).SamplingRateHz.Should().Be(expected);

    [Theory]
    [InlineData("41", 41.0)]
    [InlineData("\"1.5\"", 1.5)]
    [InlineData("-1", null)]
    [InlineData("1e300", null)]
    public void TryParse_Seconds_AreReadWhereTheyFit(string number, double? expected) =>
        (((CallDequeuedEvent)ParseEvent("call.dequeued", $"\"wait_time_secs\":{number}")).WaitTime?.TotalSeconds).Should().Be(expected);

    [Theory]
    [InlineData("\"0.00650\"", "0.00650")]
    [InlineData("0.0065", "0.0065")]
    [InlineData("\"\"", null)]
    [InlineData("1e300", null)]
    public void TryParse_Amount_KeepsItsPlaces(string number, string? expected) =>
        (((CallCostEvent)ParseEvent("call.cost", $"\"total_cost\":{number}")).TotalCost?.ToString(CultureInfo.InvariantCulture)).Should().Be(expected);

    [Theory]
    [InlineData("call.cost", "total_cost", "\"free\"")]
    [InlineData("call.cost", "total_cost", "\"NaN\"")]
    [InlineData("call.answered", "sampling_rate", "\"wide\"")]
    [InlineData("call.answered", "sampling_rate", "\"NaN\"")]
    [InlineData("call.answered", "sampling_rate", "true")]
    [InlineData("call.playback.ended", "overlay", "\"perhaps\"")]
    [InlineData("call.dequeued", "wait_time_secs", "\"long\"")]
    public void TryParse_TextThatIsNoNumber_IsAnUnknownEventThatSaysWhere(string eventType, string name, string value) =>
        Problem(eventType, $"\"{name}\": {value}").Should().Be($"A member of the event's payload has another type than documented, at $.{name}.");

    [Fact]
    public void TryParse_ListWithNulls_LeavesThemOut()
    {
        var value = (CallAnsweredEvent)Parse(
            """{"data":{"event_type":"call.answered","payload":{"tags":[null,"a",7],"sip_headers":[null,{"name":"Diversion"},{"value":3,"more":[]}]}}}""");

        value.Tags.Should().Equal("a", "7");
        value.SipHeaders.Should().Equal(new SipHeader { Name = "Diversion", Value = "" }, new SipHeader { Name = "", Value = "3" });
    }

    [Fact]
    public void TryParse_EscapedNames_AreRead()
    {
        var value = Parse("""{"dat\u0061":{"event\u005ftype":"call\u002ehold","payl\u006fad":{"fr\u006fm":"a"}},"m\u0065ta":{"attempt":"2"}}""");

        value.Should().BeOfType<CallHoldEvent>();
        value.From.Should().Be("a");
        value.Attempt.Should().Be(2);
    }

    [Fact]
    public void TryParse_BlankId_IsNoCall()
    {
        Parse("""{"data":{"event_type":"call.hold","payload":{"call_control_id":" "}}}""").Call.Should().Be(default(CallId));
        Parse("""{"data":{"event_type":"call.new","payload":{"call_control_id":" "}}}""").Call.Should().Be(default(CallId));
    }

    [Theory]
    [InlineData("call.hangup", "CallHangupEvent (call.hangup)")]
    [InlineData("call.whisper.heard", "UnknownTelnyxEvent (call.whisper.heard)")]
    [InlineData("call.+15550100001", "UnknownTelnyxEvent")]
    [InlineData("call.\\u001b[31m", "UnknownTelnyxEvent")]
    [InlineData("", "UnknownTelnyxEvent")]
    [InlineData("a.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "UnknownTelnyxEvent")]
    public void ToString_OfAName_ShowsItWhereItIsPlain(string name, string expected) =>
        ParseEvent(name, "\"from\":\"+15550100001\"").ToString().Should().Be(expected);

    [Fact]
    public void TryParse_HugeMember_IsReadAllTheSame()
    {
        var big = new string('x', 10 * 1024 * 1024);

        var value = ParseEvent("call.hold", $"\"big\":\"{big}\",\"from\":\"a\"");

        value.From.Should().Be("a");
        value.ExtensionData!["big"].GetString()!.Length.Should().Be(big.Length);
    }

    [Fact]
    public void TryParse_IncomingCall_StaysWithinItsBudget()
    {
        var body = EventFixture.Read("call.initiated/incoming");
        for (var i = 0; i < 100; i++)
            EventFixture.Parse(body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isRead = TelnyxEventParser.TryParse(body, out _, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        isRead.Should().BeTrue();
        allocated.Should().BeLessThanOrEqualTo(2048);
    }

    [Fact]
    public void TryParse_AnyBytes_Returns()
    {
        var random = new Random(20250605);
        for (var i = 0; i < 60_000; i++)
            ShouldReturn(Bytes.Random(random, 200), $"random bytes {i}");
    }

    [Fact]
    public void TryParse_AnyMutation_Returns()
    {
        var random = new Random(1119);
        var bodies = EventFixture.Names.Select(EventFixture.Read).ToArray();
        for (var i = 0; i < 80_000; i++)
            ShouldReturn(Bytes.Mutate(random, bodies[i % bodies.Length]), $"mutation {i}");
    }

    private static void ShouldReturn(byte[] bytes, string what)
    {
        try
        {
            // Bare comparisons: there are more than a hundred thousand of them.
            var isRead = TelnyxEventParser.TryParse(bytes, out var value, out var problem);
            if (isRead != (value is not null) || isRead != (problem is null))
                Assert.Fail($"Of {what} both or neither of event and problem are there.");

            if (value is UnknownTelnyxEvent { Problem: null, EventType: "" })
                Assert.Fail($"Of {what} an event without a name came without a problem.");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Of {what} came {exception}: {Convert.ToHexString(bytes)}");
        }
    }

    private static string? Problem(string eventType, string members) =>
        ParseEvent(eventType, members).Should().BeOfType<UnknownTelnyxEvent>().Subject.Problem;

    private static TelnyxEvent Fixture(string name) => EventFixture.Parse(EventFixture.Read(name));

    private static TelnyxEvent ParseEvent(string eventType, string members, string beside = "\"meta\":null") =>
        Parse("{\"data\":{\"event_type\":\"" + eventType + "\"," + beside + ",\"payload\":{" + members + "}}}");

    private static TelnyxEvent Parse(string body) => EventFixture.Parse(Encoding.UTF8.GetBytes(body));

    private static void ShouldBeRefused(string body, string expected)
    {
        TelnyxEventParser.TryParse(Encoding.UTF8.GetBytes(body), out var value, out var problem).Should().BeFalse();

        value.Should().BeNull();
        problem.Should().Be(expected);
    }
}
