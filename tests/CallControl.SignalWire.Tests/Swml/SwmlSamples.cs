using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The steps of <c>Fixtures/swml</c>, as a program writes them.</summary>
internal static class SwmlSamples
{
    public static IReadOnlyDictionary<string, SwmlMethod> All { get; } = new Dictionary<string, SwmlMethod>
    {
        ["answer"] = new SwmlAnswer { MaxDurationSeconds = 3_600, Codecs = "PCMU,PCMA,OPUS", Username = "user-1", Password = "secret-1" },
        ["hangup"] = new SwmlHangup(SwmlHangupReason.Busy),
        ["play"] = new SwmlPlay(
            [
                SwmlSound.File(new Uri("https://files.example.com/a.mp3")),
                SwmlSound.Say("Hello"),
                SwmlSound.Silence(TimeSpan.FromSeconds(1.5)),
                SwmlSound.Ring("us"),
                SwmlSound.Ring("it", TimeSpan.FromSeconds(20)),
            ])
        {
            AutoAnswer = false,
            Volume = -12.5,
            SayVoice = "Polly.Joanna",
            SayLanguage = "en-GB",
            SayGender = "male",
            StatusUrl = Url("play"),
        },
        ["play.url"] = new SwmlPlay(SwmlSound.Say("Hello")),
        ["prompt"] = new SwmlPrompt(SwmlSound.Say("Your number, please"), SwmlSound.Silence(TimeSpan.FromSeconds(1)))
        {
            Volume = 10,
            SayVoice = "Polly.Joanna",
            SayLanguage = "en-GB",
            SayGender = "male",
            MaxDigits = 4,
            Terminators = "*#",
            DigitTimeoutSeconds = 2.5,
            InitialTimeoutSeconds = 10,
            SpeechTimeoutSeconds = 15,
            SpeechEndTimeoutSeconds = 1.5,
            SpeechLanguage = "en-US",
            SpeechHints = ["one", "two"],
            SpeechEngine = "Deepgram",
            StatusUrl = Url("prompt"),
        },
        ["prompt.one"] = new SwmlPrompt(SwmlSound.Say("Press one")),
        ["connect"] = new SwmlConnect("sip:bob@example.com")
        {
            From = "sip:alice@example.com",
            FromName = "Support",
            TimeoutSeconds = 30,
            MaxDurationSeconds = 3_600,
            AnswerOnBridge = true,
            StatusUrl = Url("connect"),
            CallStateUrl = new Uri("https://user:pass@app.example.com/leg"),
            CallStateEvents = [SwmlLegState.Created, SwmlLegState.Ringing, SwmlLegState.Answered, SwmlLegState.Ended],
            Headers = [new SwmlHeader("X-Account", "42")],
            Codecs = "PCMU,OPUS",
            WebRtcMedia = true,
            SessionTimeoutSeconds = 1_800,
            Username = "user-1",
            Password = "secret-1",
            Encryption = SwmlEncryption.Mandatory,
            Ringback = [SwmlSound.File(new Uri("https://files.example.com/ring.mp3")), SwmlSound.Ring("us")],
            Confirm = new SwmlConfirm(new SwmlPlay(SwmlSound.Say("A call for you")), new SwmlHangup()),
            ConfirmTimeoutSeconds = 20,
            Result = new SwmlSwitch { Default = [SwmlSleep.Forever] }.WithCase("connected", new SwmlHangup()),
            TransferAfterBridge = "https://app.example.com/after",
        },
        ["connect.stream"] = new SwmlConnect("stream:wss://media.example.com/audio")
        {
            StreamName = "bot",
            Codec = "L16@24000h@40i",
            Realtime = true,
            StatusUrl = Url("stream"),
            StatusUrlMethod = SwmlHttpMethod.Get,
            AuthorizationBearerToken = "token-1",
            CustomParameters = new Dictionary<string, string> { ["customer"] = "42" },
        },
        ["connect.serial"] = new SwmlConnect
        {
            Serial =
            [
                new SwmlConnectDestination("sip:bob@example.com")
                {
                    From = "sip:alice@example.com",
                    FromName = "Support",
                    Codecs = "PCMU",
                    Username = "user-1",
                    Password = "secret-1",
                    TimeoutSeconds = 20,
                    CallStateUrl = Url("leg"),
                    CallStateEvents = [SwmlLegState.Answered],
                    Confirm = new SwmlConfirm(Url("confirm")),
                    ConfirmTimeoutSeconds = 10,
                    Encryption = SwmlEncryption.Forbidden,
                },
                new SwmlConnectDestination("stream:wss://media.example.com/audio")
                {
                    StreamName = "bot",
                    Codec = "PCMU@40i",
                    Realtime = false,
                    StatusUrl = Url("stream"),
                    StatusUrlMethod = SwmlHttpMethod.Post,
                    AuthorizationBearerToken = "token-1",
                    CustomParameters = new Dictionary<string, string> { ["customer"] = "42" },
                },
            ],
        },
        ["connect.parallel"] = new SwmlConnect
        {
            Parallel = [new("+15551230001"), new("/private/bob")],
            Result = new SwmlCond(new SwmlCondition("connect_result == 'failed'", new SwmlHangup())),
        },
        ["connect.serial_parallel"] = new SwmlConnect { SerialParallel = [[new("+15551230001"), new("+15551230002")], [new("+15551230003")]] },
        ["join_conference"] = new SwmlJoinConference("room-x")
        {
            Muted = true,
            Beep = SwmlConferenceBeep.OnEnter,
            StartOnEnter = false,
            EndOnExit = true,
            WaitUrl = Url("wait"),
            MaxParticipants = 10,
            Record = SwmlConferenceRecording.FromStart,
            Region = SwmlConferenceRegion.Europe,
            Trim = SwmlConferenceTrim.Nothing,
            Coach = "b3877ee3-6f3c-4985-8066-6d24e3f65e12",
            StatusCallback = Url("conference"),
            StatusCallbackEvents = [SwmlConferenceEvent.Start, SwmlConferenceEvent.End, SwmlConferenceEvent.Join, SwmlConferenceEvent.Leave],
            StatusCallbackFormat = SwmlCallbackFormat.Relay,
            StatusCallbackMethod = SwmlHttpMethod.Post,
            RecordingStatusCallback = Url("recording"),
            RecordingStatusCallbackEvents = [SwmlRecordingEvent.Completed],
            RecordingStatusCallbackFormat = SwmlCallbackFormat.Cxml,
            RecordingStatusCallbackMethod = SwmlHttpMethod.Get,
            Result = new SwmlSwitch("join_conference_result") { Default = [new SwmlHangup()] }.WithCase("completed", SwmlSleep.Forever),
            Stream = new SwmlConferenceStream(new Uri("wss://media.example.com/conference"))
            {
                Name = "listener",
                Codec = "PCMU",
                StatusUrl = Url("stream"),
                StatusUrlMethod = SwmlHttpMethod.Post,
                Realtime = true,
                AuthorizationBearerToken = "token-1",
                CustomParameters = new Dictionary<string, string> { ["room"] = "x" },
            },
        },
        ["enter_queue"] = new SwmlEnterQueue
        {
            QueueName = "support",
            TransferAfterBridge = "https://app.example.com/after",
            StatusUrl = Url("queue"),
            WaitUrl = new Uri("https://files.example.com/music.mp3"),
            WaitTimeSeconds = 1_800,
        },
        ["sip_refer"] = new SwmlSipRefer("sip:alice@example.com") { StatusUrl = Url("refer"), Username = "user-1", Password = "secret-1" },
        ["transfer"] = new SwmlTransfer("https://app.example.com/next")
        {
            Params = new JsonObject { ["where"] = "sales" },
            Meta = new JsonObject { ["note"] = new JsonArray(1, 2) },
        },
        ["execute"] = new SwmlExecute("subroutine")
        {
            Params = new JsonObject { ["a"] = 2 },
            Meta = new JsonObject { ["note"] = "x" },
            OnReturn = [new SwmlPlay(SwmlSound.Say("${return_value}"))],
            Result = new SwmlSwitch("return_value").WithCase("5", new SwmlHangup()),
        },
        ["return"] = new SwmlReturn(new JsonArray(new JsonObject { ["a"] = 1 }, null, "b")),
        ["record"] = new SwmlRecord
        {
            Stereo = true,
            Format = SwmlRecordingFormat.Mp3,
            Direction = SwmlAudioDirection.Listen,
            Terminators = "#",
            Beep = true,
            InputSensitivity = 60.5,
            InitialTimeoutSeconds = 3,
            EndSilenceTimeoutSeconds = 2.5,
            MaxLengthSeconds = 60,
            StatusUrl = Url("record"),
        },
        ["record_call"] = new SwmlRecordCall
        {
            ControlId = new OperationId("recording-1"),
            Stereo = true,
            Format = SwmlRecordingFormat.Mp4,
            Direction = SwmlAudioDirection.Both,
            Terminators = "",
            Beep = false,
            InputSensitivity = 44,
            InitialTimeoutSeconds = 0,
            EndSilenceTimeoutSeconds = 0,
            MaxLengthSeconds = 3_600,
            StatusUrl = Url("record"),
        },
        ["stop_record_call"] = new SwmlStopRecordCall { ControlId = new OperationId("recording-1") },
        ["tap"] = new SwmlTap(new Uri("rtp://203.0.113.5:5004"))
        {
            ControlId = new OperationId("tap-1"),
            Direction = SwmlAudioDirection.Both,
            Codec = SwmlTapCodec.Pcma,
            RtpPtimeMs = 40,
            StatusUrl = Url("tap"),
        },
        ["stop_tap"] = new SwmlStopTap { ControlId = new OperationId("tap-1") },
        ["stream"] = new SwmlStream(new Uri("wss://media.example.com/audio"))
        {
            ControlId = new OperationId("stream-1"),
            StreamName = "listener",
            Track = SwmlStreamTrack.Both,
            Codec = "OPUS",
            StatusUrl = Url("stream"),
            StatusUrlMethod = SwmlHttpMethod.Get,
            AuthorizationBearerToken = "token-1",
            CustomParameters = new Dictionary<string, string> { ["customer"] = "42" },
        },
        ["stop_stream"] = new SwmlStopStream { ControlId = new OperationId("stream-1") },
        ["set"] = new SwmlSet(new JsonObject
        {
            ["items"] = new JsonArray("drill", "bit"),
            ["person"] = "handyman",
            ["nested"] = new JsonObject { ["x"] = null },
        }),
        ["unset"] = new SwmlUnset("systems", "name"),
        ["unset.one"] = new SwmlUnset("num_var"),
        ["label"] = new SwmlLabel("again"),
        ["goto"] = new SwmlGoto("again") { When = "do_loop === true", Max = 3 },
        ["cond"] = new SwmlCond(
            new SwmlCondition("detect_result == 'machine'", new SwmlHangup()) { Else = [new SwmlLabel("no")] },
            SwmlCondition.Otherwise(new SwmlSleep(500))),
        ["switch"] = new SwmlSwitch("call.type") { Default = [new SwmlGoto("a")] }
            .WithCase("sip", new SwmlPlay(SwmlSound.Say("SIP")))
            .WithCase("phone", new SwmlLabel("a"), new SwmlHangup()),
        ["sleep"] = new SwmlSleep(5_000),
        ["send_digits"] = new SwmlSendDigits("1W2w*#D"),
        ["detect_machine"] = new SwmlDetectMachine
        {
            DetectMessageEnd = true,
            Detectors = "amd",
            EndSilenceTimeoutSeconds = 1.5,
            InitialTimeoutSeconds = 4,
            MachineReadyTimeoutSeconds = 2,
            MachineVoiceThresholdSeconds = 1.5,
            MachineWordsThreshold = 8,
            StatusUrl = Url("detect"),
            TimeoutSeconds = 20,
            Tone = SwmlFaxTone.Cng,
            Wait = false,
        },
        ["denoise"] = new SwmlDenoise(),
        ["stop_denoise"] = new SwmlStopDenoise(),
        ["request"] = new SwmlRequest
        {
            Url = new Uri("https://user:pass@api.example.com/hook"),
            Method = SwmlHttpMethod.Post,
            Headers = new Dictionary<string, string> { ["Content-Type"] = "application/json", ["X-Account"] = "42" },
            Body = new JsonObject { ["action"] = "notify" },
            TimeoutSeconds = 10,
            ConnectTimeoutSeconds = 2.5,
            SaveVariables = true,
        },
    };

    private static Uri Url(string path) => new("https://app.example.com/" + path);
}
