using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>Assistants and relays.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class AssistantCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("ai_assistant_start", "success", (c, s, t) => c.StartAiAssistantAsync(
            s.Call,
            new StartAiAssistantCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Assistant = Assistant,
                Greeting = "Good day, how can I help?",
                InterruptionSettings = new InterruptionSettings { Enable = false },
                MessageHistory = Messages,
                Participants =
                [
                    new AssistantParticipant
                    {
                        Id = s.OtherCallControlId,
                        Role = ConversationRole.User,
                        Name = "Supervisor",
                        OnHangup = ParticipantHangup.EndConversation,
                    },
                ],
                SendMessageHistoryUpdates = true,
                Transcription = new AssistantTranscription { Language = "de", Model = "soniox/stt-rt-v4" },
            },
            t)),
        Command("ai_assistant_start", "minimal", (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand(), t)),
        Command(
            "ai_assistant_start",
            "tool-book-appointment",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [BookAppointment] } }, t)),
        Command(
            "ai_assistant_start",
            "tool-check-availability",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [CheckAvailability] } }, t)),
        Command(
            "ai_assistant_start",
            "tool-webhook",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [LookUpTicket] } }, t)),
        Command(
            "ai_assistant_start",
            "tool-hangup",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [HangUp] } }, t)),
        Command(
            "ai_assistant_start",
            "tool-transfer",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [TransferToTeam] } }, t)),
        Command(
            "ai_assistant_start",
            "tool-retrieval",
            (c, s, t) => c.StartAiAssistantAsync(s.Call, new StartAiAssistantCommand { Assistant = new CallAssistant { Id = "assistant-5f0c2d1e", Tools = [Handbook] } }, t)),
        Command("ai_assistant_start", "tool-transfer-by-variable", (c, s, t) => c.StartAiAssistantAsync(
            s.Call,
            new StartAiAssistantCommand
            {
                Assistant = new CallAssistant
                {
                    Id = "assistant-5f0c2d1e",
                    Tools =
                    [
                        new TransferTool
                        {
                            Transfer = new TransferToolParameters { From = "+12125550100", Targets = "{{transfer_targets}}" },
                        },
                    ],
                },
            },
            t)),
        Command(
            "ai_assistant_stop",
            "success",
            (c, s, t) => c.StopAiAssistantAsync(s.Call, new StopAiAssistantCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("ai_assistant_stop", "minimal", (c, s, t) => c.StopAiAssistantAsync(s.Call, new StopAiAssistantCommand(), t)),
        Command("ai_assistant_join", "success", (c, s, t) => c.JoinAiAssistantAsync(
            s.Call,
            new JoinAiAssistantCommand
            {
                ConversationId = s.ConversationId,
                Participant = new AssistantParticipant
                {
                    Id = s.OtherCallControlId,
                    Role = ConversationRole.User,
                    Name = "Supervisor",
                    OnHangup = ParticipantHangup.EndConversation,
                },
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("ai_assistant_join", "minimal", (c, s, t) => c.JoinAiAssistantAsync(
            s.Call,
            new JoinAiAssistantCommand
            {
                ConversationId = s.ConversationId,
                Participant = new AssistantParticipant { Id = s.OtherCallControlId, Role = ConversationRole.User },
            },
            t)),
        Command("ai_assistant_add_messages", "success", (c, s, t) => c.AddAiAssistantMessagesAsync(
            s.Call,
            new AddAiAssistantMessagesCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Messages = Messages,
                TriggerResponse = true,
            },
            t)),
        Command(
            "ai_assistant_add_messages",
            "minimal",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [new UserMessage { Content = "My ticket is 4711." }] }, t)),
        Command(
            "ai_assistant_add_messages",
            "role-user",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [FromUser] }, t)),
        Command(
            "ai_assistant_add_messages",
            "role-assistant",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [FromAssistant] }, t)),
        Command(
            "ai_assistant_add_messages",
            "role-tool",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [FromTool] }, t)),
        Command(
            "ai_assistant_add_messages",
            "role-system",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [FromSystem] }, t)),
        Command(
            "ai_assistant_add_messages",
            "role-developer",
            (c, s, t) => c.AddAiAssistantMessagesAsync(s.Call, new AddAiAssistantMessagesCommand { Messages = [FromDeveloper] }, t)),
        Command("conversation_relay_start", "success", (c, s, t) => c.StartConversationRelayAsync(
            s.Call,
            new StartConversationRelayCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
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
                TtsProvider = "resemble",
                Voice = "Resemble.Turbo.amelia",
                VoiceSettings = ResembleVoice,
                Assistant = new ConversationRelayAssistant
                {
                    DynamicVariables = new Dictionary<string, string> { ["first_name"] = "Ada", ["lane"] = "gold" },
                },
                ConversationRelayDtmfDetection = true,
                Settings = new ConversationRelaySettings
                {
                    DtmfDetection = true,
                    Interruptible = Interruptible.Dtmf,
                    InterruptibleGreeting = Interruptible.Speech,
                    Languages =
                    [
                        new ConversationRelayLanguage
                        {
                            Language = "es",
                            SpeechModel = "nova-3",
                            TranscriptionEngine = TranscriptionEngine.Speechmatics,
                            TranscriptionEngineConfig = Speechmatics,
                            TranscriptionProvider = "speechmatics",
                            TtsProvider = "xai",
                            Voice = "xAI.grok.ara",
                            VoiceSettings = XaiVoice,
                        },
                    ],
                    Url = new Uri("wss://relay.example.com/settings"),
                },
                ConversationRelayUrl = new Uri("wss://relay.example.com/long-name"),
                Transcription = Json("""{"enabled": true}"""),
                Url = new Uri("wss://relay.example.com/telnyx"),
            },
            t)),
        Command(
            "conversation_relay_start",
            "minimal",
            (c, s, t) => c.StartConversationRelayAsync(s.Call, new StartConversationRelayCommand { Url = new Uri("wss://relay.example.com/telnyx") }, t)),
        Command(
            "conversation_relay_start",
            "long-name",
            (c, s, t) => c.StartConversationRelayAsync(s.Call, new StartConversationRelayCommand { ConversationRelayUrl = new Uri("wss://relay.example.com/long-name") }, t)),
        Command("conversation_relay_start", "settings", (c, s, t) => c.StartConversationRelayAsync(
            s.Call,
            new StartConversationRelayCommand
            {
                Settings = new ConversationRelaySettings { Url = new Uri("wss://relay.example.com/settings") },
            },
            t)),
        Command(
            "conversation_relay_stop",
            "success",
            (c, s, t) => c.StopConversationRelayAsync(s.Call, new StopConversationRelayCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("conversation_relay_stop", "minimal", (c, s, t) => c.StopConversationRelayAsync(s.Call, new StopConversationRelayCommand(), t)),
    ];
}
