using System.Globalization;
using System.Text;

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireEventParserTests
{
    private const string Unreadable = "The body is not valid JSON, or is nested deeper than 64 levels.";
    private const string Nameless = "The event has no name, and no member that tells which one it is.";
    private const string Call = "3c5b0d1e-6a72-4f0d-9b1e-2f4a6c8d0e11";

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("{")]
    [InlineData("{\"params\":")]
    [InlineData("{\"params\":{}}x")]
    [InlineData("{\"params\":{}}{\"params\":{}}")]
    [InlineData("{\"params\":{},}")]
    [InlineData("{/* no */}")]
    [InlineData("{\"timestamp\":NaN}")]
    [InlineData("call_id=1&call_state=ended")]
    [InlineData("<Response/>")]
    public void TryParse_NotJson_IsRefused(string body) => ShouldBeRefused(body, Unreadable);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"calling.call.state\"")]
    [InlineData("7")]
    public void TryParse_NotAnObject_IsRefused(string body) => ShouldBeRefused(body, "The body is not a JSON object.");

    [Theory]
    [InlineData("{{\"event_type\":\"calling.call.play\",\"params\":{{\"x\":{0}}}}}", 62)]
    [InlineData("{{\"x\":{0},\"event_type\":\"calling.call.play\"}}", 63)]
    public void TryParse_NestedDeeperThan64_IsRefused(string body, int most)
    {
        string Nested(int levels) => string.Format(CultureInfo.InvariantCulture, body, new string('[', levels) + new string(']', levels));

        Parse(Nested(most)).Should().BeOfType<CallPlayEvent>();
        ShouldBeRefused(Nested(most + 1), Unreadable);
        ShouldBeRefused(Nested(100_000), Unreadable);
    }

    [Theory]
    [InlineData("""{"event_type":"calling.call.whisper","params":{"call_state":"ended"}}""", "calling.call.whisper")]
    [InlineData("""{"event_type":"ping"}""", "ping")]
    [InlineData("""{"event_type":"Calling.Call.State","params":{}}""", "Calling.Call.State")]
    public void TryParse_NameNobodyKnows_IsAnUnknownEvent(string body, string name)
    {
        var value = Parse(body).Should().BeOfType<UnknownSignalWireEvent>().Subject;

        value.EventType.Should().Be(name);
        value.Problem.Should().BeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"params":{}}""")]
    [InlineData("""{"params":null,"event_type":null}""")]
    [InlineData("""{"event_type":""}""")]
    [InlineData("""{"event_type":7}""")]
    [InlineData("""{"event_type":["calling.call.state"]}""")]
    [InlineData("""{"event_type":"\ud800"}""")]
    [InlineData("""{"event_type":"calling.call.state","event_type":null,"params":{"state":"finished"}}""")]
    [InlineData("""{"call_state":null,"detect":null,"state":["playing"]}""")]
    [InlineData("""{"call_state":"ended","params":{"x":1}}""")]
    public void TryParse_NoName_IsAnUnknownEventThatSaysSo(string body) =>
        Parse(body).Should().BeOfType<UnknownSignalWireEvent>().Which.Problem.Should().Be(Nameless);

    [Theory]
    [InlineData("\"call_state\":\"ended\",\"context\":\"office\"", typeof(CallStateEvent))]
    [InlineData("\"connect_state\":\"failed\"", typeof(CallConnectEvent))]
    [InlineData("\"dial_state\":\"failed\"", typeof(CallDialEvent))]
    [InlineData("\"state\":\"finished\",\"result\":{\"type\":\"digit\"}", typeof(CallCollectEvent))]
    [InlineData("\"state\":\"collecting\"", typeof(CallCollectEvent))]
    [InlineData("\"result\":\"success\",\"payment_method\":\"credit-card\"", typeof(CallPayEvent))]
    [InlineData("\"for\":\"security-code\"", typeof(CallPayEvent))]
    [InlineData("\"detect\":{}", typeof(CallDetectEvent))]
    [InlineData("\"tap\":{},\"state\":\"finished\"", typeof(CallTapEvent))]
    [InlineData("\"state\":\"tapping\"", typeof(CallTapEvent))]
    [InlineData("\"record\":{},\"state\":\"finished\"", typeof(CallRecordEvent))]
    [InlineData("\"state\":\"recording\"", typeof(CallRecordEvent))]
    [InlineData("\"fax\":{}", typeof(CallFaxEvent))]
    [InlineData("\"denoised\":false", typeof(CallDenoiseEvent))]
    [InlineData("\"join_status\":\"joined\"", typeof(CallRoomEvent))]
    [InlineData("\"conference_id\":\"1\",\"status\":\"record-stop\"", typeof(ConferenceEvent))]
    [InlineData("\"state\":\"success\",\"sip_refer_to\":\"sip:a@example.com\"", typeof(CallReferEvent))]
    [InlineData("\"state\":\"inProgress\"", typeof(CallReferEvent))]
    [InlineData("\"state\":\"playing\"", typeof(CallPlayEvent))]
    [InlineData("\"state\":\"streaming\"", typeof(CallStreamEvent))]
    [InlineData("\"state\":\"transcribing\"", typeof(CallTranscribeEvent))]
    [InlineData("\"state\":\"echoing\"", typeof(CallEchoEvent))]
    [InlineData("\"status\":\"leave\",\"enqueue_ts\":0", typeof(CallQueueEvent))]
    [InlineData("\"error\":\"x\",\"fatal\":true", typeof(ErrorEvent))]
    [InlineData("\"sidecar_event\":{},\"call_info\":{}", typeof(AiSidecarEvent))]
    [InlineData("\"utterance\":{}", typeof(AiTranscribeUtteranceEvent))]
    [InlineData("\"conversation_log\":[],\"conversation_summary\":\"\"", typeof(AiTranscribeLiveSummarizeEvent))]
    [InlineData("\"conversation_log\":[],\"metrics\":{}", typeof(AiTranscribeConversationLogEvent))]
    [InlineData("\"output_utterance\":{}", typeof(AiTranslateTranscriptDeltaEvent))]
    [InlineData("\"primary_conversation_log\":[]", typeof(AiTranslateLiveSummaryEvent))]
    [InlineData("\"primary_conversation_log\":[],\"translate_data\":{}", typeof(AiTranslateConversationLogEvent))]
    [InlineData("\"state\":\"playing\",\"state\":7,\"detect\":{},\"record\":null", typeof(CallDetectEvent))]
    [InlineData("\"c\\u0061ll_state\":\"ended\"", typeof(CallStateEvent))]
    public void TryParse_NoName_IsToldByTheMembers(string members, Type expected)
    {
        foreach (var body in new[] { "{" + members + "}", "{\"params\":{" + members + "}}", "{\"event_type\":null,\"timestamp\":1,\"params\":{\"call_id\":\"c\"," + members + "}}" })
        {
            var value = Parse(body);

            value.Should().BeOfType(expected);
            value.EventType.Should().BeEmpty();
        }
    }

    [Fact]
    public void TryParse_NameWithinTheParams_IsTheEventsName()
    {
        var value = Parse("""{"params":{"event_type":"calling.call.play","timestamp":1767225700.5,"state":"finished"}}""");

        value.Should().BeOfType<CallPlayEvent>().Which.State.Should().Be(CallPlayState.Finished);
        value.EventType.Should().Be("calling.call.play");
        value.Timestamp.Should().Be(At(1767225700500));
    }

    [Fact]
    public void TryParse_NewEvent_KeepsAllOfIt()
    {
        var value = Fixture("unknown/new-event").Should().BeOfType<UnknownSignalWireEvent>().Subject;

        value.EventType.Should().Be("calling.call.whisper");
        value.Problem.Should().BeNull();
        value.EventChannel.Should().Be("swml:5e1f0a9b-7c3d-4e2f-8a6b-9c0d1e2f3a44");
        value.Timestamp.Should().Be(At(1767225700500));
        value.ProjectId.Should().Be("6f9e1d2c-3b4a-4958-8776-655443322110");
        value.SpaceId.Should().Be("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d");
        value.Call.Should().Be(new CallId(Call));
        value.ControlId.Should().Be(new OperationId("c7a1f5d2-3b4e-4c6d-9e8f-0a1b2c3d4e55"));
        value.NodeId.Should().Be("8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east");
        value.SegmentId.Should().Be("5e1f0a9b-7c3d-4e2f-8a6b-9c0d1e2f3a44");
        value.Tag.Should().Be("order 12");
        value.ExtensionData!.Keys.Should().Equal("whisper");
        value.ExtensionData!["whisper"].GetRawText().Should().Be("""{"words": 3}""");
    }

    [Fact]
    public void TryParse_NewEventThatIsFlat_KeepsAllOfIt()
    {
        var value = Fixture("unknown/new-event-flat").Should().BeOfType<UnknownSignalWireEvent>().Subject;

        value.Timestamp.Should().Be(At(1767225700500));
        value.ProjectId.Should().Be("6f9e1d2c-3b4a-4958-8776-655443322110");
        value.Call.Should().Be(new CallId(Call));
        value.ExtensionData!.Keys.Should().Equal("whisper");
    }

    [Fact]
    public void TryParse_EndOfSomethingWithoutAName_KeepsWhatTellsIt()
    {
        var value = Fixture("unknown/finished-without-a-name").Should().BeOfType<UnknownSignalWireEvent>().Subject;

        value.Problem.Should().Be(Nameless);
        value.ControlId.Should().Be(new OperationId("c7a1f5d2-3b4e-4c6d-9e8f-0a1b2c3d4e55"));
        value.ExtensionData!["state"].GetString().Should().Be("finished");
    }

    [Fact]
    public void TryParse_StateWithAMemberOfAnotherType_KeepsTheState()
    {
        var value = Fixture("unknown/device-list").Should().BeOfType<UnknownSignalWireEvent>().Subject;

        value.EventType.Should().Be("calling.call.state");
        value.Problem.Should().Be("A member of the event has another type than documented, at $.device.");
        value.Call.Should().Be(new CallId(Call));
        value.ExtensionData!["call_state"].GetString().Should().Be("ended");
        value.ExtensionData!["device"].GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("calling.call.connect", """ "peer": {"device": {"params": []}} """, "$.peer.device.params")]
    [InlineData("calling.call.state", """ "device": {"params": {"headers": [{"name": {}}]}} """, "$.device.params.headers")]
    [InlineData("calling.call.collect", """ "result": "digit" """, "$.result")]
    [InlineData("calling.call.collect", """ "result": {"params": {"confidence": "very"}} """, "$.result.params.confidence")]
    [InlineData("calling.call.play", """ "state": {} """, "$.state")]
    [InlineData("calling.call.play", """ "control_id": [] """, "$.control_id")]
    [InlineData("calling.call.play", """ "tag": "\ud800" """, "$.tag")]
    [InlineData("calling.call.fax", """ "fax": {"params": {"success": "perhaps"}} """, "$.fax.params.success")]
    public void TryParse_MemberOfAnotherTypeBelow_SaysWhere(string eventType, string members, string place) =>
        ParseEvent(eventType, members).Should().BeOfType<UnknownSignalWireEvent>()
            .Which.Problem.Should().Be($"A member of the event has another type than documented, at {place}.");

    [Fact]
    public void TryParse_NameOfAMemberThatIsNoText_DoesNotLoseTheRest()
    {
        var value = Parse("""{"params":{"\ud800":1,"call_state":"ended","call_id":"a","device":[]}}""");

        value.Should().BeOfType<UnknownSignalWireEvent>();
        value.Call.Value.Should().Be("a");
        value.ExtensionData!["call_state"].GetString().Should().Be("ended");
    }

    [Fact]
    public void TryParse_BytesThatAreNoText_AreAsGoodAsAbsentAround()
    {
        byte[] body = [.. "{\"event_type\":\"calling.call.play\",\"project_id\":\""u8, 0xFF, .. "\",\"timestamp\":\""u8, 0xFF, .. "\",\"event_channel\":\"\\ud800\",\"params\":{\"state\":\"playing\"}}"u8];

        var value = EventFixture.Parse(body).Should().BeOfType<CallPlayEvent>().Subject;

        value.ProjectId.Should().BeNull();
        value.Timestamp.Should().BeNull();
        value.EventChannel.Should().BeNull();
    }

    [Fact]
    public void TryParse_StateThatIsFlat_IsRead()
    {
        var value = Fixture("calling.call.state/flat").Should().BeOfType<CallStateEvent>().Subject;

        value.EventType.Should().BeEmpty();
        value.Call.Should().Be(new CallId(Call));
        value.CallState.Should().Be(SignalWireCallState.Ringing);
        value.Direction.Should().Be(CallEventDirection.Outbound);
        value.From.Should().Be("+15550100001");
        value.To.Should().Be("+15550100002");
        value.Timestamp.Should().Be(At(1767225700500));
        value.ExtensionData.Should().BeNull();
    }

    [Fact]
    public void TryParse_StateAsOnTheVendorsPage_IsRead()
    {
        var value = (CallStateEvent)Fixture("calling.call.state/page-example");

        value.CallState.Should().Be(SignalWireCallState.Answered);
        value.EndReason.Should().Be(default(SignalWireEndReason));
        value.StartTime.Should().BeNull();
        value.From.Should().Be("+15550100001");
        value.To.Should().Be("+15550100002");
    }

    [Theory]
    [InlineData("sip", "sip:anna@example.com", "sip:shop@example.com", "sip", 1)]
    [InlineData("webrtc", "/private/anna", "/private/shop", "webrtc", 0)]
    public void TryParse_StateOfOtherDevices_IsRead(string fixture, string from, string to, string type, int headers)
    {
        var value = (CallStateEvent)Fixture("calling.call.state/" + fixture);

        value.From.Should().Be(from);
        value.To.Should().Be(to);
        value.Device!.Type.Value.Should().Be(type);
        value.Device.Params!.Headers.Should().HaveCount(headers);
        value.AnswerTime.Should().BeNull();
        value.EndTime.Should().BeNull();
    }

    [Fact]
    public void TryParse_RaggedState_IsRead()
    {
        var value = (CallStateEvent)Fixture("calling.call.state/ragged");

        value.Tag.Should().Be("12");
        value.CallState.Should().Be(SignalWireCallState.Ended);
        value.Direction.Should().Be(default(CallEventDirection));
        value.StartTime.Should().Be(At(1767225600123));
        value.AnswerTime.Should().BeNull();
        value.EndTime.Should().BeNull();
        value.EndReason.Should().Be(SignalWireEndReason.Decline);
        value.EndReason.Value.Should().Be("declined");
        value.DialWinner.Should().BeTrue();
        value.AudioInMos.Should().Be(4.25);
        value.Parent.Should().BeNull();
        value.Peer!.Call.Should().Be(default(CallId));
        value.Timestamp.Should().Be(At(1767225700500));
        value.ProjectId.Should().BeNull();
        value.ExtensionData!.Keys.Should().Equal("new_member");
    }

    [Fact]
    public void TryParse_RecordingWhoseUrlIsWithin_HasItInTheSameProperty()
    {
        var value = (CallRecordEvent)Fixture("calling.call.record/url-in-record");

        value.Url.Should().Be("https://files.example.com/two");
        value.Duration.Should().Be(TimeSpan.FromSeconds(61));
        value.Size.Should().Be(976_000);
        value.Record!.Format.Should().Be("wav");
        value.Record.Audio.Should().BeNull();
    }

    [Fact]
    public void TryParse_RecordingWithUrlsInBothPlaces_TakesTheOuterOne()
    {
        var value = (CallRecordEvent)Fixture("calling.call.record/full");

        value.Url.Should().Be("https://files.example.com/one");
        value.Duration.Should().Be(TimeSpan.FromSeconds(59.5));
        value.Size.Should().Be(952_000);
        value.Record!.Format.Should().Be("mp3");
        ((CallRecordEvent)Fixture("calling.call.record/flat")).Record!.Format.Should().Be("mp3", "it is that of the audio");
        value.Record!.Url.Should().Be("https://files.example.com/two");
    }

    [Fact]
    public void TryParse_RecordingWithoutAudio_IsRead()
    {
        var value = (CallRecordEvent)Fixture("calling.call.record/without-audio");

        value.State.Should().Be(CallRecordState.NoInput);
        value.Record!.Audio.Should().BeNull();
        value.Url.Should().BeNull();
        value.Duration.Should().Be(TimeSpan.Zero);
        value.Size.Should().BeNull();
    }

    [Fact]
    public void TryParse_PartialSpeech_IsRead()
    {
        var value = (CallCollectEvent)Fixture("calling.call.collect/speech-partial");

        value.State.Should().Be(CallCollectState.Collecting);
        value.Final.Should().BeFalse();
        value.Result!.Type.Should().Be(CallCollectResultType.Speech);
        value.Result.Params!.Text.Should().Be("two tick");
        value.Result.Params.Confidence.Should().Be(0.95);
        value.Result.Params.Digits.Should().BeNull();
    }

    [Theory]
    [InlineData("finished", "machine", "finished")]
    [InlineData("fax-flat", "fax", "CED")]
    [InlineData("digit", "digit", "7")]
    public void TryParse_Detection_IsRead(string fixture, string type, string finding)
    {
        var value = (CallDetectEvent)Fixture("calling.call.detect/" + fixture);

        value.Detect!.Type.Value.Should().Be(type);
        value.Detect.Params!.Event.Value.Should().Be(finding);
        value.Detect.Params.Beep.Should().BeNull();
    }

    [Fact]
    public void TryParse_StreamWithoutACall_IsRead()
    {
        var value = (CallStreamEvent)Fixture("calling.call.stream/without-call");

        value.Call.Should().Be(default(CallId));
        value.ControlId!.Value.Value.Should().Be("c7a1f5d2-3b4e-4c6d-9e8f-0a1b2c3d4e55");
        value.State.Should().Be(CallStreamState.Streaming);
    }

    [Fact]
    public void TryParse_PaymentWithAnEmptyError_IsRead()
    {
        var value = (CallPayEvent)Fixture("calling.call.pay/page-example");

        value.ErrorType.Value.Should().BeEmpty();
        value.For.Should().Be(CallPayStep.PaymentCardNumber);
        value.Attempt.Should().Be(1);
    }

    [Fact]
    public void TryParse_QueueEventWithoutAControlId_IsRead()
    {
        var value = (CallQueueEvent)Fixture("calling.call.queue/dequeue");

        value.ControlId.Should().BeNull();
        value.Status.Should().Be(CallQueueStatus.Dequeue);
        value.EnqueuedAt.Should().Be(At(1767225600123).AddMicroseconds(456));
        value.DequeuedAt.Should().Be(At(1767225640123).AddMicroseconds(456));
        value.LeftAt.Should().BeNull();
    }

    [Fact]
    public void TryParse_DialThatNamesNoLeg_IsReadByItsTag()
    {
        var value = (CallDialEvent)Fixture("calling.call.dial/failed");

        value.Call.Should().Be(default(CallId));
        value.Tag.Should().Be("order 12");
        value.DialState.Should().Be(CallDialState.Failed);
    }

    [Fact]
    public void TryParse_DialWithALeg_IsOfThatLeg()
    {
        var value = (CallDialEvent)Fixture("calling.call.dial/full");

        value.Call.Should().Be(new CallId(Call));
        value.Leg!.DialWinner.Should().BeTrue();
    }

    [Fact]
    public void TryParse_Sidecar_IsOfTheLegItTells()
    {
        Fixture("calling.ai.sidecar/full").Call.Should().Be(new CallId(Call));
        Fixture("calling.ai.sidecar/enveloped").Should().BeOfType<AiSidecarEvent>().Which.SidecarEvent!.Type.Should().Be(AiSidecarEventType.Stop);
    }

    [Fact]
    public void TryParse_EventOfTheApplication_KeepsItsMembers() =>
        Fixture("calling.user_event/with-members").Should().BeOfType<UserEvent>().Which.ExtensionData!.Keys.Should().Equal("event", "order");

    [Theory]
    [InlineData("1640000000.123", "2021-12-20T11:33:20.1230000+00:00")]
    [InlineData("1640000000.123456", "2021-12-20T11:33:20.1234560+00:00")]
    [InlineData("1640000000", "2021-12-20T11:33:20.0000000+00:00")]
    [InlineData("\"1640000000.5\"", "2021-12-20T11:33:20.5000000+00:00")]
    [InlineData("\"2021-12-20T11:33:20.5Z\"", "2021-12-20T11:33:20.5000000+00:00")]
    [InlineData("1640000000123", null)]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("1e308", null)]
    [InlineData("-1e999", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"now\"", null)]
    [InlineData("\"\\ud800\"", null)]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void TryParse_PointInTime_IsReadWhereItIsOne(string time, string? expected)
    {
        var value = (CallRecordEvent)Parse($$"""{"event_type":"calling.call.record","timestamp":{{time}},"params":{"start_time":{{time}} } }""");

        (value.Timestamp?.ToString("O", CultureInfo.InvariantCulture)).Should().Be(expected);
        (value.StartTime?.ToString("O", CultureInfo.InvariantCulture)).Should().Be(expected);
    }

    [Theory]
    [InlineData("calling.call.state", "start_time", "1640000000123", "2021-12-20T11:33:20.1230000+00:00")]
    [InlineData("calling.call.state", "start_time", "253402300800000", null)]
    [InlineData("calling.call.queue", "enqueue_ts", "1640000000123456", "2021-12-20T11:33:20.1234560+00:00")]
    [InlineData("calling.call.queue", "enqueue_ts", "9223372036854775807", null)]
    public void TryParse_PointInTimeOfOtherUnits_IsReadWhereItIsOne(string eventType, string name, string time, string? expected)
    {
        var value = ParseEvent(eventType, $"\"{name}\":{time}");

        (((DateTimeOffset?)EventExpectation.PropertiesOf(value.GetType())[name].GetValue(value))?.ToString("O", CultureInfo.InvariantCulture)).Should().Be(expected);
    }

    [Theory]
    [InlineData("\"\"", null)]
    [InlineData("\" \"", null)]
    [InlineData("null", null)]
    [InlineData("12", "12")]
    [InlineData("\"play one\"", "play one")]
    public void TryParse_ControlId_IsAnythingThatIsNotBlank(string controlId, string? expected) =>
        (ParseEvent("calling.call.play", $"\"control_id\":{controlId}").ControlId?.Value).Should().Be(expected);

    [Fact]
    public void TryParse_EscapedNames_AreRead()
    {
        var value = Parse("""{"par\u0061ms":{"stat\u0065":"pl\u0061ying"},"event\u005ftype":"calling\u002ecall.play","time\u0073tamp":"1"}""");

        value.Should().BeOfType<CallPlayEvent>().Which.State.Should().Be(CallPlayState.Playing);
        value.Timestamp.Should().Be(DateTimeOffset.UnixEpoch.AddSeconds(1));
    }

    [Fact]
    public void Id_OfAState_IsTheSameInEveryShape()
    {
        var flat = Parse("""{"call_id":"a","call_state":"ended"}""").Id;
        var enveloped = Parse("""{"event_type":"calling.call.state","timestamp":7,"params":{"call_state":"ended","call_id":"a","end_reason":"busy"}}""").Id;

        flat.Should().NotBeNull();
        enveloped.Should().Be(flat);
        Parse("""{"call_id":"a","call_state":"ending"}""").Id.Should().NotBe(flat);
        Parse("""{"call_id":"b","call_state":"ended"}""").Id.Should().NotBe(flat);
    }

    [Fact]
    public void Id_OfOtherEvents_IsADigestWhereThereIsATimestamp()
    {
        const string Body = """{"event_type":"calling.call.play","timestamp":1767225700.5,"params":{"call_id":"a","control_id":"c","state":"playing"}}""";

        Parse(Body).Id!.Value.Value.Should().MatchRegex("^[0-9a-f]{32}$");
        Parse(Body).Id.Should().Be(Parse(Body).Id);
        Parse(Body.Replace("700.5", "700.6", StringComparison.Ordinal)).Id.Should().NotBe(Parse(Body).Id);
        Parse(Body.Replace("1767225700.5", "null", StringComparison.Ordinal)).Id.Should().BeNull();
    }

    [Fact]
    public void Id_OfAStateWithoutALeg_IsADigest()
    {
        Parse("""{"call_state":"ended","timestamp":1}""").Id!.Value.Value.Should().HaveLength(32);
        Parse("""{"call_state":"ended"}""").Id.Should().BeNull();
        Parse("""{"call_id":"a","call_state":""}""").Id.Should().BeNull();
    }

    [Theory]
    [InlineData("calling.call.state", "CallStateEvent (calling.call.state)")]
    [InlineData("calling.call.whisper", "UnknownSignalWireEvent (calling.call.whisper)")]
    [InlineData("calling.+15550100001", "UnknownSignalWireEvent")]
    [InlineData("calling.\\u001b[31m", "UnknownSignalWireEvent")]
    [InlineData("a.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "UnknownSignalWireEvent")]
    public void ToString_OfAName_ShowsItWhereItIsPlain(string name, string expected) =>
        ParseEvent(name, "\"from\":\"+15550100001\"").ToString().Should().Be(expected);

    [Fact]
    public void TryParse_HugeMember_IsReadAllTheSame()
    {
        var big = new string('x', 10 * 1024 * 1024);

        var value = ParseEvent("calling.call.play", $"\"big\":\"{big}\",\"call_id\":\"a\"");

        value.Call.Value.Should().Be("a");
        value.ExtensionData!["big"].GetString()!.Length.Should().Be(big.Length);
    }

    [Theory]
    [InlineData("calling.call.state/flat")]
    [InlineData("calling.call.play/error")]
    public void TryParse_UsualEvent_StaysWithinItsBudget(string fixture)
    {
        var body = EventFixture.Read(fixture);
        for (var i = 0; i < 100; i++)
            EventFixture.Parse(body);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var isRead = SignalWireEventParser.TryParse(body, out _, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        isRead.Should().BeTrue();
        allocated.Should().BeLessThanOrEqualTo(2048);
    }

    [Fact]
    public void TryParse_AnyBytes_Returns()
    {
        var random = new Random(20260821);
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
            var isRead = SignalWireEventParser.TryParse(bytes, out var value, out var problem);
            if (isRead != (value is not null) || isRead != (problem is null))
                Assert.Fail($"Of {what} both or neither of event and problem are there.");

            if (value is UnknownSignalWireEvent { Problem: null, EventType: "" })
                Assert.Fail($"Of {what} an event without a name came without a problem.");

            if (SwmlFetchParser.TryParse(bytes, out var fetch, out problem) != isRead || (fetch is null) == isRead || isRead != (problem is null))
                Assert.Fail($"Of {what} both or neither of request and problem are there, or one parser takes for JSON what the other does not.");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Of {what} came {exception}: {Convert.ToHexString(bytes)}");
        }
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static SignalWireEvent Fixture(string name) => EventFixture.Parse(EventFixture.Read(name));

    private static SignalWireEvent ParseEvent(string eventType, string members) =>
        Parse("{\"event_type\":\"" + eventType + "\",\"params\":{" + members + "}}");

    private static SignalWireEvent Parse(string body) => EventFixture.Parse(body);

    private static void ShouldBeRefused(string body, string expected)
    {
        SignalWireEventParser.TryParse(Encoding.UTF8.GetBytes(body), out var value, out var problem).Should().BeFalse();

        value.Should().BeNull();
        problem.Should().Be(expected);
    }
}
