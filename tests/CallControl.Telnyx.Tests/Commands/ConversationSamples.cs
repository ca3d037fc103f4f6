using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Commands of assistants, Conversation Relay and payment with every field set; what each is on the wire stands in the file of its name.</summary>
internal static class ConversationSamples
{
    public static IReadOnlyDictionary<string, TelnyxCommand> All { get; } = new Dictionary<string, TelnyxCommand>
    {
        ["gather_using_ai"] = new GatherUsingAiCommand
        {
            Parameters = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
            Assistant = new GatherAssistant
            {
                Instructions = "the instructions",
                Model = "a/model",
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
            },
            Greeting = "the greeting",
            GatherEndedSpeech = "the gather ended speech",
            Language = "zu",
            Voice = "the voice",
            VoiceSettings = new AwsVoiceSettings(),
            Transcription = new AssistantTranscription { Language = "the language", Model = "reson8/turns" },
            InterruptionSettings = new InterruptionSettings { Enable = false },
            MessageHistory = [new ConversationTurn { Content = "the content", Role = ConversationRole.User }],
            UserResponseTimeoutMs = 10001,
            SendPartialResults = true,
            SendMessageHistoryUpdates = true,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["ai_assistant_start"] = new StartAiAssistantCommand
        {
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
            Greeting = "the greeting",
            InterruptionSettings = new InterruptionSettings { Enable = false },
            MessageHistory =
            [
                new ModelMessage
                {
                    Content = "the content",
                    ToolCalls =
                    [
                        new AssistantToolCall
                        {
                            Id = "the id",
                            Function = new AssistantFunction { Name = "the name" },
                            Kind = "function",
                        },
                    ],
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new DeveloperMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new SystemMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new ToolMessage
                {
                    Content = "the content",
                    ToolCallId = "the tool call id",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new UserMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
            ],
            Participants =
            [
                new AssistantParticipant
                {
                    Id = "the id",
                    Role = ConversationRole.User,
                    Name = "the name",
                    OnHangup = ParticipantHangup.EndConversation,
                },
            ],
            SendMessageHistoryUpdates = true,
            Transcription = new AssistantTranscription { Language = "the language", Model = "reson8/turns" },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["ai_assistant_stop"] = new StopAiAssistantCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["ai_assistant_join"] = new JoinAiAssistantCommand
        {
            ConversationId = "the conversation id",
            Participant = new AssistantParticipant
            {
                Id = "the id",
                Role = ConversationRole.User,
                Name = "the name",
                OnHangup = ParticipantHangup.EndConversation,
            },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["ai_assistant_add_messages"] = new AddAiAssistantMessagesCommand
        {
            Messages =
            [
                new ModelMessage
                {
                    Content = "the content",
                    ToolCalls =
                    [
                        new AssistantToolCall
                        {
                            Id = "the id",
                            Function = new AssistantFunction { Name = "the name" },
                            Kind = "function",
                        },
                    ],
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new DeveloperMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new SystemMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new ToolMessage
                {
                    Content = "the content",
                    ToolCallId = "the tool call id",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
                new UserMessage
                {
                    Content = "the content",
                    Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
                },
            ],
            TriggerResponse = true,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["conversation_relay_start"] = new StartConversationRelayCommand
        {
            Url = new Uri("wss://media.example.com/url"),
            ConversationRelayUrl = new Uri("wss://media.example.com/conversation_relay_url"),
            Settings = new ConversationRelaySettings
            {
                Url = new Uri("wss://media.example.com/url"),
                DtmfDetection = true,
                Interruptible = Interruptible.Dtmf,
                InterruptibleGreeting = Interruptible.Dtmf,
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
            },
            Assistant = new ConversationRelayAssistant
            {
                DynamicVariables = new Dictionary<string, string>
                {
                    ["name"] = "value",
                },
            },
            CustomParameters = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
            DtmfDetection = true,
            ConversationRelayDtmfDetection = true,
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
            Transcription = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
            TranscriptionEngine = TranscriptionEngine.LegacyTelnyx,
            TranscriptionEngineConfig = new TelnyxTranscriptionConfig
            {
                Language = "auto_detect",
                Model = "openai/whisper-large-v3-turbo",
            },
            TtsProvider = "the tts provider",
            Voice = "the voice",
            VoiceSettings = new AwsVoiceSettings(),
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["conversation_relay_stop"] = new StopConversationRelayCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["pay"] = new PayCommand
        {
            Amount = 0.5m,
            Currency = "usd",
            ConnectorName = "the connector name",
            Description = "the description",
            TransactionType = PayTransactionType.Tokenize,
            PaymentMethod = PayMethod.AchDebit,
            PaymentToken = "the payment token",
            ValidCardTypes = [PayCardType.Visa, PayCardType.Mastercard],
            Prompts = new PayPrompts
            {
                BankAccountNumber = "spoken text",
                BankRoutingNumber = "spoken text",
                ExpirationDate = "spoken text",
                PaymentCardNumber = "spoken text",
                PostalCode = "spoken text",
                SecurityCode = "spoken text",
            },
            Language = "the language",
            Voice = "the voice",
            ServiceLevel = SpeechServiceLevel.Basic,
            InterDigitTimeoutMs = 7,
            TimeoutMs = 7,
            MaxAttempts = 7,
            Metadata = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
            Parameters = Json("""{"first": "text", "second": {"list": [1, true]}}"""),
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
    };

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
