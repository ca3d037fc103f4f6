using System.Text.Json.Nodes;
using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What several commands carry, with every field set: the values of the mappings.</summary>
/// <remarks>A long file: the vendor's assistants, engines and voices have many fields.</remarks>
internal static class TelnyxSamples
{
    /// <summary><c>bWVudT1tYWluO3N0ZXA9Mg==</c>.</summary>
    public static TelnyxClientState State { get; } = TelnyxClientState.FromText("menu=main;step=2");

    /// <summary><c>bWVudT1tYWluO3N0ZXA9Mw==</c>.</summary>
    public static TelnyxClientState NextState { get; } = TelnyxClientState.FromText("menu=main;step=3");

    /// <summary><c>bGVnPWFnZW50</c>.</summary>
    public static TelnyxClientState AgentState { get; } = TelnyxClientState.FromText("leg=agent");

    public static VoiceSettings ElevenLabsVoice { get; } = new ElevenLabsVoiceSettings { ApiKeyRef = "elevenlabs-key" };

    public static VoiceSettings TelnyxVoice { get; } = new TelnyxVoiceSettings { VoiceSpeed = 1.25 };

    public static VoiceSettings AwsVoice { get; } = new AwsVoiceSettings();

    public static VoiceSettings MinimaxVoice { get; } = new MinimaxVoiceSettings { LanguageBoost = "German", Pitch = 2, Speed = 1.5, Volume = 0.75 };

    public static VoiceSettings AzureVoice { get; } = new AzureVoiceSettings
    {
        ApiKeyRef = "azure-key",
        DeploymentId = "deployment-7",
        Effect = AzureVoiceEffect.Telephone,
        Gender = AzureVoiceGender.Female,
        Region = "westeurope",
    };

    public static VoiceSettings ResembleVoice { get; } =
        new ResembleVoiceSettings { Format = ResembleAudioFormat.Wav, Precision = ResemblePrecision.Pcm16, SampleRateHz = 16_000 };

    public static VoiceSettings InworldVoice { get; } = new InworldVoiceSettings { DeliveryMode = InworldDeliveryMode.Balanced };

    public static VoiceSettings XaiVoice { get; } = new XaiVoiceSettings { Language = "de" };

    public static TranscriptionEngineConfig Google { get; } = new GoogleTranscriptionConfig
    {
        EnableSpeakerDiarization = true,
        Hints = ["Telnyx", "SIPREC"],
        InterimResults = true,
        Language = "de",
        MaxSpeakerCount = 4,
        MinSpeakerCount = 1,
        Model = "phone_call",
        ProfanityFilter = true,
        SpeechContext =
        [
            new SpeechContext { Boost = 12.5, Phrases = ["invoice", "account number"] },
            new SpeechContext { Boost = 2.5, Phrases = ["refund"] },
        ],
        UseEnhanced = true,
    };

    public static TranscriptionEngineConfig TelnyxEngine { get; } =
        new TelnyxTranscriptionConfig { Language = "fr", Model = "openai/whisper-large-v3-turbo" };

    public static TranscriptionEngineConfig DeepgramNova2 { get; } = new DeepgramNova2TranscriptionConfig
    {
        Hints = ["Telnyx"],
        InterimResults = true,
        KeywordsBoosting = new Dictionary<string, double> { ["invoice"] = 1.5, ["refund"] = 2.5 },
        Language = "en-US",
        SmartFormat = false,
        UtteranceEndMs = 1500,
    };

    public static TranscriptionEngineConfig DeepgramNova3 { get; } = new DeepgramNova3TranscriptionConfig
    {
        InterimResults = true,
        Keyterms = ["Telnyx", "SIPREC"],
        KeywordsBoosting = new Dictionary<string, double> { ["invoice"] = 1.5 },
        Language = "es-419",
        SmartFormat = false,
        UtteranceEndMs = 2500,
    };

    public static TranscriptionEngineConfig AzureEngine { get; } =
        new AzureTranscriptionConfig { Region = "westeurope", ApiKeyRef = "azure-key", Language = "de" };

    public static TranscriptionEngineConfig XaiEngine { get; } =
        new XaiTranscriptionConfig { InterimResults = true, Language = "fr", Model = "xai/grok-stt" };

    public static TranscriptionEngineConfig AssemblyAi { get; } =
        new AssemblyAiTranscriptionConfig { InterimResults = true, Model = "assemblyai/universal-streaming" };

    public static TranscriptionEngineConfig Speechmatics { get; } =
        new SpeechmaticsTranscriptionConfig { InterimResults = true, Language = "cmn_en", Model = "speechmatics/standard" };

    public static TranscriptionEngineConfig Soniox { get; } = new SonioxTranscriptionConfig
    {
        EnableEndpointDetection = true,
        InterimResults = true,
        Language = "it",
        MaxEndpointDelayMs = 1200,
        Model = "soniox/stt-rt-v4",
    };

    public static TranscriptionEngineConfig Parakeet { get; } =
        new ParakeetTranscriptionConfig { InterimResults = true, Model = "nvidia/parakeet-v3" };

    public static TranscriptionEngineConfig Humain { get; } = new HumainTranscriptionConfig { Language = "codeswitch", Model = "humain/realtime" };

    public static TranscriptionEngineConfig Reson8 { get; } = new Reson8TranscriptionConfig { Language = "nl", Model = "reson8/turns" };

    public static TranscriptionEngineConfig LegacyGoogle { get; } = new LegacyGoogleTranscriptionConfig
    {
        EnableSpeakerDiarization = true,
        Hints = ["Telnyx", "SIPREC"],
        InterimResults = true,
        Language = "de",
        MaxSpeakerCount = 4,
        MinSpeakerCount = 1,
        Model = "phone_call",
        ProfanityFilter = true,
        SpeechContext =
        [
            new SpeechContext { Boost = 12.5, Phrases = ["invoice", "account number"] },
            new SpeechContext { Boost = 2.5, Phrases = ["refund"] },
        ],
        UseEnhanced = true,
    };

    public static TranscriptionEngineConfig LegacyTelnyx { get; } =
        new LegacyTelnyxTranscriptionConfig { Language = "es", Model = "openai/whisper-large-v3-turbo" };

    public static AssistantTool BookAppointment { get; } = new BookAppointmentTool
    {
        BookAppointment = new BookAppointmentParameters
        {
            ApiKeyRef = "cal-key",
            AttendeeName = "Ada Example",
            AttendeeTimezone = "Europe/Berlin",
            EventTypeId = 1203,
        },
    };

    public static AssistantTool CheckAvailability { get; } =
        new CheckAvailabilityTool { CheckAvailability = new CheckAvailabilityParameters { ApiKeyRef = "cal-key", EventTypeId = 1204 } };

    public static AssistantTool LookUpTicket { get; } = new WebhookTool
    {
        Webhook = new WebhookToolParameters
        {
            Name = "look_up_ticket",
            Description = "Finds a ticket by its number.",
            Url = "https://tools.example.com/tickets/{ticket}",
            Method = ToolHttpMethod.Put,
            Headers = [new ToolHeader { Name = "X-Tool", Value = "tickets" }],
            BodyParameters = new ToolParameters { Properties = Json("""{"note": {"type": "string"}}"""), Required = ["note"] },
            PathParameters = new ToolParameters { Properties = Json("""{"ticket": {"type": "string"}}"""), Required = ["ticket"] },
            QueryParameters = new ToolParameters { Properties = Json("""{"depth": {"type": "integer"}}"""), Required = ["depth"] },
        },
    };

    public static AssistantTool HangUp { get; } =
        new HangupTool { Hangup = new HangupParameters { Description = "Ends the call once the caller has said goodbye." } };

    public static AssistantTool TransferToTeam { get; } = new TransferTool
    {
        Transfer = new TransferToolParameters
        {
            From = "+12125550100",
            Targets = TransferTargets.Of(new TransferTarget { Name = "Support", To = "+12125550120" }, new TransferTarget { Name = "Sales", To = "sip:sales@sip.example.com" }),
        },
    };

    public static AssistantTool Handbook { get; } =
        new RetrievalTool { Retrieval = new RetrievalParameters { BucketIds = ["handbook", "prices"], MaxNumResults = 5 } };

    public static IReadOnlyList<AssistantTool> Tools { get; } = [BookAppointment, CheckAvailability, LookUpTicket, HangUp, TransferToTeam, Handbook];

    public static AssistantMessage FromUser { get; } = new UserMessage { Content = "My ticket is 4711.", Metadata = Json("""{"source": "crm"}""") };

    public static AssistantMessage FromAssistant { get; } = new ModelMessage
    {
        Content = "One moment.",
        Metadata = Json("""{"source": "crm"}"""),
        ToolCalls =
        [
            new AssistantToolCall { Id = "tool-call-1", Kind = "function", Function = new AssistantFunction { Name = "look_up_ticket" } },
        ],
    };

    public static AssistantMessage FromTool { get; } =
        new ToolMessage { Content = """{"state":"open"}""", Metadata = Json("""{"source": "crm"}"""), ToolCallId = "tool-call-1" };

    public static AssistantMessage FromSystem { get; } =
        new SystemMessage { Content = "The caller is a gold customer.", Metadata = Json("""{"source": "crm"}""") };

    public static AssistantMessage FromDeveloper { get; } =
        new DeveloperMessage { Content = "Offer a call back.", Metadata = Json("""{"source": "crm"}""") };

    public static IReadOnlyList<AssistantMessage> Messages { get; } = [FromUser, FromAssistant, FromTool, FromSystem, FromDeveloper];

    public static CallAssistant Assistant { get; } = new CallAssistant
    {
        Id = "assistant-5f0c2d1e",
        DynamicVariables = new Dictionary<string, DynamicVariable> { ["first_name"] = "Ada", ["visits"] = 3, ["gold"] = true },
        ExternalLlm = new ExternalLlm
        {
            AuthenticationMethod = LlmAuthentication.Certificate,
            BaseUrl = new Uri("https://llm.example.com/v1"),
            CertificateRef = "llm-certificate",
            ForwardMetadata = true,
            LlmApiKeyRef = "llm-key",
            Model = "own/model-1",
            TokenRetrievalUrl = new Uri("https://llm.example.com/token"),
        },
        FallbackConfig = new LlmFallback
        {
            ExternalLlm = new ExternalLlm
            {
                AuthenticationMethod = LlmAuthentication.Token,
                BaseUrl = new Uri("https://fallback.example.com/v1"),
                CertificateRef = "llm-certificate",
                ForwardMetadata = true,
                LlmApiKeyRef = "llm-key",
                Model = "own/model-2",
                TokenRetrievalUrl = new Uri("https://llm.example.com/token"),
            },
            LlmApiKeyRef = "fallback-key",
            Model = "Qwen/Qwen3-235B-A22B",
        },
        Greeting = "Good day, how can I help?",
        Instructions = "Be brief.",
        LlmApiKeyRef = "llm-key",
        McpServers = [Json("""{"id": "mcp-1", "allowed_tools": ["look_up"]}""")],
        Model = "Qwen/Qwen3-235B-A22B",
        Name = "Reception",
        ObservabilitySettings = Json("""{"status": "enabled", "sample_rate": 0.5}"""),
        OpenaiApiKeyRef = "openai-key",
        Tools = Tools,
        VoiceSettings = new AssistantVoice
        {
            Voice = "Minimax.speech-02-turbo.wise-woman",
            ApiKeyRef = "voice-key",
            BackgroundAudio = new BackgroundAudio { Kind = BackgroundAudioKind.PredefinedMedia, Value = BackgroundSound.Office, Volume = 0.25 },
            ExpressiveMode = true,
            LanguageBoost = "German",
            SimilarityBoost = 0.75,
            Speed = 1.25,
            Style = 0.5,
            Temperature = 0.25,
            UseSpeakerBoost = true,
            VoiceSpeed = 1.5,
        },
    };

    public static MachineDetectionConfig MachineDetection { get; } = new MachineDetectionConfig
    {
        AfterGreetingSilenceMs = 900,
        BetweenWordsSilenceMs = 60,
        GreetingDurationMs = 3600,
        GreetingSilenceDurationMs = 1600,
        GreetingTotalAnalysisTimeMs = 5100,
        InitialSilenceMs = 3700,
        MaximumNumberOfWords = 6,
        MaximumWordLengthMs = 3800,
        SilenceThreshold = 300,
        TotalAnalysisTimeMs = 3900,
        BeepDetectionProfile = BeepDetectionProfile.FrequencyOnly,
    };

    public static DeepfakeDetection Deepfake { get; } = new DeepfakeDetection { Enabled = true, RtpTimeoutSeconds = 45, TimeoutSeconds = 20 };

    public static SoundModifications Sound { get; } =
        new SoundModifications { Octaves = -0.5, Pitch = 1.25, Semitone = 2.5, Track = LegTrack.Inbound };

    public static DialogflowConfig Dialogflow { get; } = new DialogflowConfig { AnalyzeSentiment = true, PartialAutomatedAgentReply = true };

    public static IReadOnlyList<SipHeader> CustomHeaders { get; } =
        [new SipHeader { Name = "X-Ticket", Value = "4711" }, new SipHeader { Name = "X-Queue", Value = "gold" }];

    public static IReadOnlyList<SipHeader> UserToUser { get; } = [new SipHeader { Name = "User-to-User", Value = "3132333435363738" }];

    public static IReadOnlyDictionary<string, WebhookRetryPolicy> RetryPolicies { get; } = new Dictionary<string, WebhookRetryPolicy>
    {
        ["call.answered"] = new WebhookRetryPolicy { RetriesMs = [1000, 2000, 5000] },
        ["call.hangup"] = new WebhookRetryPolicy { RetriesMs = [500] },
    };

    public static IReadOnlyDictionary<string, IReadOnlyList<Uri>> WebhookUrls { get; } = new Dictionary<string, IReadOnlyList<Uri>>
    {
        ["call.hangup"] = [new Uri("https://hooks.example.com/hangup"), new Uri("https://backup.example.com/hangup")],
    };

    public static TranscriptionOnAnswer OnAnswer { get; } = new TranscriptionOnAnswer
    {
        ClientState = NextState,
        CommandId = new OperationId("transcription-1"),
        Engine = TranscriptionEngine.Telnyx,
        EngineConfig = TelnyxEngine,
        Tracks = LegTrack.Both,
    };

    public static ConversationRelayConfig Relay { get; } = new ConversationRelayConfig
    {
        CustomParameters = Json("""{"ticket": "4711", "visits": 3}"""),
        DtmfDetection = true,
        Greeting = "Good day, how can I help?",
        Interruptible = Interruptible.Speech,
        InterruptibleGreeting = Interruptible.None,
        InterruptionSettings = new ConversationRelayInterruption
        {
            Enable = true,
            Interruptible = Interruptible.Speech,
            InterruptibleGreeting = Interruptible.Dtmf,
            WelcomeGreetingInterruptible = Interruptible.None,
        },
        Language = "de",
        Languages =
        [
            new ConversationRelayLanguage
            {
                Language = "de",
                SpeechModel = "nova-3",
                TranscriptionEngine = TranscriptionEngine.Deepgram,
                TranscriptionEngineConfig = DeepgramNova3,
                TranscriptionProvider = "deepgram",
                TtsProvider = "elevenlabs",
                Voice = "ElevenLabs.eleven_multilingual_v2.rachel",
                VoiceSettings = ElevenLabsVoice,
            },
            new ConversationRelayLanguage
            {
                Language = "fr",
                SpeechModel = "nova-3",
                TranscriptionEngine = TranscriptionEngine.Soniox,
                TranscriptionEngineConfig = Soniox,
                TranscriptionProvider = "soniox",
                TtsProvider = "inworld",
                Voice = "Inworld.inworld-tts-1.Ashley",
                VoiceSettings = InworldVoice,
            },
        ],
        Provider = "custom",
        StructuredProvider = Json("""{"region": "eu", "tier": 2}"""),
        TranscriptionEngine = TranscriptionEngine.Deepgram,
        TranscriptionEngineConfig = DeepgramNova2,
        TtsProvider = "telnyx",
        Voice = "Telnyx.KokoroTTS.bf",
        VoiceSettings = TelnyxVoice,
        Url = new Uri("wss://relay.example.com/telnyx"),
    };

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
