using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Commands of a call's life with every field set; what each is on the wire stands in the file of its name.</summary>
internal static class CallSamples
{
    public static IReadOnlyDictionary<string, TelnyxCommand> All { get; } = new Dictionary<string, TelnyxCommand>
    {
        ["dial"] = new DialCommand
        {
            ConnectionId = "the connection id",
            From = "+15550100",
            To = DialTargets.Of("+15550100", "sip:alice@example.com"),
            FromDisplayName = "the from display name",
            Privacy = CallerPrivacy.None,
            TimeoutSeconds = 600,
            TimeLimitSeconds = 14400,
            RetryOnTimeout = false,
            LinkTo = "the link to",
            BridgeIntent = true,
            BridgeOnAnswer = true,
            ParkAfterUnbridge = UnbridgeParking.Self,
            PreventDoubleBridge = true,
            ConferenceConfig = new ConferenceConfig
            {
                BeepEnabled = ConferenceBeep.OnExit,
                ConferenceName = "the conference name",
                EarlyMedia = false,
                EndConferenceOnExit = true,
                Hold = true,
                HoldAudioUrl = new Uri("https://files.example.com/hold_audio_url"),
                HoldMediaName = "the hold media name",
                Id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
                Mute = true,
                SoftEndConferenceOnExit = true,
                StartConferenceOnCreate = true,
                StartConferenceOnEnter = true,
                SupervisorRole = SupervisorRole.Whisper,
                WhisperCallControlIds = ["first whisper_call_control_ids", "second whisper_call_control_ids"],
            },
            SuperviseCallControlId = "the supervise call control id",
            SupervisorRole = SupervisorRole.Monitor,
            AnsweringMachineDetection = MachineDetectionMode.GreetingEnd,
            AnsweringMachineDetectionConfig = new MachineDetectionConfig
            {
                AfterGreetingSilenceMs = 801,
                BetweenWordsSilenceMs = 51,
                GreetingDurationMs = 3501,
                GreetingSilenceDurationMs = 1501,
                GreetingTotalAnalysisTimeMs = 5001,
                InitialSilenceMs = 3501,
                MaximumNumberOfWords = 6,
                MaximumWordLengthMs = 3501,
                SilenceThreshold = 257,
                TotalAnalysisTimeMs = 3501,
                BeepDetectionProfile = BeepDetectionProfile.FrequencyOnly,
            },
            DeepfakeDetection = new DeepfakeDetection { Enabled = true, RtpTimeoutSeconds = 120, TimeoutSeconds = 60 },
            AudioUrl = new Uri("https://files.example.com/audio_url"),
            MediaName = "the media name",
            SendDigitsOnAnswer = "1w2W#",
            SendSilenceWhenIdle = true,
            SoundModifications = new SoundModifications { Pitch = 0.5, Semitone = 0.5, Octaves = 0.5, Track = LegTrack.Inbound },
            Record = RecordTrigger.FromAnswer,
            RecordChannels = RecordingChannels.Mono,
            RecordCustomFileName = "the record custom file name",
            RecordFormat = RecordingFormat.Wav,
            RecordMaxLengthSeconds = 43200,
            RecordTimeoutSeconds = 1,
            RecordTrack = LegTrack.Outbound,
            RecordTrim = RecordingTrim.TrimSilence,
            StreamUrl = new Uri("wss://media.example.com/stream_url"),
            StreamTrack = StreamTrack.Both,
            StreamCodec = StreamCodec.L16,
            StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
            StreamBidirectionalCodec = StreamCodec.L16,
            StreamBidirectionalSamplingRateHz = 48000,
            StreamBidirectionalTargetLegs = TargetLegs.Self,
            StreamAuthToken = "the stream auth token",
            StreamEstablishBeforeCallOriginate = true,
            EnableDialogflow = true,
            DialogflowConfig = new DialogflowConfig { AnalyzeSentiment = true, PartialAutomatedAgentReply = true },
            Transcription = true,
            TranscriptionConfig = new TranscriptionOnAnswer
            {
                ClientState = new TelnyxClientState("c3RhdGU="),
                CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
                Engine = TranscriptionEngine.LegacyTelnyx,
                EngineConfig = new LegacyGoogleTranscriptionConfig
                {
                    EnableSpeakerDiarization = true,
                    Hints = ["first hints", "second hints"],
                    InterimResults = true,
                    Language = "zu",
                    MaxSpeakerCount = 7,
                    MinSpeakerCount = 3,
                    Model = "medical_dictation",
                    ProfanityFilter = true,
                    SpeechContext = [new SpeechContext { Boost = 0.5, Phrases = ["first phrases", "second phrases"] }],
                    UseEnhanced = true,
                },
                Tracks = LegTrack.Both,
            },
            Assistant = new CallAssistant
            {
                Id = "the id",
                DynamicVariables = new Dictionary<string, DynamicVariable>
                {
                    ["text"] = "value",
                    ["number"] = 12,
                    ["real"] = 1.5,
                    ["truth"] = true,
                },
                ExternalLlm = new ExternalLlm
                {
                    AuthenticationMethod = LlmAuthentication.Certificate,
                    BaseUrl = new Uri("https://files.example.com/base_url"),
                    CertificateRef = "the certificate ref",
                    ForwardMetadata = true,
                    LlmApiKeyRef = "the llm api key ref",
                    Model = "a/model",
                    TokenRetrievalUrl = new Uri("https://files.example.com/token_retrieval_url"),
                },
                FallbackConfig = new LlmFallback
                {
                    ExternalLlm = new ExternalLlm
                    {
                        AuthenticationMethod = LlmAuthentication.Certificate,
                        BaseUrl = new Uri("https://files.example.com/base_url"),
                        CertificateRef = "the certificate ref",
                        ForwardMetadata = true,
                        LlmApiKeyRef = "the llm api key ref",
                        Model = "a/model",
                        TokenRetrievalUrl = new Uri("https://files.example.com/token_retrieval_url"),
                    },
                    LlmApiKeyRef = "the llm api key ref",
                    Model = "a/model",
                },
                Greeting = "the greeting",
                Instructions = "the instructions",
                LlmApiKeyRef = "the llm api key ref",
                McpServers = [Json("""{"name": "server"}""")],
                Model = "a/model",
                Name = "the name",
                ObservabilitySettings = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                OpenaiApiKeyRef = "the openai api key ref",
                Tools =
                [
                    new BookAppointmentTool
                    {
                        BookAppointment = new BookAppointmentParameters
                        {
                            ApiKeyRef = "the api key ref",
                            EventTypeId = 7,
                            AttendeeName = "the attendee name",
                            AttendeeTimezone = "the attendee timezone",
                        },
                    },
                    new CheckAvailabilityTool
                    {
                        CheckAvailability = new CheckAvailabilityParameters { ApiKeyRef = "the api key ref", EventTypeId = 7 },
                    },
                    new HangupTool { Hangup = new HangupParameters { Description = "the description" } },
                    new RetrievalTool
                    {
                        Retrieval = new RetrievalParameters
                        {
                            BucketIds = ["first bucket_ids", "second bucket_ids"],
                            MaxNumResults = 7,
                        },
                    },
                    new TransferTool
                    {
                        Transfer = new TransferToolParameters
                        {
                            From = "+15550100",
                            Targets = TransferTargets.Of(new TransferTarget { To = "+15550100", Name = "the name" }),
                        },
                    },
                    new WebhookTool
                    {
                        Webhook = new WebhookToolParameters
                        {
                            Name = "the name",
                            Description = "the description",
                            Url = "https://files.example.com/url",
                            Method = ToolHttpMethod.Patch,
                            Headers = [new ToolHeader { Name = "the name", Value = "the value" }],
                            BodyParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                            PathParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                            QueryParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                        },
                    },
                ],
                VoiceSettings = new AssistantVoice
                {
                    Voice = "the voice",
                    ApiKeyRef = "the api key ref",
                    BackgroundAudio = new BackgroundAudio
                    {
                        Kind = BackgroundAudioKind.PredefinedMedia,
                        Value = BackgroundSound.Office,
                        Volume = 0.5,
                    },
                    ExpressiveMode = true,
                    LanguageBoost = "Afrikaans",
                    SimilarityBoost = 0.5,
                    Speed = 0.5,
                    Style = 0.5,
                    Temperature = 0.5,
                    UseSpeakerBoost = true,
                    VoiceSpeed = 0.5,
                },
            },
            ConversationRelayConfig = new ConversationRelayConfig
            {
                Url = new Uri("wss://media.example.com/url"),
                CustomParameters = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                DtmfDetection = true,
                Greeting = "the greeting",
                Interruptible = Interruptible.Dtmf,
                InterruptibleGreeting = Interruptible.Dtmf,
                InterruptionSettings = new ConversationRelayInterruption
                {
                    Enable = true,
                    Interruptible = Interruptible.Dtmf,
                    InterruptibleGreeting = Interruptible.Dtmf,
                    WelcomeGreetingInterruptible = Interruptible.Dtmf,
                },
                Language = "the language",
                Languages =
                [
                    new ConversationRelayLanguage
                    {
                        Language = "the language",
                        SpeechModel = "the speech model",
                        TranscriptionEngine = TranscriptionEngine.LegacyTelnyx,
                        TranscriptionEngineConfig = new TelnyxTranscriptionConfig
                        {
                            Language = "auto_detect",
                            Model = "openai/whisper-large-v3-turbo",
                        },
                        TranscriptionProvider = "the transcription provider",
                        TtsProvider = "the tts provider",
                        Voice = "the voice",
                        VoiceSettings = new AwsVoiceSettings(),
                    },
                ],
                Provider = "the provider",
                StructuredProvider = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                TranscriptionEngine = TranscriptionEngine.LegacyTelnyx,
                TranscriptionEngineConfig = new TelnyxTranscriptionConfig
                {
                    Language = "auto_detect",
                    Model = "openai/whisper-large-v3-turbo",
                },
                TtsProvider = "the tts provider",
                Voice = "the voice",
                VoiceSettings = new AwsVoiceSettings(),
            },
            PreferredCodecs = "the preferred codecs",
            MediaEncryption = MediaEncryption.Dtls,
            SipAuthUsername = "the sip auth username",
            SipAuthPassword = "the sip auth password",
            CustomHeaders = [new SipHeader { Name = "the name", Value = "the value" }],
            SipHeaders = [new SipHeader { Name = "User-to-User", Value = "the value" }],
            SipRegion = SipRegion.MiddleEast,
            SipTransportProtocol = SipTransport.Tls,
            RouteToMobile = true,
            Diversion = "+15550100",
            BillingGroupId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            WebhookUrl = new Uri("https://files.example.com/webhook_url"),
            WebhookUrlMethod = WebhookMethod.Get,
            WebhookUrls = new Dictionary<string, IReadOnlyList<Uri>>
            {
                ["call.answered"] = [new Uri("https://events.example.com/a"), new Uri("https://events.example.com/b")],
                ["call.hangup"] = [new Uri("https://events.example.com/c")],
            },
            WebhookUrlsMethod = WebhookMethod.Get,
            WebhookRetriesPolicies = new Dictionary<string, WebhookRetryPolicy>
            {
                ["call.hangup"] = new WebhookRetryPolicy { RetriesMs = [100, 200, 300] },
            },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["answer"] = new AnswerCommand
        {
            PreferredCodecs = "G722,PCMU,PCMA,G729,OPUS,VP8,H264",
            SoundModifications = new SoundModifications { Pitch = 0.5, Semitone = 0.5, Octaves = 0.5, Track = LegTrack.Inbound },
            SendSilenceWhenIdle = true,
            DeepfakeDetection = new DeepfakeDetection { Enabled = true, RtpTimeoutSeconds = 120, TimeoutSeconds = 60 },
            Record = RecordTrigger.FromAnswer,
            RecordChannels = RecordingChannels.Mono,
            RecordCustomFileName = "the record custom file name",
            RecordFormat = RecordingFormat.Wav,
            RecordMaxLengthSeconds = 43200,
            RecordTimeoutSeconds = 1,
            RecordTrack = LegTrack.Outbound,
            RecordTrim = RecordingTrim.TrimSilence,
            StreamUrl = new Uri("wss://media.example.com/stream_url"),
            StreamTrack = StreamTrack.Both,
            StreamCodec = StreamCodec.L16,
            StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
            StreamBidirectionalCodec = StreamCodec.L16,
            StreamBidirectionalTargetLegs = TargetLegs.Self,
            Transcription = true,
            TranscriptionConfig = new TranscriptionOnAnswer
            {
                ClientState = new TelnyxClientState("c3RhdGU="),
                CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
                Engine = TranscriptionEngine.LegacyTelnyx,
                EngineConfig = new LegacyGoogleTranscriptionConfig
                {
                    EnableSpeakerDiarization = true,
                    Hints = ["first hints", "second hints"],
                    InterimResults = true,
                    Language = "zu",
                    MaxSpeakerCount = 7,
                    MinSpeakerCount = 3,
                    Model = "medical_dictation",
                    ProfanityFilter = true,
                    SpeechContext = [new SpeechContext { Boost = 0.5, Phrases = ["first phrases", "second phrases"] }],
                    UseEnhanced = true,
                },
                Tracks = LegTrack.Both,
            },
            Assistant = new CallAssistant
            {
                Id = "the id",
                DynamicVariables = new Dictionary<string, DynamicVariable>
                {
                    ["text"] = "value",
                    ["number"] = 12,
                    ["real"] = 1.5,
                    ["truth"] = true,
                },
                ExternalLlm = new ExternalLlm
                {
                    AuthenticationMethod = LlmAuthentication.Certificate,
                    BaseUrl = new Uri("https://files.example.com/base_url"),
                    CertificateRef = "the certificate ref",
                    ForwardMetadata = true,
                    LlmApiKeyRef = "the llm api key ref",
                    Model = "a/model",
                    TokenRetrievalUrl = new Uri("https://files.example.com/token_retrieval_url"),
                },
                FallbackConfig = new LlmFallback
                {
                    ExternalLlm = new ExternalLlm
                    {
                        AuthenticationMethod = LlmAuthentication.Certificate,
                        BaseUrl = new Uri("https://files.example.com/base_url"),
                        CertificateRef = "the certificate ref",
                        ForwardMetadata = true,
                        LlmApiKeyRef = "the llm api key ref",
                        Model = "a/model",
                        TokenRetrievalUrl = new Uri("https://files.example.com/token_retrieval_url"),
                    },
                    LlmApiKeyRef = "the llm api key ref",
                    Model = "a/model",
                },
                Greeting = "the greeting",
                Instructions = "the instructions",
                LlmApiKeyRef = "the llm api key ref",
                McpServers = [Json("""{"name": "server"}""")],
                Model = "a/model",
                Name = "the name",
                ObservabilitySettings = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                OpenaiApiKeyRef = "the openai api key ref",
                Tools =
                [
                    new BookAppointmentTool
                    {
                        BookAppointment = new BookAppointmentParameters
                        {
                            ApiKeyRef = "the api key ref",
                            EventTypeId = 7,
                            AttendeeName = "the attendee name",
                            AttendeeTimezone = "the attendee timezone",
                        },
                    },
                    new CheckAvailabilityTool
                    {
                        CheckAvailability = new CheckAvailabilityParameters { ApiKeyRef = "the api key ref", EventTypeId = 7 },
                    },
                    new HangupTool { Hangup = new HangupParameters { Description = "the description" } },
                    new RetrievalTool
                    {
                        Retrieval = new RetrievalParameters
                        {
                            BucketIds = ["first bucket_ids", "second bucket_ids"],
                            MaxNumResults = 7,
                        },
                    },
                    new TransferTool
                    {
                        Transfer = new TransferToolParameters
                        {
                            From = "+15550100",
                            Targets = TransferTargets.Of(new TransferTarget { To = "+15550100", Name = "the name" }),
                        },
                    },
                    new WebhookTool
                    {
                        Webhook = new WebhookToolParameters
                        {
                            Name = "the name",
                            Description = "the description",
                            Url = "https://files.example.com/url",
                            Method = ToolHttpMethod.Patch,
                            Headers = [new ToolHeader { Name = "the name", Value = "the value" }],
                            BodyParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                            PathParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                            QueryParameters = new ToolParameters
                            {
                                Properties = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                                Required = ["first required", "second required"],
                                Kind = "object",
                            },
                        },
                    },
                ],
                VoiceSettings = new AssistantVoice
                {
                    Voice = "the voice",
                    ApiKeyRef = "the api key ref",
                    BackgroundAudio = new BackgroundAudio
                    {
                        Kind = BackgroundAudioKind.PredefinedMedia,
                        Value = BackgroundSound.Office,
                        Volume = 0.5,
                    },
                    ExpressiveMode = true,
                    LanguageBoost = "Afrikaans",
                    SimilarityBoost = 0.5,
                    Speed = 0.5,
                    Style = 0.5,
                    Temperature = 0.5,
                    UseSpeakerBoost = true,
                    VoiceSpeed = 0.5,
                },
            },
            ConversationRelayConfig = new ConversationRelayConfig
            {
                Url = new Uri("wss://media.example.com/url"),
                CustomParameters = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                DtmfDetection = true,
                Greeting = "the greeting",
                Interruptible = Interruptible.Dtmf,
                InterruptibleGreeting = Interruptible.Dtmf,
                InterruptionSettings = new ConversationRelayInterruption
                {
                    Enable = true,
                    Interruptible = Interruptible.Dtmf,
                    InterruptibleGreeting = Interruptible.Dtmf,
                    WelcomeGreetingInterruptible = Interruptible.Dtmf,
                },
                Language = "the language",
                Languages =
                [
                    new ConversationRelayLanguage
                    {
                        Language = "the language",
                        SpeechModel = "the speech model",
                        TranscriptionEngine = TranscriptionEngine.LegacyTelnyx,
                        TranscriptionEngineConfig = new TelnyxTranscriptionConfig
                        {
                            Language = "auto_detect",
                            Model = "openai/whisper-large-v3-turbo",
                        },
                        TranscriptionProvider = "the transcription provider",
                        TtsProvider = "the tts provider",
                        Voice = "the voice",
                        VoiceSettings = new AwsVoiceSettings(),
                    },
                ],
                Provider = "the provider",
                StructuredProvider = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                TranscriptionEngine = TranscriptionEngine.LegacyTelnyx,
                TranscriptionEngineConfig = new TelnyxTranscriptionConfig
                {
                    Language = "auto_detect",
                    Model = "openai/whisper-large-v3-turbo",
                },
                TtsProvider = "the tts provider",
                Voice = "the voice",
                VoiceSettings = new AwsVoiceSettings(),
            },
            CustomHeaders = [new SipHeader { Name = "the name", Value = "the value" }],
            SipHeaders = [new SipHeader { Name = "User-to-User", Value = "the value" }],
            BillingGroupId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            WebhookUrl = new Uri("https://files.example.com/webhook_url"),
            WebhookUrlMethod = WebhookMethod.Get,
            WebhookUrls = new Dictionary<string, IReadOnlyList<Uri>>
            {
                ["call.answered"] = [new Uri("https://events.example.com/a"), new Uri("https://events.example.com/b")],
                ["call.hangup"] = [new Uri("https://events.example.com/c")],
            },
            WebhookUrlsMethod = WebhookMethod.Get,
            WebhookRetriesPolicies = new Dictionary<string, WebhookRetryPolicy>
            {
                ["call.hangup"] = new WebhookRetryPolicy { RetriesMs = [100, 200, 300] },
            },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["reject"] = new RejectCommand
        {
            Cause = RejectCause.UserBusy,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["hangup"] = new HangupCommand
        {
            CustomHeaders = [new SipHeader { Name = "the name", Value = "the value" }],
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["bridge"] = new BridgeCommand
        {
            CallControlId = "the call control id",
            Queue = "the queue",
            VideoRoomId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            VideoRoomContext = "the video room context",
            PreventDoubleBridge = true,
            ParkAfterUnbridge = UnbridgeParking.Self,
            HoldAfterUnbridge = true,
            MuteDtmf = DtmfMute.Opposite,
            PlayRingtone = true,
            Ringtone = "za",
            Record = RecordTrigger.FromAnswer,
            RecordChannels = RecordingChannels.Mono,
            RecordCustomFileName = "the record custom file name",
            RecordFormat = RecordingFormat.Wav,
            RecordMaxLengthSeconds = 43200,
            RecordTimeoutSeconds = 1,
            RecordTrack = LegTrack.Outbound,
            RecordTrim = RecordingTrim.TrimSilence,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["transfer"] = new TransferCommand
        {
            To = "+15550100",
            From = "+15550100",
            FromDisplayName = "the from display name",
            Privacy = CallerPrivacy.None,
            TargetLegClientState = new TelnyxClientState("c3RhdGU="),
            TimeoutSeconds = 600,
            TimeLimitSeconds = 14400,
            EarlyMedia = false,
            AnsweringMachineDetection = MachineDetectionMode.GreetingEnd,
            AnsweringMachineDetectionConfig = new MachineDetectionConfig
            {
                AfterGreetingSilenceMs = 801,
                BetweenWordsSilenceMs = 51,
                GreetingDurationMs = 3501,
                GreetingSilenceDurationMs = 1501,
                GreetingTotalAnalysisTimeMs = 5001,
                InitialSilenceMs = 3501,
                MaximumNumberOfWords = 6,
                MaximumWordLengthMs = 3501,
                SilenceThreshold = 257,
                TotalAnalysisTimeMs = 3501,
                BeepDetectionProfile = BeepDetectionProfile.FrequencyOnly,
            },
            AudioUrl = new Uri("https://files.example.com/audio_url"),
            MediaName = "the media name",
            SendDigitsOnAnswer = "1w2W#",
            SoundModifications = new SoundModifications { Pitch = 0.5, Semitone = 0.5, Octaves = 0.5, Track = LegTrack.Inbound },
            MuteDtmf = DtmfMute.Opposite,
            ParkAfterUnbridge = UnbridgeParking.Self,
            Record = RecordTrigger.FromAnswer,
            RecordChannels = RecordingChannels.Mono,
            RecordCustomFileName = "the record custom file name",
            RecordFormat = RecordingFormat.Wav,
            RecordMaxLengthSeconds = 43200,
            RecordTimeoutSeconds = 1,
            RecordTrack = LegTrack.Outbound,
            RecordTrim = RecordingTrim.TrimSilence,
            PreferredCodecs = "the preferred codecs",
            MediaEncryption = MediaEncryption.Dtls,
            SipAuthUsername = "the sip auth username",
            SipAuthPassword = "the sip auth password",
            CustomHeaders = [new SipHeader { Name = "the name", Value = "the value" }],
            SipHeaders = [new SipHeader { Name = "User-to-User", Value = "the value" }],
            SipRegion = SipRegion.MiddleEast,
            SipTransportProtocol = SipTransport.Tls,
            RouteToMobile = true,
            Diversion = "+15550100",
            WebhookUrl = new Uri("https://files.example.com/webhook_url"),
            WebhookUrlMethod = WebhookMethod.Get,
            WebhookUrls = new Dictionary<string, IReadOnlyList<Uri>>
            {
                ["call.answered"] = [new Uri("https://events.example.com/a"), new Uri("https://events.example.com/b")],
                ["call.hangup"] = [new Uri("https://events.example.com/c")],
            },
            WebhookUrlsMethod = WebhookMethod.Get,
            WebhookRetriesPolicies = new Dictionary<string, WebhookRetryPolicy>
            {
                ["call.hangup"] = new WebhookRetryPolicy { RetriesMs = [100, 200, 300] },
            },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["refer"] = new ReferCommand
        {
            SipAddress = "the sip address",
            SipAuthUsername = "the sip auth username",
            SipAuthPassword = "the sip auth password",
            CustomHeaders = [new SipHeader { Name = "the name", Value = "the value" }],
            SipHeaders = [new SipHeader { Name = "User-to-User", Value = "the value" }],
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["client_state_update"] = new UpdateClientStateCommand { ClientState = new TelnyxClientState("c3RhdGU=") },
        ["switch_supervisor_role"] = new SwitchSupervisorRoleCommand { Role = SupervisorRole.Monitor },
    };

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
