using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire.Tests;

public sealed class CommandValidationTests
{
    private static readonly Uri Ftp = new("ftp://files.example.com/a");
    private static readonly Uri Script = new("https://app.example.com/swml");

    public static TheoryData<string> Fixtures => [.. CommandList.Fixtures];

    public static TheoryData<string> Operations =>
        [.. CommandSamples.All.Where(sample => sample.Value is SignalWireOperationCommand or SignalWireFollowUpCommand or StopAiCommand).Select(sample => sample.Key)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Command_OfEveryFixture_HasNoBreach(string fixture) => Violations(CommandSamples.All[fixture]).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void AdditionalProperties_ThatNameTheCallOrTheOperation_AreRefused(string fixture)
    {
        var command = CommandSamples.All[fixture] with { AdditionalProperties = new JsonObject { ["id"] = "x", ["control_id"] = "y", ["new"] = 1 } };

        Fields(command).Should().Equal("id", "control_id");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void ControlId_ThatIsEmpty_IsRefused(string fixture)
    {
        SignalWireCommand command = CommandSamples.All[fixture] switch
        {
            SignalWireOperationCommand start => start with { ControlId = default },
            SignalWireFollowUpCommand followUp => followUp with { ControlId = default },
            StopAiCommand stop => stop with { ControlId = default(OperationId) },
            var other => other,
        };

        Fields(command).Should().Equal("control_id");
    }

    [Fact]
    public void Operations_OfTheList_AreThoseWithAControlId() =>
        Operations.Select(row => row.Data).Should().BeEquivalentTo(
            CommandList.Fixtures.Where(file => CommandList.Body(file)["params"]!.AsObject().ContainsKey("control_id")));

    [Fact]
    public void StopAi_WithoutControlId_IsTaken() => Fields(new StopAiCommand()).Should().BeEmpty();

    [Fact]
    public void Dial_EverythingWrong_ReportsEverythingAtOnce()
    {
        var command = new DialCommand
        {
            From = " ",
            CallerId = "",
            Url = Ftp,
            Swml = CommandSamples.Document,
            UrlMethod = default(CallbackMethod),
            FallbackUrl = Ftp,
            StatusUrl = new Uri("/status", UriKind.Relative),
            StatusEvents = [DialStatusEvent.Ringing, default],
            Codecs = DialCodecs.Of(),
            TimeoutSeconds = 0,
            MaxPricePerMinute = -0.01m,
            SendDigits = "1x",
            Region = DialRegions.Of("us", " "),
            CustomVariables = new Dictionary<string, string> { ["1a"] = "", ["sw_x"] = "y" },
        };

        Fields(command).Should().Equal(
            "from", "to", "caller_id", "swml", "url", "url_method", "fallback_url", "status_url", "status_events[1]", "codecs", "timeout",
            "max_price_per_minute", "send_digits", "region[1]", "custom_variables.1a", "custom_variables.1a", "custom_variables.sw_x");
    }

    [Fact]
    public void Dial_ScriptOrAddress_OneIsNeeded()
    {
        Fields(new DialCommand { From = "+15550100", To = "+15550102" }).Should().Equal("url");
        Fields(Dial() with { Swml = CommandSamples.Document }).Should().Equal("swml");
        Fields(Dial() with { Url = null, Swml = CommandSamples.Document }).Should().BeEmpty();
    }

    [Fact]
    public void Dial_PartyOrScript_OneIsNeeded()
    {
        Fields(Dial() with { To = null }).Should().Equal("to");
        Fields(Dial() with { To = "" }).Should().Equal("to");
        Fields(Dial() with { To = null, ToScript = CommandSamples.Document }).Should().BeEmpty();
        Fields(Dial() with { To = null, ToScript = " " }).Should().Equal("to_script");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    public void Dial_Timeout_IsLimited(int seconds, bool valid) => IsValid(Dial() with { TimeoutSeconds = seconds }).Should().Be(valid);

    [Fact]
    public void Dial_Price_MayBeZero() => Fields(Dial() with { MaxPricePerMinute = 0 }).Should().BeEmpty();

    [Theory]
    [InlineData("", true)]
    [InlineData("0123456789ABCD*#w,", true)]
    [InlineData("a", false)]
    [InlineData("W", false)]
    [InlineData("E", false)]
    [InlineData("1 2", false)]
    public void Dial_SendDigits_AreLimitedAndNotShown(string digits, bool valid)
    {
        var violations = Violations(Dial() with { SendDigits = digits });

        violations.Count.Should().Be(valid ? 0 : 1);
        violations.Select(violation => violation.Value).Should().AllBe("***");
    }

    [Theory]
    [InlineData("_a1", true)]
    [InlineData("Z", true)]
    [InlineData("swx", true)]
    [InlineData("", false)]
    [InlineData("1a", false)]
    [InlineData("a-b", false)]
    [InlineData("ä", false)]
    [InlineData("signalwire_a", false)]
    [InlineData("sw_a", false)]
    [InlineData("rtc_a", false)]
    [InlineData("internal_a", false)]
    public void Dial_VariableNames_AreLimited(string name, bool valid) =>
        IsValid(Dial() with { CustomVariables = new Dictionary<string, string> { [name] = "x" } }).Should().Be(valid);

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(1_024, 0, true)]
    [InlineData(1_025, 0, false)]
    [InlineData(0, 512, true)]
    [InlineData(0, 513, false)]
    [InlineData(0, 0, false)]
    public void Dial_VariableValues_AreLimitedInBytes(int narrow, int wide, bool valid) =>
        IsValid(Dial() with { CustomVariables = new Dictionary<string, string> { ["a"] = new string('a', narrow) + new string('ä', wide) } }).Should().Be(valid);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Dial_Variables_AreLimitedInNumber(int count, bool valid) =>
        IsValid(Dial() with { CustomVariables = Enumerable.Range(0, count).ToDictionary(i => $"a{i}", _ => "x") }).Should().Be(valid);

    [Fact]
    public void Documents_WithoutAStep_AreRefusedByTheirPlace()
    {
        var empty = new SwmlDocument();

        Fields(Dial() with { Url = null, Swml = empty, ToScript = empty }).Should().Equal("to_script.main", "swml.main");
        Fields(new UpdateCommand { Swml = empty }).Should().Equal("swml.main");
        Fields(new TransferCommand { Dest = empty }).Should().Equal("dest.main");
    }

    [Fact]
    public void Dial_Codecs_AreAListOrAText()
    {
        Fields(Dial() with { Codecs = " " }).Should().Equal("codecs");
        Fields(Dial() with { Codecs = DialCodecs.Of(DialCodec.G722, default) }).Should().Equal("codecs[1]");
        Fields(Dial() with { Codecs = DialCodecs.Of(new DialCodec("AMR-WB")) }).Should().BeEmpty();
    }

    [Fact]
    public void Dial_Region_IsNeverEmpty()
    {
        Fields(Dial() with { Region = "" }).Should().Equal("region");
        Fields(Dial() with { Region = DialRegions.Of() }).Should().Equal("region");
    }

    [Fact]
    public void Update_NothingOrBoth_IsRefused()
    {
        Fields(new UpdateCommand()).Should().Equal("status");
        Fields(new UpdateCommand { StatusUrl = Script }).Should().Equal("status");
        Fields(new UpdateCommand { Url = Script, Swml = CommandSamples.Document }).Should().Equal("swml");
        Fields(new UpdateCommand { Url = Ftp, FallbackUrl = Ftp, StatusUrl = Ftp }).Should().Equal("url", "fallback_url", "status_url");
        Fields(new UpdateCommand { Status = default(CallUpdateStatus) }).Should().Equal("status");
    }

    [Fact]
    public void Update_CanceledWithAScript_FitsNoState()
    {
        Fields(new UpdateCommand { Status = CallUpdateStatus.Canceled, Url = Script }).Should().Equal("status");
        Fields(new UpdateCommand { Status = CallUpdateStatus.Canceled, Swml = CommandSamples.Document }).Should().Equal("status");
        Fields(new UpdateCommand { Status = CallUpdateStatus.Completed, Url = Script }).Should().BeEmpty();
        Fields(new UpdateCommand { Status = CallUpdateStatus.Canceled }).Should().BeEmpty();
    }

    [Fact]
    public void Words_ThatAreEmpty_AreRefused()
    {
        Fields(new EndCommand { Reason = default(EndCommandReason) }).Should().Equal("reason");
        Fields(new SendAiMessageCommand { Role = default(AiMessageRole) }).Should().Equal("role");
        Fields(new PauseRecordCommand { ControlId = CommandSamples.Operation, Behavior = default(RecordPauseBehavior) }).Should().Equal("behavior");
        Fields(Play() with { Direction = default(MediaDirection), Gender = default(VoiceGender) }).Should().Equal("direction", "gender");
        Fields(Stream() with { Track = default(StreamTrack), StatusUrlMethod = default(CallbackMethod) }).Should().Equal("track", "status_url_method");
        Fields(new CollectCommand { Speech = new CollectSpeech { Engine = default(CollectSpeechEngine) } }).Should().Equal("speech.engine");
        Fields(Detect(new DetectFax { Tone = default(FaxTone) })).Should().Equal("detect.params.tone");
    }

    [Fact]
    public void Words_ThatAreNew_AreTaken()
    {
        Fields(new EndCommand { Reason = new EndCommandReason("tired") }).Should().BeEmpty();
        Fields(Play() with { Direction = new MediaDirection("left") }).Should().BeEmpty();
        Fields(Detect(new DetectFax { Tone = new FaxTone("cng") })).Should().BeEmpty();
    }

    [Fact]
    public void Transfer_WithoutADestination_IsRefused()
    {
        Fields(new TransferCommand { Dest = null! }).Should().Equal("dest");
        Fields(new TransferCommand { Dest = "" }).Should().Equal("dest");
    }

    [Theory]
    [InlineData("sip:bob@pbx.example.com", true)]
    [InlineData("sips:bob@pbx.example.com", true)]
    [InlineData("tel:+15550100", false)]
    [InlineData("+15550100", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Refer_Addresses_AreSip(string? address, bool valid)
    {
        IsValid(new ReferCommand { Device = new SipReferDevice { To = address! } }).Should().Be(valid);
        IsValid(new ReferCommand { Device = new SipReferDevice { To = "sip:a@b.example.com", From = address } }).Should().Be(valid || address is null);
    }

    [Fact]
    public void Parts_ThatAreMissing_AreNamed()
    {
        Fields(new ReferCommand { Device = null!, StatusUrl = Ftp }).Should().Equal("device", "status_url");
        Fields(new SendUserEventCommand { Event = null! }).Should().Equal("event");
        Fields(new TranscribeCommand { StatusUrl = Ftp }).Should().Equal("status_url");
        Fields(new DetectCommand { Detect = null! }).Should().Equal("detect");
        Fields(new TapCommand { Tap = null!, Device = null! }).Should().Equal("tap", "device");
        Fields(new StreamCommand { Url = null! }).Should().Equal("url");
        Fields(new RecordCommand { Audio = null! }).Should().Equal("record.audio");
        Fields(new LiveTranscribeCommand { Action = null! }).Should().Equal("action");
        Fields(new LiveTranslateCommand { Action = null! }).Should().Equal("action");
        Fields(new PokeAiSidecarCommand { Text = null! }).Should().Equal("text");
        Fields(new AskAiSidecarCommand { Text = null! }).Should().Equal("text");
        Fields(new PlayCommand { Items = null! }).Should().Equal("play");
    }

    [Fact]
    public void Play_EverythingWrong_ReportsEverythingAtOnce() =>
        Fields(new PlayCommand
        {
            Items =
            [
                new PlayAudio { Url = Ftp },
                new PlayAudio { Url = null! },
                new PlaySpeech { Text = "", Gender = default(VoiceGender) },
                new PlaySilence { DurationSeconds = 0 },
                new PlayRingtone { Name = " ", DurationSeconds = double.NaN },
                null!,
            ],
            Volume = 40.1,
            Loop = -1,
            StatusUrl = Ftp,
        }).Should().Equal(
            "play[0].params.url", "play[1].params.url", "play[2].params.text", "play[2].params.gender", "play[3].params.duration", "play[4].params.name",
            "play[4].params.duration", "play[5]", "volume", "loop", "status_url");

    [Fact]
    public void Play_Nothing_IsRefused() => Fields(Play() with { Items = [] }).Should().Equal("play");

    [Theory]
    [InlineData(-40.1, false)]
    [InlineData(-40, true)]
    [InlineData(40, true)]
    [InlineData(40.1, false)]
    [InlineData(double.NaN, false)]
    public void Play_Volume_IsLimited(double volume, bool valid)
    {
        IsValid(Play() with { Volume = volume }).Should().Be(valid);
        IsValid(new SetPlayVolumeCommand { ControlId = CommandSamples.Operation, Volume = volume }).Should().Be(valid);
    }

    [Theory]
    [InlineData(0.001, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Seconds_ThatMustBeAboveZero_AreLimited(double seconds, bool valid)
    {
        IsValid(Play() with { Items = [new PlaySilence { DurationSeconds = seconds }] }).Should().Be(valid);
        IsValid(Collect() with { InitialTimeoutSeconds = seconds }).Should().Be(valid);
        IsValid(new CollectCommand { Digits = new CollectDigits { Max = 1, DigitTimeoutSeconds = seconds } }).Should().Be(valid);
        IsValid(new CollectCommand { Speech = new CollectSpeech { EndSilenceTimeoutSeconds = seconds } }).Should().Be(valid);
        IsValid(new CollectCommand { Speech = new CollectSpeech { SpeechTimeoutSeconds = seconds } }).Should().Be(valid);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1.5, true)]
    [InlineData(-0.1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Seconds_ThatMayBeZero_AreLimited(double seconds, bool valid)
    {
        IsValid(Record(new RecordAudio { InitialTimeoutSeconds = seconds })).Should().Be(valid);
        IsValid(Record(new RecordAudio { EndSilenceTimeoutSeconds = seconds })).Should().Be(valid);
        IsValid(Detect(new DetectDigit()) with { TimeoutSeconds = seconds }).Should().Be(valid);
    }

    [Theory]
    [InlineData(-0.1, false)]
    [InlineData(0, true)]
    [InlineData(100, true)]
    [InlineData(100.1, false)]
    public void Record_Sensitivity_IsLimited(double value, bool valid) => IsValid(Record(new RecordAudio { InputSensitivity = value })).Should().Be(valid);

    [Theory]
    [InlineData("", true)]
    [InlineData("0123456789ABCDabcd*#", true)]
    [InlineData("w", false)]
    [InlineData("e", false)]
    [InlineData("1 ", false)]
    public void Keys_OfRecordCollectAndDetect_AreLimited(string keys, bool valid)
    {
        IsValid(Record(new RecordAudio { Terminators = keys })).Should().Be(valid);
        IsValid(new CollectCommand { Digits = new CollectDigits { Max = 1, Terminators = keys } }).Should().Be(valid);
        IsValid(Detect(new DetectDigit { Digits = keys })).Should().Be(valid);
    }

    [Fact]
    public void Record_EverythingWrong_ReportsEverythingAtOnce() =>
        Fields(new RecordCommand
        {
            Audio = new RecordAudio
            {
                Format = default(RecordFormat),
                Direction = default(MediaDirection),
                InitialTimeoutSeconds = -1,
                EndSilenceTimeoutSeconds = -1,
                MaxLengthSeconds = -1,
                Terminators = "x",
                InputSensitivity = 101,
            },
            StatusUrl = Ftp,
        }).Should().Equal(
            "record.audio.format", "record.audio.direction", "record.audio.initial_timeout", "record.audio.end_silence_timeout", "record.audio.max_length",
            "record.audio.terminators", "record.audio.input_sensitivity", "status_url");

    [Fact]
    public void Collect_NeitherKeysNorSpeech_IsRefused() => Fields(new CollectCommand { StatusUrl = Ftp }).Should().Equal("digits", "status_url");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Collect_Max_IsOneOrMore(int max, bool valid) => IsValid(new CollectCommand { Digits = new CollectDigits { Max = max } }).Should().Be(valid);

    [Fact]
    public void Collect_HintsThatAreEmpty_AreNamed() =>
        Fields(new CollectCommand { Speech = new CollectSpeech { Hints = ["yes", ""] } }).Should().Equal("speech.hints[1]");

    [Fact]
    public void Detect_NumbersThatAreNone_AreNamed() =>
        Fields(Detect(new DetectMachine
        {
            InitialTimeoutSeconds = double.NaN,
            EndSilenceTimeoutSeconds = double.NaN,
            MachineReadyTimeoutSeconds = double.NaN,
            MachineVoiceThresholdSeconds = double.NaN,
        })).Should().Equal(
            "detect.params.initial_timeout", "detect.params.end_silence_timeout", "detect.params.machine_ready_timeout", "detect.params.machine_voice_threshold");

    [Theory]
    [InlineData("203.0.113.5", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.63.0.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8", false)]
    [InlineData("08.8.8.8", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("media.example.com", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Tap_RtpAddress_IsAPublicIpv4(string? address, bool valid) =>
        Fields(Tap(new TapRtpDevice { Address = address!, Port = 1 })).Should().Equal(valid ? [] : ["device.params.addr"]);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void Tap_RtpPort_IsLimited(int port, bool valid) => IsValid(Tap(new TapRtpDevice { Address = "203.0.113.5", Port = port })).Should().Be(valid);

    [Theory]
    [InlineData(0, false)]
    [InlineData(10, true)]
    [InlineData(15, false)]
    [InlineData(120, true)]
    [InlineData(130, false)]
    public void Tap_PacketTime_IsOneOfTwelve(int time, bool valid) =>
        IsValid(Tap(new TapRtpDevice { Address = "203.0.113.5", Port = 1, PacketTimeMs = time })).Should().Be(valid);

    [Theory]
    [InlineData("ws://media.example.com/", true)]
    [InlineData("wss://media.example.com/?a=1", true)]
    [InlineData("https://media.example.com/", false)]
    [InlineData("/tap", false)]
    public void Tap_Socket_IsWsOrWss(string url, bool valid) =>
        IsValid(Tap(new TapWebSocketDevice { Address = new Uri(url, UriKind.RelativeOrAbsolute) })).Should().Be(valid);

    [Fact]
    public void Tap_Words_AreNeeded()
    {
        Fields(new TapCommand { Tap = new TapAudio { Direction = default }, Device = new TapWebSocketDevice { Address = null!, Codec = default(TapCodec) }, StatusUrl = Ftp })
            .Should().Equal("tap.params.direction", "device.params.uri", "device.params.codec", "status_url");
    }

    [Theory]
    [InlineData("wss://media.example.com/stream", true)]
    [InlineData("ws://media.example.com/stream", false)]
    [InlineData("wss://media.example.com/stream?a=1", false)]
    [InlineData("/stream", false)]
    public void Stream_Url_IsWssWithoutAQuery(string url, bool valid) =>
        IsValid(new StreamCommand { Url = new Uri(url, UriKind.RelativeOrAbsolute) }).Should().Be(valid);

    [Theory]
    [InlineData(-1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(1_800, 2, true)]
    [InlineData(1_801, 2, false)]
    [InlineData(400, 3, false)]
    [InlineData(400, -1, false)]
    public void Live_ThresholdAndDebugLevel_AreLimited(int threshold, int debug, bool valid)
    {
        IsValid(new LiveTranscribeCommand { Action = LiveTranscribeAction.Start(Transcribe() with { VadThreshold = threshold, DebugLevel = debug }) }).Should().Be(valid);
        IsValid(new LiveTranslateCommand { Action = LiveTranslateAction.Start(Translate() with { VadThreshold = threshold, DebugLevel = debug }) }).Should().Be(valid);
    }

    [Fact]
    public void Live_EverythingWrong_ReportsEverythingAtOnce()
    {
        var transcribe = Transcribe() with { Language = "", Direction = [], Webhook = Ftp, SpeechEngine = default(LiveSpeechEngine) };
        var translate = Translate() with
        {
            FromLanguage = "",
            ToLanguage = " ",
            FilterFrom = default(TranslationFilter),
            FilterTo = default(TranslationFilter),
            Direction = [CallerSide.Local, default],
        };
        var summary = new LiveSummary { Webhook = Ftp };

        Fields(new LiveTranscribeCommand { Action = LiveTranscribeAction.Start(transcribe) }).Should().Equal(
            "action.start.lang", "action.start.direction", "action.start.webhook", "action.start.speech_engine");
        Fields(new LiveTranslateCommand { Action = LiveTranslateAction.Start(translate), StatusUrl = Ftp }).Should().Equal(
            "action.start.from_lang", "action.start.to_lang", "action.start.filter_from", "action.start.filter_to", "action.start.direction[1]", "status_url");
        Fields(new LiveTranscribeCommand { Action = LiveTranscribeAction.Summarize(summary) }).Should().Equal("action.summarize.webhook");
        Fields(new LiveTranslateCommand { Action = LiveTranslateAction.Summarize(summary) }).Should().Equal("action.summarize.webhook");
        Fields(new LiveTranslateCommand { Action = LiveTranslateAction.Inject(new LiveInjection { Message = "", Direction = default }) }).Should().Equal(
            "action.inject.message", "action.inject.direction");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void HoldAi_Timeout_IsNotNegative(int seconds, bool valid) => IsValid(new HoldAiCommand { TimeoutSeconds = seconds }).Should().Be(valid);

    [Fact]
    public void Sidecar_EverythingWrong_ReportsEverythingAtOnce() =>
        Fields(new StartAiSidecarCommand
        {
            Prompt = SidecarPrompt.OfSections(),
            Language = "",
            Model = default(AiModel),
            Direction = [default],
            CustomerRole = default(CallerSide),
            Url = Ftp,
            Functions = new SidecarFunctions { Functions = [null!], McpServers = [null!] },
            Hints = [],
            Parameters = new SidecarParameters { SummaryModel = default(AiModel), SpeechEngine = default(LiveSpeechEngine) },
            Action = new SidecarAction { Summarize = null! },
        }).Should().Equal(
            "prompt.pom", "lang", "model", "direction[0]", "customer_role", "url", "SWAIG.functions[0]", "SWAIG.mcp_servers[0]", "hints", "params.summary_model",
            "params.speech_engine", "action.summarize");

    [Theory]
    [InlineData("idle_timeout_ms", 50, 5_000)]
    [InlineData("min_interval_ms", 0, 60_000)]
    [InlineData("max_iters_per_tick", 1, 20)]
    [InlineData("max_history_tokens", 1_000, 200_000)]
    [InlineData("speech_timeout", 0, 600_000)]
    [InlineData("vad_silence_ms", 0, 60_000)]
    [InlineData("vad_thresh", 0, 10_000)]
    [InlineData("debug_level", 0, 100)]
    public void Sidecar_Parameters_AreLimited(string name, int min, int max)
    {
        Fields(Sidecar(name, min)).Should().BeEmpty();
        Fields(Sidecar(name, max)).Should().BeEmpty();
        Fields(Sidecar(name, min - 1)).Should().Equal("params." + name);
        Fields(Sidecar(name, max + 1)).Should().Equal("params." + name);
    }

    private static StartAiSidecarCommand Sidecar(string name, int value) => new()
    {
        Language = "en-US",
        Parameters = name switch
        {
            "idle_timeout_ms" => new SidecarParameters { IdleTimeoutMs = value },
            "min_interval_ms" => new SidecarParameters { MinIntervalMs = value },
            "max_iters_per_tick" => new SidecarParameters { MaxIterationsPerTick = value },
            "max_history_tokens" => new SidecarParameters { MaxHistoryTokens = value },
            "speech_timeout" => new SidecarParameters { SpeechTimeoutMs = value },
            "vad_silence_ms" => new SidecarParameters { VadSilenceMs = value },
            "vad_thresh" => new SidecarParameters { VadThreshold = value },
            _ => new SidecarParameters { DebugLevel = value },
        },
    };

    private static DialCommand Dial() => new() { From = "+15550100", To = "+15550102", Url = Script };

    private static PlayCommand Play() => new() { Items = [new PlaySilence { DurationSeconds = 1 }] };

    private static CollectCommand Collect() => new() { Digits = new CollectDigits { Max = 1 } };

    private static RecordCommand Record(RecordAudio audio) => new() { Audio = audio };

    private static DetectCommand Detect(DetectTarget target) => new() { Detect = target };

    private static TapCommand Tap(TapDevice device) => new() { Tap = new TapAudio { Direction = MediaDirection.Both }, Device = device };

    private static StreamCommand Stream() => new() { Url = new Uri("wss://media.example.com/stream") };

    private static LiveTranscribeStart Transcribe() => new() { Language = "en-US", Direction = [CallerSide.Remote] };

    private static LiveTranslateStart Translate() => new() { FromLanguage = "en-US", ToLanguage = "es-ES", Direction = [CallerSide.Remote] };

    private static bool IsValid(SignalWireCommand command) => Violations(command).Count == 0;

    private static IReadOnlyList<Violation> Violations(SignalWireCommand command)
    {
        var violations = new ViolationList();
        command.Validate(violations);
        return violations.Items;
    }

    private static IEnumerable<string> Fields(SignalWireCommand command) => Violations(command).Select(violation => violation.Field);
}
