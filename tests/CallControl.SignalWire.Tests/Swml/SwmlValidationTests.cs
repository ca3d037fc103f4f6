using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

public sealed class SwmlValidationTests
{
    private static readonly Uri Ftp = new("ftp://files.example.com/a");
    private static readonly Uri Relative = new("/a", UriKind.Relative);

    public static TheoryData<SwmlMethod, string[]> Faults => new()
    {
        { new SwmlAnswer { MaxDurationSeconds = -1, Codecs = "" }, ["answer.max_duration", "answer.codecs"] },
        { new SwmlPlay(), ["play.url"] },
        { new SwmlPlay(SwmlSound.Say("a")) { Urls = [], Volume = 40.5, StatusUrl = Relative }, ["play.urls", "play.urls", "play.volume", "play.status_url"] },
        { new SwmlPlay([new SwmlSound("ftp://files.example.com"), new SwmlSound("silence:a"), new SwmlSound("ring:usa"), default]), ["play.urls[0]", "play.urls[1]", "play.urls[2]", "play.urls[3]"] },
        { new SwmlPlay(SwmlSound.Say("a")) { Volume = double.NaN }, ["play.volume"] },
        {
            new SwmlPrompt { Play = [], Volume = -41, MaxDigits = 0, Terminators = "x", DigitTimeoutSeconds = -1, InitialTimeoutSeconds = double.PositiveInfinity, SpeechTimeoutSeconds = -1, SpeechEndTimeoutSeconds = -1, StatusUrl = Ftp },
            ["prompt.play", "prompt.volume", "prompt.max_digits", "prompt.terminators", "prompt.digit_timeout", "prompt.initial_timeout", "prompt.speech_timeout", "prompt.speech_end_timeout", "prompt.status_url"]
        },
        { new SwmlPrompt { Play = null! }, ["prompt.play"] },
        { new SwmlConnect(), ["connect.to"] },
        { new SwmlConnect(" "), ["connect.to"] },
        { new SwmlConnect("queue:q"), ["connect.transfer_after_bridge"] },
        { new SwmlConnect { SerialParallel = [[new("queue:q")]] }, ["connect.transfer_after_bridge"] },
        { new SwmlConnect("stream:ws://media.example.com"), ["connect.to"] },
        { new SwmlConnect("stream:wss://media.example.com:99999"), ["connect.to"] },
        { new SwmlConnect("stream:wss://"), ["connect.to"] },
        { new SwmlConnect("stream:"), ["connect.to"] },
        {
            new SwmlConnect("+15551230001") { Serial = [], Parallel = [null!], SerialParallel = [[], [new("")]] },
            ["connect.serial", "connect.serial", "connect.parallel", "connect.parallel[0]", "connect.serial_parallel", "connect.serial_parallel[0]", "connect.serial_parallel[1][0].to"]
        },
        {
            new SwmlConnect("+15551230001")
            {
                From = "",
                TimeoutSeconds = -1,
                MaxDurationSeconds = -1,
                StatusUrl = Ftp,
                CallStateUrl = Ftp,
                Headers = [new SwmlHeader("", null!), null!],
                Codecs = " ",
                SessionTimeoutSeconds = 0,
                Ringback = [],
                Confirm = new SwmlConfirm(new SwmlAnswer(), new SwmlRaw("live_transcribe", new JsonObject())),
                ConfirmTimeoutSeconds = -1,
                Result = new SwmlSwitch { Default = [new SwmlSleep(0)] },
            },
            [
                "connect.from", "connect.timeout", "connect.max_duration", "connect.status_url", "connect.call_state_url", "connect.headers[0].name", "connect.headers[0].value",
                "connect.headers[1]", "connect.codecs", "connect.session_timeout", "connect.ringback", "connect.confirm[0]", "connect.confirm_timeout", "connect.result.case",
                "connect.result.default[0].sleep",
            ]
        },
        {
            new SwmlConnect { Serial = [new("a") { From = "", Codecs = "", TimeoutSeconds = -1, CallStateUrl = Ftp, Confirm = new SwmlConfirm(Ftp), ConfirmTimeoutSeconds = -1, StatusUrl = Ftp }] },
            [
                "connect.serial[0].from", "connect.serial[0].codecs", "connect.serial[0].timeout", "connect.serial[0].call_state_url", "connect.serial[0].confirm",
                "connect.serial[0].confirm_timeout", "connect.serial[0].status_url",
            ]
        },
        {
            new SwmlJoinConference("")
            {
                WaitUrl = Ftp,
                MaxParticipants = 1,
                Coach = "",
                StatusCallback = Ftp,
                StatusCallbackEvents = [],
                RecordingStatusCallback = Ftp,
                RecordingStatusCallbackEvents = [],
                Result = new SwmlCond(),
                Stream = new SwmlConferenceStream(Ftp) { Codec = "", StatusUrl = Ftp },
            },
            [
                "join_conference.name", "join_conference.wait_url", "join_conference.max_participants", "join_conference.coach", "join_conference.status_callback",
                "join_conference.status_callback_event", "join_conference.recording_status_callback", "join_conference.recording_status_callback_event", "join_conference.result",
                "join_conference.stream.url", "join_conference.stream.codec", "join_conference.stream.status_url",
            ]
        },
        { new SwmlJoinConference("a") { MaxParticipants = 100_001, Stream = new SwmlConferenceStream(null!) }, ["join_conference.max_participants", "join_conference.stream.url"] },
        {
            new SwmlEnterQueue { QueueName = "", TransferAfterBridge = "", StatusUrl = Ftp, WaitUrl = Ftp, WaitTimeSeconds = 0 },
            ["enter_queue.queue_name", "enter_queue.transfer_after_bridge", "enter_queue.status_url", "enter_queue.wait_url", "enter_queue.wait_time"]
        },
        { new SwmlSipRefer("") { StatusUrl = Ftp }, ["sip_refer.to_uri", "sip_refer.status_url"] },
        { new SwmlTransfer(" "), ["transfer.dest"] },
        {
            new SwmlExecute("") { OnReturn = [null!], Result = new SwmlCond(new SwmlCondition("", new SwmlSleep(-2)), null!, new SwmlCondition(), new SwmlCondition { When = "a" }) },
            [
                "execute.dest", "execute.on_return[0]", "execute.result[0].when", "execute.result[0].then[0].sleep", "execute.result[1]", "execute.result[2].when", "execute.result[3].then",
            ]
        },
        {
            new SwmlRecord { Direction = SwmlAudioDirection.Both, Terminators = "w", InputSensitivity = 101, InitialTimeoutSeconds = -1, EndSilenceTimeoutSeconds = -1, MaxLengthSeconds = -1, StatusUrl = Ftp },
            ["record.terminators", "record.input_sensitivity", "record.initial_timeout", "record.end_silence_timeout", "record.max_length", "record.status_url", "record.direction"]
        },
        { new SwmlRecordCall { ControlId = default(OperationId), InputSensitivity = -1 }, ["record_call.input_sensitivity", "record_call.control_id"] },
        { new SwmlStopRecordCall { ControlId = default(OperationId) }, ["stop_record_call.control_id"] },
        { new SwmlTap(Ftp) { ControlId = default(OperationId), RtpPtimeMs = 0, StatusUrl = Ftp }, ["tap.uri", "tap.control_id", "tap.rtp_ptime", "tap.status_url"] },
        { new SwmlTap(null!), ["tap.uri"] },
        { new SwmlStopTap { ControlId = default(OperationId) }, ["stop_tap.control_id"] },
        { new SwmlStream(new Uri("ws://media.example.com")) { ControlId = default(OperationId), Codec = "", StatusUrl = Ftp }, ["stream.url", "stream.control_id", "stream.codec", "stream.status_url"] },
        { new SwmlStream(null!), ["stream.url"] },
        { new SwmlStopStream { ControlId = default(OperationId) }, ["stop_stream.control_id"] },
        { new SwmlHangup(default), ["hangup.reason"] },
        { new SwmlHangup(new SwmlHangupReason(" ")), ["hangup.reason"] },
        { new SwmlRecordCall { Format = default(SwmlRecordingFormat), Direction = default(SwmlAudioDirection) }, ["record_call.format", "record_call.direction"] },
        {
            new SwmlTap(new Uri("rtp://203.0.113.5:5004")) { Direction = default(SwmlAudioDirection), Codec = default(SwmlTapCodec) },
            ["tap.direction", "tap.codec"]
        },
        {
            new SwmlStream(new Uri("wss://media.example.com")) { Track = default(SwmlStreamTrack), StatusUrlMethod = default(SwmlHttpMethod) },
            ["stream.track", "stream.status_url_method"]
        },
        { new SwmlDetectMachine { Tone = default(SwmlFaxTone) }, ["detect_machine.tone"] },
        {
            new SwmlConnect("+15551230001") { CallStateEvents = [SwmlLegState.Ended, default], Encryption = default(SwmlEncryption), StatusUrlMethod = default(SwmlHttpMethod) },
            ["connect.call_state_events[1]", "connect.encryption", "connect.status_url_method"]
        },
        {
            new SwmlConnect { Parallel = [new("a") { CallStateEvents = [default], Encryption = default(SwmlEncryption), StatusUrlMethod = default(SwmlHttpMethod) }] },
            ["connect.parallel[0].call_state_events[0]", "connect.parallel[0].encryption", "connect.parallel[0].status_url_method"]
        },
        {
            new SwmlJoinConference("a")
            {
                Beep = default(SwmlConferenceBeep),
                Record = default(SwmlConferenceRecording),
                Region = default(SwmlConferenceRegion),
                Trim = default(SwmlConferenceTrim),
                StatusCallbackEvents = [default],
                StatusCallbackFormat = default(SwmlCallbackFormat),
                StatusCallbackMethod = default(SwmlHttpMethod),
                RecordingStatusCallbackEvents = [default],
                RecordingStatusCallbackFormat = default(SwmlCallbackFormat),
                RecordingStatusCallbackMethod = default(SwmlHttpMethod),
                Stream = new SwmlConferenceStream(new Uri("wss://media.example.com")) { StatusUrlMethod = default(SwmlHttpMethod) },
            },
            [
                "join_conference.beep", "join_conference.record", "join_conference.region", "join_conference.trim", "join_conference.status_callback_event[0]",
                "join_conference.status_callback_event_type", "join_conference.status_callback_method", "join_conference.recording_status_callback_event[0]",
                "join_conference.recording_status_callback_event_type", "join_conference.recording_status_callback_method", "join_conference.stream.status_url_method",
            ]
        },
        { new SwmlSet(null!), ["set"] },
        { new SwmlUnset(), ["unset"] },
        { new SwmlUnset(null!), ["unset"] },
        { new SwmlUnset("a", ""), ["unset[1]"] },
        { new SwmlLabel(""), ["label"] },
        { new SwmlGoto("") { When = "", Max = 101 }, ["goto.label", "goto.when", "goto.max"] },
        { new SwmlGoto("a") { Max = 0 }, ["goto.max"] },
        { new SwmlCond(), ["cond"] },
        { new SwmlCond(null!), ["cond"] },
        { new SwmlSwitch(), ["switch.variable", "switch.case"] },
        { new SwmlSwitch("a").WithCase("1", new SwmlHangup(), new SwmlGoto("")), ["switch.case.1[1].goto.label"] },
        { new SwmlSleep(0), ["sleep"] },
        { new SwmlSleep(-2), ["sleep"] },
        { new SwmlSendDigits(""), ["send_digits.digits"] },
        { new SwmlSendDigits("12x"), ["send_digits.digits"] },
        { new SwmlSendDigits("a"), ["send_digits.digits"] },
        {
            new SwmlDetectMachine
            {
                Detectors = "",
                EndSilenceTimeoutSeconds = -1,
                InitialTimeoutSeconds = -1,
                MachineReadyTimeoutSeconds = -1,
                MachineVoiceThresholdSeconds = -1,
                MachineWordsThreshold = -1,
                TimeoutSeconds = -1,
                Wait = false,
            },
            [
                "detect_machine.detectors", "detect_machine.end_silence_timeout", "detect_machine.initial_timeout", "detect_machine.machine_ready_timeout",
                "detect_machine.machine_voice_threshold", "detect_machine.machine_words_threshold", "detect_machine.timeout", "detect_machine.status_url",
            ]
        },
        { new SwmlDetectMachine { StatusUrl = Ftp }, ["detect_machine.status_url"] },
        {
            new SwmlRequest { Url = Ftp, Method = default, TimeoutSeconds = -1, ConnectTimeoutSeconds = -1 },
            ["request.url", "request.method", "request.timeout", "request.connect_timeout"]
        },
        { new SwmlRequest { Url = null!, Method = SwmlHttpMethod.Get }, ["request.url"] },
        { new SwmlRaw(" ", null), [" "] },
        { new SwmlAnswer { MaxDurationSeconds = 1, AdditionalProperties = new JsonObject { ["max_duration"] = 2, ["codecs"] = 3 } }, ["answer.max_duration"] },
        { new SwmlSwitch("a") { AdditionalProperties = new JsonObject { ["variable"] = "b" } }.WithCase("1"), ["switch.variable"] },
        { new SwmlConnect { Parallel = [new("a") { AdditionalProperties = new JsonObject { ["to"] = "b" } }] }, ["connect.parallel[0].to"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void FindViolations_OfAFault_NamesItsPlace(SwmlMethod method, string[] fields) =>
        new SwmlDocument(method).FindViolations().Select(violation => violation.Field).Should().BeEquivalentTo(fields.Select(field => "main[0]." + field));

    [Fact]
    public void FindViolations_OfAViolation_SaysWhatIsAllowed()
    {
        var violations = new SwmlDocument(new SwmlGoto("a") { Max = 101 }, new SwmlSleep(0), new SwmlConnect { From = "" }).FindViolations();

        violations.Should().Equal(
            new Violation("main[0].goto.max", "must be 1 to 100", 101),
            new Violation("main[1].sleep", "must be more than 0, or -1", 0),
            new Violation("main[2].connect.to", "must be given, or else serial or parallel or serial_parallel", null),
            new Violation("main[2].connect.from", "must not be empty", null));
    }

    [Fact]
    public void FindViolations_OfSecrets_ShowsNone()
    {
        var violations = new SwmlDocument(
            new SwmlSendDigits("1234x"),
            new SwmlPlay(new SwmlSound("spoken without a prefix")),
            new SwmlTransfer("a") { AdditionalProperties = new JsonObject { ["dest"] = "https://user:pass@app.example.com" } },
            new SwmlRequest { Url = new Uri("ftp://user:pass@app.example.com/a?token=t"), Method = SwmlHttpMethod.Get }).FindViolations();

        violations.Should().HaveCount(4);
        string.Join(' ', violations).Should().NotContainAny("1234", "spoken", "user", "pass", "token");
    }

    [Fact]
    public void FindViolations_OfExpressions_LetsThemPass()
    {
        var document = new SwmlDocument(
            new SwmlPlay(new SwmlSound("${record_url}")) { StatusUrl = new Uri("${vars.url}", UriKind.Relative) },
            new SwmlConnect("%{vars.to}") { AdditionalProperties = new JsonObject { ["timeout"] = "${vars.t}" } },
            new SwmlConnect("stream:${vars.socket}"),
            new SwmlConnect("stream:wss://${vars.host}:${vars.port}/audio"),
            new SwmlSendDigits("${vars.digits}"),
            new SwmlRecordCall { Terminators = "${vars.keys}" });

        document.FindViolations().Should().BeEmpty();
        document.ToJsonObject()["sections"]!["main"]![1]!.ToJsonString().Should().Be("""{"connect":{"to":"%{vars.to}","timeout":"${vars.t}"}}""");
    }

    [Fact]
    public void FindViolations_OfKeysThatEndSomething_LetsSmallLettersPass() =>
        new SwmlDocument(new SwmlRecordCall { Terminators = "09ADad*#" }, new SwmlPrompt(SwmlSound.Say("a")) { Terminators = "d" }).FindViolations().Should().BeEmpty();

    [Fact]
    public void FindViolations_OfTheDocumentItself_NamesVersionAndSections()
    {
        var document = SwmlDocument.FromJson(JsonNode.Parse("""{"version":"1.1.0","sections":{"a":[],"b":[{"label":""}]}}""")!.AsObject());

        document.FindViolations().Select(violation => violation.Field).Should().Equal("version", "main", "a", "b[0].label");
    }

    [Fact]
    public void Validate_WithinACommand_NamesTheCommandsField()
    {
        var violations = new ViolationList();

        new SwmlDocument(new SwmlSleep(0), null!).Validate(violations, "swml");

        violations.Items.Select(violation => violation.Field).Should().Equal("swml.main[0].sleep", "swml.main[1]");
    }
}
