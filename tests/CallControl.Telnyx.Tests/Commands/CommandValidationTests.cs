using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Telnyx.Tests;

public sealed class CommandValidationTests
{
    private static readonly Uri File = new("https://files.example.com/a.mp3");
    private static readonly Uri Relay = new("wss://relay.example.com/");

    [Fact]
    public void Dial_EverythingWrong_ReportsEverythingAtOnce()
    {
        var command = new DialCommand
        {
            ConnectionId = " ",
            From = "",
            To = DialTargets.Of(),
            FromDisplayName = new string('a', 129),
            TimeoutSeconds = 4,
            TimeLimitSeconds = 14_401,
            BridgeIntent = true,
            BridgeOnAnswer = true,
            ParkAfterUnbridge = UnbridgeParking.Self,
            ConferenceConfig = new ConferenceConfig { HoldAudioUrl = new Uri("ftp://files.example.com/a"), HoldMediaName = "b" },
            AnsweringMachineDetectionConfig = new MachineDetectionConfig { SilenceThreshold = -1 },
            DeepfakeDetection = new DeepfakeDetection { Enabled = true, TimeoutSeconds = 61, RtpTimeoutSeconds = 4 },
            AudioUrl = File,
            MediaName = "b",
            SendDigitsOnAnswer = "1x",
            SoundModifications = new SoundModifications { Pitch = 0, Semitone = 14.5, Octaves = double.NaN },
            RecordCustomFileName = "",
            RecordMaxLengthSeconds = 43_201,
            RecordTimeoutSeconds = -1,
            StreamUrl = new Uri("https://media.example.com"),
            StreamBidirectionalSamplingRateHz = 44_100,
            StreamAuthToken = new string('a', 4_001),
            TranscriptionConfig = new TranscriptionOnAnswer { ClientState = new TelnyxClientState("!"), CommandId = default(OperationId) },
            Assistant = new CallAssistant { Id = "", VoiceSettings = new AssistantVoice { Voice = "" } },
            ConversationRelayConfig = new ConversationRelayConfig { Url = File },
            CustomHeaders = [new SipHeader { Name = "", Value = null! }],
            SipHeaders = [new SipHeader { Name = "X-Other", Value = "" }],
            WebhookUrl = new Uri("/relative", UriKind.Relative),
            WebhookUrls = new Dictionary<string, IReadOnlyList<Uri>> { ["call.answered"] = [], ["call.hangup"] = [File, Relay] },
            WebhookRetriesPolicies = new Dictionary<string, WebhookRetryPolicy> { ["call.hangup"] = new() { RetriesMs = [1, 2, 3, 4, 5, -6] } },
            ClientState = new TelnyxClientState("not base64"),
            CommandId = default,
        };

        Fields(command).Should().BeEquivalentTo(
            "client_state", "command_id", "connection_id", "from", "to", "from_display_name", "timeout_secs", "time_limit_secs", "bridge_intent",
            "bridge_on_answer", "park_after_unbridge", "conference_config.hold_audio_url", "conference_config.hold_audio_url",
            "answering_machine_detection_config.silence_threshold", "deepfake_detection.rtp_timeout", "deepfake_detection.timeout", "audio_url",
            "send_digits_on_answer", "sound_modifications.pitch", "sound_modifications.semitone", "sound_modifications.octaves",
            "record_custom_file_name", "record_max_length", "record_timeout_secs", "stream_url", "stream_bidirectional_sampling_rate",
            "stream_auth_token", "transcription_config.client_state", "transcription_config.command_id", "assistant.id",
            "assistant.voice_settings.voice", "conversation_relay_config.url", "custom_headers[0].name", "custom_headers[0].value",
            "sip_headers[0].name", "webhook_url", "webhook_urls.call.answered", "webhook_urls.call.hangup[1]",
            "webhook_retries_policies.call.hangup.retries_ms", "webhook_retries_policies.call.hangup.retries_ms[5]");
    }

    [Fact]
    public void Dial_LinkTo_AllowsWhatNeedsIt() =>
        Fields(Dial() with { LinkTo = "v3:a", BridgeIntent = true, BridgeOnAnswer = true, ParkAfterUnbridge = UnbridgeParking.Self }).Should().BeEmpty();

    [Fact]
    public void Dial_WithoutLinkTo_AllowsWhatIsSwitchedOff() => Fields(Dial() with { BridgeIntent = false, BridgeOnAnswer = false }).Should().BeEmpty();

    [Theory]
    [InlineData(5, 30, true)]
    [InlineData(600, 14_400, true)]
    [InlineData(601, 30, false)]
    [InlineData(5, 29, false)]
    public void DialAndTransfer_Times_AreLimited(int ring, int limit, bool valid)
    {
        Fields(Dial() with { TimeoutSeconds = ring, TimeLimitSeconds = limit }).Any().Should().Be(!valid);
        Fields(new TransferCommand { To = "+15550100", TimeoutSeconds = ring, TimeLimitSeconds = limit }).Any().Should().Be(!valid);
    }

    [Fact]
    public void Dial_SeveralTargets_NamesTheEmptyOne() =>
        Fields(Dial() with { To = DialTargets.Of("+15550100", " ") }).Should().Equal("to[1]");

    [Theory]
    [InlineData("Ann-Marie O.~!+_ 7", true)]
    [InlineData("José", true)]
    [InlineData("A&B", false)]
    public void FromDisplayName_Characters_AreLimited(string name, bool valid) =>
        Fields(Dial() with { FromDisplayName = name }).Any().Should().Be(!valid);

    [Theory]
    [InlineData(new[] { 100, 59_900 }, true)]
    [InlineData(new[] { 100, 59_901 }, false)]
    [InlineData(new[] { 0, 0, 0, 0, 0 }, true)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0 }, false)]
    public void WebhookRetries_NumberAndSum_AreLimited(int[] delays, bool valid) =>
        Fields(new AnswerCommand { WebhookRetriesPolicies = new Dictionary<string, WebhookRetryPolicy> { ["call.answered"] = new() { RetriesMs = delays } } })
            .Any().Should().Be(!valid);

    [Fact]
    public void Lists_WithNothingInAPlace_AreRefusedByThePlace() =>
        Fields(new AnswerCommand
        {
            CustomHeaders = [null!],
            SipHeaders = [null!],
            WebhookUrls = new Dictionary<string, IReadOnlyList<Uri>> { ["call.answered"] = [null!], ["call.hangup"] = null! },
        }).Should().Equal(
            "custom_headers[0].name", "custom_headers[0].value", "sip_headers[0].name", "sip_headers[0].value", "webhook_urls.call.answered[0]",
            "webhook_urls.call.hangup");

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void Url_Length_IsLimited(int length, bool valid) =>
        Fields(new AnswerCommand { WebhookUrl = new Uri("https://a.example.com/".PadRight(length, 'a')) }).Any().Should().Be(!valid);

    [Fact]
    public void Bridge_OneOfThree_IsNeeded()
    {
        Fields(new BridgeCommand()).Should().Equal("call_control_id");
        Fields(new BridgeCommand { CallControlId = "v3:b" }).Should().BeEmpty();
        Fields(new BridgeCommand { Queue = "support" }).Should().BeEmpty();
        Fields(new BridgeCommand { VideoRoomId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", VideoRoomContext = "x" }).Should().BeEmpty();
        Fields(new BridgeCommand { Queue = "support", VideoRoomContext = "x" }).Should().Equal("video_room_context");
    }

    [Fact]
    public void Playback_ExactlyOneSource_IsNeeded()
    {
        Violations(new StartPlaybackCommand()).Should().ContainSingle().Which.ToString()
            .Should().Be("audio_url must be given, or else media_name or playback_content");
        Fields(new StartPlaybackCommand { AudioUrl = File }).Should().BeEmpty();
        Fields(new StartPlaybackCommand { PlaybackContent = new byte[] { 1 } }).Should().BeEmpty();
        Violations(new StartPlaybackCommand { MediaName = "a", PlaybackContent = new byte[] { 1 } }).Should().ContainSingle().Which.ToString()
            .Should().Be("playback_content must not be given together with media_name");
        Fields(new StartPlaybackCommand { AudioUrl = File, MediaName = "a", PlaybackContent = new byte[] { 1 } }).Should().Equal("media_name", "playback_content");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Loop_Times_AreLimited(int times, bool valid)
    {
        Fields(new StartPlaybackCommand { MediaName = "a", Loop = PlaybackLoop.Times(times) }).Any().Should().Be(!valid);
        Fields(Speak() with { Loop = PlaybackLoop.Times(times) }).Any().Should().Be(!valid);
    }

    [Fact]
    public void Loop_Endless_IsWrittenAsText()
    {
        var command = new StartPlaybackCommand { MediaName = "a", Loop = PlaybackLoop.Endless };

        Fields(command).Should().BeEmpty();
        ((string)JsonNode.Parse(CommandSamples.Write(command))!["loop"]!).Should().Be("infinity");
        PlaybackLoop.Endless.ToString().Should().Be("infinity");
        PlaybackLoop.Times(3).ToString().Should().Be("3");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    public void Speech_Length_IsThatOfTheWidestSource(int length, bool valid)
    {
        Fields(Speak() with { Payload = new string('a', length) }).Any().Should().Be(!valid);
        Fields(new GatherUsingSpeakCommand { Payload = new string('a', length), Voice = "female" }).Any().Should().Be(!valid);
    }

    [Fact]
    public void Speech_CharactersBeyondTheFirstPlane_CountOnce() =>
        Fields(Speak() with { Payload = string.Concat(Enumerable.Repeat("😀", 5_000)) }).Should().BeEmpty();

    [Fact]
    public void Speak_WithoutVoice_IsRefused() => Fields(Speak() with { Voice = "" }).Should().Equal("voice");

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(2, true)]
    [InlineData(2.01, false)]
    [InlineData(0.09, false)]
    public void VoiceSpeed_IsLimited(double speed, bool valid) =>
        Fields(Speak() with { VoiceSettings = new TelnyxVoiceSettings { VoiceSpeed = speed } }).Any().Should().Be(!valid);

    [Fact]
    public void ResembleSampleRate_IsOneOfTheList()
    {
        Fields(Speak() with { VoiceSettings = new ResembleVoiceSettings { SampleRateHz = 48_000 } }).Should().BeEmpty();
        Fields(Speak() with { VoiceSettings = new ResembleVoiceSettings { SampleRateHz = 24_000 } }).Should().Equal("voice_settings.sample_rate");
    }

    [Fact]
    public void Gather_EverythingWrong_ReportsEverythingAtOnce()
    {
        Fields(new GatherCommand
        {
            GatherId = new string('a', 41),
            InitialTimeoutMs = 0,
            InterDigitTimeoutMs = 120_001,
            TimeoutMs = -1,
            MinimumDigits = 0,
            MaximumDigits = 129,
        }).Should().BeEquivalentTo("gather_id", "initial_timeout_millis", "inter_digit_timeout_millis", "timeout_millis", "minimum_digits", "maximum_digits");
        Fields(new GatherUsingAudioCommand { MaximumTries = 129, AudioUrl = File, MediaName = "a", InvalidAudioUrl = Relay, InvalidMediaName = "b" })
            .Should().Equal("invalid_audio_url", "audio_url", "invalid_audio_url", "maximum_tries");
        Fields(new GatherUsingSpeakCommand { Payload = null!, Voice = "female", InvalidPayload = new string('a', 5_001) }).Should().Equal("payload", "invalid_payload");
    }

    [Fact]
    public void Gather_FewestAboveMost_IsRefused()
    {
        Violations(new GatherCommand { MinimumDigits = 5, MaximumDigits = 4 }).Should().ContainSingle().Which.ToString()
            .Should().Be("minimum_digits must not be above maximum_digits, which is 4 (was 5)");
        Fields(new GatherCommand { MinimumDigits = 128, MaximumDigits = 128 }).Should().BeEmpty();
    }

    [Fact]
    public void GatherUsingAi_Parts_AreChecked() =>
        Fields(new GatherUsingAiCommand
        {
            Parameters = null!,
            Greeting = new string('a', 3_001),
            GatherEndedSpeech = new string('a', 3_001),
            Assistant = new GatherAssistant
            {
                Tools =
                [
                    new BookAppointmentTool { BookAppointment = new BookAppointmentParameters { ApiKeyRef = "", EventTypeId = 1 } },
                    new RetrievalTool { Retrieval = new RetrievalParameters { BucketIds = [], MaxNumResults = -1 } },
                    new TransferTool { Transfer = new TransferToolParameters { From = "", Targets = TransferTargets.Of(new TransferTarget { To = "" }) } },
                    new WebhookTool { Webhook = new WebhookToolParameters { Name = "", Description = "", Url = "" } },
                    new TransferTool { Transfer = new TransferToolParameters { From = "+15550100", Targets = "" } },
                    new TransferTool { Transfer = new TransferToolParameters { From = "+15550100", Targets = TransferTargets.Of() } },
                ],
            },
        }).Should().Equal(
            "parameters", "assistant.tools[0].book_appointment.api_key_ref", "assistant.tools[1].retrieval.bucket_ids", "assistant.tools[1].retrieval.max_num_results",
            "assistant.tools[2].transfer.from", "assistant.tools[2].transfer.targets[0].to", "assistant.tools[3].webhook.name",
            "assistant.tools[3].webhook.description", "assistant.tools[3].webhook.url", "assistant.tools[4].transfer.targets",
            "assistant.tools[5].transfer.targets", "greeting", "gather_ended_speech");

    [Theory]
    [InlineData("0123456789ABCD*#wW", 100, true)]
    [InlineData("1", 500, true)]
    [InlineData("", 250, false)]
    [InlineData("E", 250, false)]
    [InlineData("1", 501, false)]
    [InlineData("1", 99, false)]
    public void SendDtmf_DigitsAndDuration_AreLimited(string digits, int duration, bool valid) =>
        Fields(new SendDtmfCommand { Digits = digits, DurationMs = duration }).Any().Should().Be(!valid);

    [Fact]
    public void SendDtmf_WrongDigits_AreNotShown() =>
        Violations(new SendDtmfCommand { Digits = "1234x" }).Should().ContainSingle().Which.ToString().Should().Contain("(was ***)");

    [Fact]
    public void Recording_EverythingWrong_ReportsEverythingAtOnce()
    {
        Fields(new StartRecordingCommand
        {
            Channels = default,
            Format = default,
            CustomFileName = new string('a', 41),
            MaxLengthSeconds = 43_201,
            TimeoutSeconds = -1,
            TranscriptionMinSpeakerCount = 7,
        }).Should().Equal("channels", "format", "custom_file_name", "max_length", "timeout_secs", "transcription_min_speaker_count");
        Fields(new PauseRecordingCommand { RecordingId = "" }).Should().Equal("recording_id");
        Fields(new ResumeRecordingCommand { RecordingId = "" }).Should().Equal("recording_id");
        Fields(new StopRecordingCommand { RecordingId = "" }).Should().Equal("recording_id");
        Fields(new StopStreamingCommand { StreamId = "" }).Should().Equal("stream_id");
    }

    [Fact]
    public void Transcription_EngineAndItsSettings_MustAgree()
    {
        var config = new DeepgramNova3TranscriptionConfig { UtteranceEndMs = 5_001, Keyterms = [.. Enumerable.Repeat("a", 101)] };

        Fields(new StartTranscriptionCommand { Engine = TranscriptionEngine.Azure, EngineConfig = config })
            .Should().Equal("transcription_engine", "transcription_engine_config.utterance_end_ms", "transcription_engine_config.keyterms");
        Fields(new StartTranscriptionCommand { EngineConfig = new DeepgramNova2TranscriptionConfig { Hints = [.. Enumerable.Repeat("a", 100)] } }).Should().BeEmpty();
        Fields(new StartTranscriptionCommand { Engine = TranscriptionEngine.LegacyGoogle, EngineConfig = new GoogleTranscriptionConfig() }).Should().BeEmpty();
        Fields(new StartTranscriptionCommand { Engine = TranscriptionEngine.Telnyx, EngineConfig = new LegacyTelnyxTranscriptionConfig() }).Should().BeEmpty();
    }

    [Fact]
    public void Transcription_SettingsOfTheEngines_AreChecked()
    {
        Fields(new StartTranscriptionCommand { EngineConfig = new AzureTranscriptionConfig { Region = "" } }).Should().Equal("transcription_engine_config.region");
        Fields(new StartTranscriptionCommand { EngineConfig = new SonioxTranscriptionConfig { MaxEndpointDelayMs = 499 } })
            .Should().Equal("transcription_engine_config.max_endpoint_delay_ms");
        Fields(new StartTranscriptionCommand
        {
            EngineConfig = new GoogleTranscriptionConfig { MinSpeakerCount = 3, MaxSpeakerCount = 2, SpeechContext = [new SpeechContext { Boost = 20.5 }] },
        }).Should().Equal("transcription_engine_config.min_speaker_count", "transcription_engine_config.speech_context[0].boost");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(89, false)]
    [InlineData(-1, false)]
    [InlineData(90, true)]
    public void Siprec_SessionTimeout_IsNoneOrLong(int seconds, bool valid) =>
        Fields(new StartSiprecCommand { SessionTimeoutSeconds = seconds }).Any().Should().Be(!valid);

    [Fact]
    public void Fork_BothAddressesOrTheLegacyOne_AreNeeded()
    {
        Fields(new StartForkCommand()).Should().Equal("rx", "tx");
        Fields(new StartForkCommand { Rx = "udp:192.0.2.1:9000" }).Should().Equal("tx");
        Fields(new StartForkCommand { Rx = "udp:192.0.2.1:9000", Tx = "udp:192.0.2.1:9002" }).Should().BeEmpty();
        Fields(new StartForkCommand { Target = "udp:192.0.2.1:9000" }).Should().BeEmpty();
        Fields(new StartForkCommand { Target = "udp:192.0.2.1:9000", Rx = "udp:192.0.2.1:9000" }).Should().Equal("target");
    }

    [Theory]
    [InlineData("udp:192.0.2.1:9000", true)]
    [InlineData("udp:[2001:db8::1]:65535", true)]
    [InlineData("192.0.2.1:9000", false)]
    [InlineData("udp:192.0.2.1", false)]
    [InlineData("udp:192.0.2.1:0", false)]
    [InlineData("udp:192.0.2.1:65536", false)]
    [InlineData("udp::9000", false)]
    [InlineData("tcp:192.0.2.1:9000", false)]
    public void Fork_Address_HasItsForm(string address, bool valid) => Fields(new StartForkCommand { Target = address }).Any().Should().Be(!valid);

    [Fact]
    public void Suppression_Settings_AreChecked() =>
        Fields(new StartSuppressionCommand
        {
            EngineConfig = new NoiseSuppressionConfig { AttenuationLimit = 101, EnhancementLevel = 1.1, SuppressionLevel = -1, VoiceGain = 0 },
        }).Should().Equal(
            "noise_suppression_engine_config.attenuation_limit", "noise_suppression_engine_config.enhancement_level",
            "noise_suppression_engine_config.suppression_level", "noise_suppression_engine_config.voice_gain");

    [Fact]
    public void ConversationRelay_OneAddressOfThree_IsNeeded()
    {
        Fields(new StartConversationRelayCommand()).Should().Equal("url");
        Fields(new StartConversationRelayCommand { Url = Relay }).Should().BeEmpty();
        Fields(new StartConversationRelayCommand { ConversationRelayUrl = new Uri("ws://relay.example.com") }).Should().BeEmpty();
        Fields(new StartConversationRelayCommand { Settings = new ConversationRelaySettings { Url = Relay } }).Should().BeEmpty();
        Fields(new StartConversationRelayCommand { Settings = new ConversationRelaySettings { Url = null! }, Url = File })
            .Should().Equal("url", "conversation_relay_settings.url");
        Fields(new StartConversationRelayCommand
        {
            Url = Relay,
            Languages = [new ConversationRelayLanguage { Language = "", VoiceSettings = new TelnyxVoiceSettings { VoiceSpeed = 3 } }],
        }).Should().Equal("languages[0].language", "languages[0].voice_settings.voice_speed");
    }

    [Fact]
    public void Assistants_Parts_AreChecked()
    {
        Fields(new StartAiAssistantCommand
        {
            MessageHistory =
            [
                new UserMessage { Content = null! },
                new ToolMessage { Content = "x", ToolCallId = "" },
                new ModelMessage { ToolCalls = [new AssistantToolCall { Id = "", Function = new AssistantFunction { Name = "" } }] },
            ],
            Participants = [new AssistantParticipant { Id = "", Role = default }],
        }).Should().Equal(
            "message_history[0].content", "message_history[1].tool_call_id", "message_history[2].tool_calls[0].id",
            "message_history[2].tool_calls[0].function.name", "participants[0].id", "participants[0].role");
        Fields(new JoinAiAssistantCommand { ConversationId = "", Participant = null! }).Should().Equal("conversation_id", "participant");
        Fields(new AddAiAssistantMessagesCommand { Messages = [new SystemMessage { Content = null! }] }).Should().Equal("messages[0].content");
    }

    [Fact]
    public void Pay_EverythingWrong_ReportsEverythingAtOnce()
    {
        Fields(new PayCommand
        {
            Amount = -1,
            Currency = "EUR",
            ValidCardTypes = [PayCardType.Visa],
            PaymentToken = "t",
            Prompts = new PayPrompts { PostalCode = "", SecurityCode = PayPrompt.Of(new PayPromptText { Text = "" }), ExpirationDate = PayPrompt.Of() },
            InterDigitTimeoutMs = -1,
            TimeoutMs = -1,
            MaxAttempts = 0,
        }).Should().Equal(
            "amount", "currency", "valid_card_types", "prompts.expiration-date", "prompts.postal-code", "prompts.security-code[0].text",
            "inter_digit_timeout_millis", "timeout_millis", "max_attempts");
        Fields(new PayCommand { TransactionType = PayTransactionType.Charge }).Should().Equal("amount");
        Fields(new PayCommand { TransactionType = PayTransactionType.Charge, Amount = 9.99m, Currency = "usd" }).Should().BeEmpty();
    }

    [Fact]
    public void Others_WhatIsNeeded_IsNeeded()
    {
        Fields(new RejectCommand { Cause = default }).Should().Equal("cause");
        Fields(new TransferCommand { To = "", TargetLegClientState = new TelnyxClientState("?") }).Should().Equal("to", "target_leg_client_state");
        Fields(new ReferCommand { SipAddress = "" }).Should().Equal("sip_address");
        Fields(new UpdateClientStateCommand { ClientState = new TelnyxClientState("?") }).Should().Equal("client_state");
        Fields(new SwitchSupervisorRoleCommand { Role = default }).Should().Equal("role");
        Fields(new SendSipInfoCommand { ContentType = "", Body = "" }).Should().Equal("content_type", "body");
        Fields(new EnqueueCommand { QueueName = "", MaxSize = 0, MaxWaitTimeSeconds = -1 }).Should().Equal("queue_name", "max_size", "max_wait_time_secs");
    }

    [Fact]
    public void CommandId_AmongTheAdditionalProperties_IsRefused() =>
        Fields(new HangupCommand { AdditionalProperties = new JsonObject { ["command_id"] = "x" } }).Should().Equal("command_id");

    [Fact]
    public void Violations_OfNumbers_ShowNone() =>
        Violations(new StartForkCommand { Target = "+15550100123" }).Should().ContainSingle().Which.ToString().Should().NotContain("15550100");

    [Fact]
    public void Words_NotListed_AreSentAsTheyAre()
    {
        var command = new RejectCommand { Cause = new RejectCause("DO_NOT_DISTURB") };

        Fields(command).Should().BeEmpty();
        ((string)JsonNode.Parse(CommandSamples.Write(command))!["cause"]!).Should().Be("DO_NOT_DISTURB");
    }

    [Fact]
    public void Prompts_OfSeveralTexts_AreWrittenAsAnArray()
    {
        var command = new PayCommand
        {
            Prompts = new PayPrompts
            {
                PaymentCardNumber = PayPrompt.Of(
                    new PayPromptText { Text = "Card, please." },
                    new PayPromptText { Text = "Once more.", Attempt = "2 3", CardType = PayCardType.Amex, ErrorType = PayPromptError.InvalidDate }),
            },
        };

        JsonNode.DeepEquals(JsonNode.Parse(CommandSamples.Write(command))!["prompts"], JsonNode.Parse("""
            {"payment-card-number": [
              {"text": "Card, please."},
              {"text": "Once more.", "attempt": "2 3", "card_type": "amex", "error_type": "invalid-date"}
            ]}
            """)).Should().BeTrue();
    }

    [Fact]
    public void Targets_OfATransferTool_MayBeAText()
    {
        var tool = new TransferTool { Transfer = new TransferToolParameters { From = "+15550100", Targets = "some text" } };

        JsonNode.Parse(CommandSamples.Write(tool))!["transfer"]!["targets"]!.GetValue<string>().Should().Be("some text");
    }

    private static DialCommand Dial() => new() { ConnectionId = "1684641123236054244", From = "+15550199", To = "+15550100" };

    private static SpeakCommand Speak() => new() { Payload = "hello", Voice = "female" };

    private static IReadOnlyList<Violation> Violations(TelnyxCommand command)
    {
        var violations = new ViolationList();
        command.Validate(violations);
        return violations.Items;
    }

    private static IEnumerable<string> Fields(TelnyxCommand command) => Violations(command).Select(violation => violation.Field);
}
