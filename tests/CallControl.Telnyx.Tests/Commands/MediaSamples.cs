namespace CallControl.Telnyx.Tests;

/// <summary>Commands of recording, streams and queues with every field set; what each is on the wire stands in the file of its name.</summary>
internal static class MediaSamples
{
    public static IReadOnlyDictionary<string, TelnyxCommand> All { get; } = new Dictionary<string, TelnyxCommand>
    {
        ["record_start"] = new StartRecordingCommand
        {
            Channels = RecordingChannels.Dual,
            Format = RecordingFormat.Mp3,
            CustomFileName = "the custom file name",
            MaxLengthSeconds = 14400,
            PlayBeep = true,
            Track = LegTrack.Outbound,
            TimeoutSeconds = 1,
            Trim = RecordingTrim.TrimSilence,
            Transcription = true,
            TranscriptionEngine = RecordingTranscriptionEngine.DeepgramNova3,
            TranscriptionLanguage = "zu-ZA",
            TranscriptionMinSpeakerCount = 3,
            TranscriptionMaxSpeakerCount = 7,
            TranscriptionProfanityFilter = true,
            TranscriptionSpeakerDiarization = true,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["record_stop"] = new StopRecordingCommand
        {
            RecordingId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["record_pause"] = new PauseRecordingCommand
        {
            RecordingId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["record_resume"] = new ResumeRecordingCommand
        {
            RecordingId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["transcription_start"] = new StartTranscriptionCommand
        {
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
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["transcription_stop"] = new StopTranscriptionCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["siprec_start"] = new StartSiprecCommand
        {
            ConnectorName = "the connector name",
            IncludeMetadataCustomHeaders = true,
            Secure = true,
            SessionTimeoutSeconds = 1801,
            SipTransport = SiprecTransport.Tls,
            Track = StreamTrack.Outbound,
            ClientState = new TelnyxClientState("c3RhdGU="),
        },
        ["siprec_stop"] = new StopSiprecCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["streaming_start"] = new StartStreamingCommand
        {
            StreamUrl = new Uri("wss://media.example.com/stream_url"),
            StreamTrack = StreamTrack.Both,
            StreamCodec = StreamCodec.L16,
            StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
            StreamBidirectionalCodec = StreamCodec.L16,
            StreamBidirectionalSamplingRateHz = 48000,
            StreamBidirectionalTargetLegs = TargetLegs.Self,
            StreamAuthToken = "the stream auth token",
            CustomParameters = [new StreamParameter { Name = "the name", Value = "the value" }],
            EnableDialogflow = true,
            DialogflowConfig = new DialogflowConfig { AnalyzeSentiment = true, PartialAutomatedAgentReply = true },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["streaming_stop"] = new StopStreamingCommand
        {
            StreamId = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["fork_start"] = new StartForkCommand
        {
            Rx = "udp:192.0.2.1:9000",
            Tx = "udp:192.0.2.1:9002",
            StreamType = ForkStreamType.Decrypted,
            Target = "udp:192.0.2.1:9004",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["fork_stop"] = new StopForkCommand
        {
            StreamType = ForkStreamType.Decrypted,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["enqueue"] = new EnqueueCommand
        {
            QueueName = "the queue name",
            KeepAfterHangup = true,
            MaxSize = 101,
            MaxWaitTimeSeconds = 7,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["leave_queue"] = new LeaveQueueCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
    };
}
