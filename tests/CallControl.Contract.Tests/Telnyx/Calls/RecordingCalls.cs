using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What is written down, and media that leave.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class RecordingCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("record_start", "success", (c, s, t) => c.StartRecordingAsync(
            s.Call,
            new StartRecordingCommand
            {
                Channels = RecordingChannels.Dual,
                Format = RecordingFormat.Wav,
                CustomFileName = "reception",
                MaxLengthSeconds = 3600,
                PlayBeep = true,
                Track = LegTrack.Outbound,
                TimeoutSeconds = 15,
                Transcription = true,
                TranscriptionEngine = RecordingTranscriptionEngine.DeepgramNova3,
                TranscriptionLanguage = "de",
                TranscriptionMaxSpeakerCount = 4,
                TranscriptionMinSpeakerCount = 3,
                TranscriptionProfanityFilter = true,
                TranscriptionSpeakerDiarization = true,
                Trim = RecordingTrim.TrimSilence,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command(
            "record_start",
            "minimal",
            (c, s, t) => c.StartRecordingAsync(s.Call, new StartRecordingCommand { Channels = RecordingChannels.Mono, Format = RecordingFormat.Mp3 }, t)),
        Command(
            "record_stop",
            "success",
            (c, s, t) => c.StopRecordingAsync(s.Call, new StopRecordingCommand { RecordingId = s.RecordingId, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("record_stop", "minimal", (c, s, t) => c.StopRecordingAsync(s.Call, new StopRecordingCommand(), t)),
        Command(
            "record_pause",
            "success",
            (c, s, t) => c.PauseRecordingAsync(s.Call, new PauseRecordingCommand { RecordingId = s.RecordingId, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("record_pause", "minimal", (c, s, t) => c.PauseRecordingAsync(s.Call, new PauseRecordingCommand(), t)),
        Command(
            "record_resume",
            "success",
            (c, s, t) => c.ResumeRecordingAsync(s.Call, new ResumeRecordingCommand { RecordingId = s.RecordingId, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("record_resume", "minimal", (c, s, t) => c.ResumeRecordingAsync(s.Call, new ResumeRecordingCommand(), t)),
        Command("transcription_start", "success", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Engine = TranscriptionEngine.Google,
                EngineConfig = Google,
                Tracks = LegTrack.Both,
            },
            t)),
        Command("transcription_start", "minimal", (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand(), t)),
        Command(
            "transcription_start",
            "engine-telnyx",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Telnyx, EngineConfig = TelnyxEngine, Tracks = LegTrack.Outbound }, t)),
        Command("transcription_start", "engine-deepgram-nova-2", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.Deepgram,
                EngineConfig = DeepgramNova2,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command("transcription_start", "engine-deepgram-nova-3", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.Deepgram,
                EngineConfig = DeepgramNova3,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command(
            "transcription_start",
            "engine-azure",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Azure, EngineConfig = AzureEngine, Tracks = LegTrack.Outbound }, t)),
        Command(
            "transcription_start",
            "engine-xai",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Xai, EngineConfig = XaiEngine, Tracks = LegTrack.Outbound }, t)),
        Command("transcription_start", "engine-assemblyai", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.AssemblyAi,
                EngineConfig = AssemblyAi,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command("transcription_start", "engine-speechmatics", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.Speechmatics,
                EngineConfig = Speechmatics,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command(
            "transcription_start",
            "engine-soniox",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Soniox, EngineConfig = Soniox, Tracks = LegTrack.Outbound }, t)),
        Command(
            "transcription_start",
            "engine-parakeet",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Parakeet, EngineConfig = Parakeet, Tracks = LegTrack.Outbound }, t)),
        Command(
            "transcription_start",
            "engine-humain",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Humain, EngineConfig = Humain, Tracks = LegTrack.Outbound }, t)),
        Command(
            "transcription_start",
            "engine-reson8",
            (c, s, t) => c.StartTranscriptionAsync(s.Call, new StartTranscriptionCommand { Engine = TranscriptionEngine.Reson8, EngineConfig = Reson8, Tracks = LegTrack.Outbound }, t)),
        Command("transcription_start", "engine-a", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.LegacyGoogle,
                EngineConfig = LegacyGoogle,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command("transcription_start", "engine-b", (c, s, t) => c.StartTranscriptionAsync(
            s.Call,
            new StartTranscriptionCommand
            {
                Engine = TranscriptionEngine.LegacyTelnyx,
                EngineConfig = LegacyTelnyx,
                Tracks = LegTrack.Outbound,
            },
            t)),
        Command(
            "transcription_stop",
            "success",
            (c, s, t) => c.StopTranscriptionAsync(s.Call, new StopTranscriptionCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("transcription_stop", "minimal", (c, s, t) => c.StopTranscriptionAsync(s.Call, new StopTranscriptionCommand(), t)),
        Command("siprec_start", "success", (c, s, t) => c.StartSiprecAsync(
            s.Call,
            new StartSiprecCommand
            {
                ClientState = State,
                ConnectorName = "recorder",
                IncludeMetadataCustomHeaders = true,
                Secure = true,
                SessionTimeoutSeconds = 900,
                SipTransport = SiprecTransport.Tls,
                Track = StreamTrack.Outbound,
            },
            t)),
        Command("siprec_start", "minimal", (c, s, t) => c.StartSiprecAsync(s.Call, new StartSiprecCommand(), t)),
        Command(
            "siprec_stop",
            "success",
            (c, s, t) => c.StopSiprecAsync(s.Call, new StopSiprecCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("siprec_stop", "minimal", (c, s, t) => c.StopSiprecAsync(s.Call, new StopSiprecCommand(), t)),
        Command("streaming_start", "success", (c, s, t) => c.StartStreamingAsync(
            s.Call,
            new StartStreamingCommand
            {
                CustomParameters =
                [
                    new StreamParameter { Name = "ticket", Value = "4711" },
                    new StreamParameter { Name = "lane", Value = "gold" },
                ],
                DialogflowConfig = Dialogflow,
                EnableDialogflow = true,
                StreamAuthToken = "fictional-stream-token",
                StreamBidirectionalCodec = StreamCodec.AmrWideband,
                StreamBidirectionalMode = StreamBidirectionalMode.Rtp,
                StreamBidirectionalTargetLegs = TargetLegs.Self,
                StreamCodec = StreamCodec.Pcma,
                StreamTrack = StreamTrack.Both,
                StreamUrl = new Uri("wss://media.example.com/telnyx"),
                StreamBidirectionalSamplingRateHz = 24_000,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command(
            "streaming_start",
            "minimal",
            (c, s, t) => c.StartStreamingAsync(s.Call, new StartStreamingCommand { StreamUrl = new Uri("wss://media.example.com/telnyx") }, t)),
        Command("streaming_stop", "success", (c, s, t) => c.StopStreamingAsync(
            s.Call,
            new StopStreamingCommand
            {
                StreamId = "9d2a5f0e-3c1b-4a7d-8e6f-1b2c3d4e5f60",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("streaming_stop", "minimal", (c, s, t) => c.StopStreamingAsync(s.Call, new StopStreamingCommand(), t)),
        Command("fork_start", "success", (c, s, t) => c.StartForkAsync(
            s.Call,
            new StartForkCommand
            {
                Rx = "udp:192.0.2.10:9000",
                StreamType = ForkStreamType.Decrypted,
                Tx = "udp:192.0.2.10:9002",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command(
            "fork_start",
            "minimal",
            (c, s, t) => c.StartForkAsync(s.Call, new StartForkCommand { Rx = "udp:192.0.2.10:9000", Tx = "udp:192.0.2.10:9002" }, t)),
        Command("fork_start", "target", (c, s, t) => c.StartForkAsync(s.Call, new StartForkCommand { Target = "udp:192.0.2.10:9000" }, t)),
        Command(
            "fork_stop",
            "success",
            (c, s, t) => c.StopForkAsync(s.Call, new StopForkCommand { StreamType = ForkStreamType.Decrypted, ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("fork_stop", "minimal", (c, s, t) => c.StopForkAsync(s.Call, new StopForkCommand(), t)),
    ];
}
