namespace CallControl.SignalWire.Tests;

internal static class MediaSamples
{
    public static IReadOnlyDictionary<string, SignalWireCommand> All { get; } = new Dictionary<string, SignalWireCommand>
    {
        ["calling.play.json"] = new PlayCommand
        {
            ControlId = CommandSamples.Operation,
            Items =
            [
                new PlayAudio { Url = new Uri("https://files.example.com/a.mp3") },
                new PlaySpeech { Text = "Hello", Language = "en-GB", Gender = VoiceGender.Male, Voice = "polly.Amy" },
                new PlaySilence { DurationSeconds = 1.5 },
                new PlayRingtone { Name = "us", DurationSeconds = 6 },
            ],
            Volume = -12.5,
            Direction = MediaDirection.Both,
            Loop = 0,
            Language = "de-DE",
            Voice = "polly.Hans",
            Gender = VoiceGender.Female,
            StatusUrl = CommandSamples.Status,
        },
        ["calling.play.pause.json"] = new PausePlayCommand { ControlId = CommandSamples.Operation },
        ["calling.play.resume.json"] = new ResumePlayCommand { ControlId = CommandSamples.Operation },
        ["calling.play.stop.json"] = new StopPlayCommand { ControlId = CommandSamples.Operation },
        ["calling.play.volume.json"] = new SetPlayVolumeCommand { ControlId = CommandSamples.Operation, Volume = 40 },
        ["calling.record.json"] = new RecordCommand
        {
            ControlId = CommandSamples.Operation,
            Audio = new RecordAudio
            {
                Beep = true,
                Format = RecordFormat.Wav,
                Stereo = true,
                Direction = MediaDirection.Both,
                InitialTimeoutSeconds = 0,
                EndSilenceTimeoutSeconds = 0.5,
                MaxLengthSeconds = 3_600,
                Terminators = "#*aD1",
                InputSensitivity = 44.5,
            },
            StatusUrl = CommandSamples.Status,
        },
        ["calling.record.pause.json"] = new PauseRecordCommand { ControlId = CommandSamples.Operation, Behavior = RecordPauseBehavior.Silence },
        ["calling.record.resume.json"] = new ResumeRecordCommand { ControlId = CommandSamples.Operation },
        ["calling.record.stop.json"] = new StopRecordCommand { ControlId = CommandSamples.Operation },
        ["calling.collect.json"] = new CollectCommand
        {
            ControlId = CommandSamples.Operation,
            InitialTimeoutSeconds = 5,
            Digits = new CollectDigits { Max = 4, Terminators = "#", DigitTimeoutSeconds = 2.5 },
            Speech = new CollectSpeech
            {
                EndSilenceTimeoutSeconds = 1,
                SpeechTimeoutSeconds = 60,
                Language = "en-US",
                Hints = ["yes", "no"],
                Model = "enhanced",
                Engine = CollectSpeechEngine.GoogleV2,
            },
            Continuous = true,
            PartialResults = true,
            SendStartOfInput = true,
            StartInputTimers = false,
            StatusUrl = CommandSamples.Status,
        },
        ["calling.collect.stop.json"] = new StopCollectCommand { ControlId = CommandSamples.Operation },
        ["calling.collect.start_input_timers.json"] = new StartCollectInputTimersCommand { ControlId = CommandSamples.Operation },
        ["calling.detect.json"] = new DetectCommand
        {
            ControlId = CommandSamples.Operation,
            Detect = new DetectMachine
            {
                InitialTimeoutSeconds = 4.5,
                EndSilenceTimeoutSeconds = 1,
                MachineReadyTimeoutSeconds = 2,
                MachineVoiceThresholdSeconds = 1.25,
                MachineWordsThreshold = 6,
                DetectInterruptions = true,
                DetectMessageEnd = false,
            },
            TimeoutSeconds = 30,
            StatusUrl = CommandSamples.Status,
        },
        ["calling.detect.fax.json"] = new DetectCommand { ControlId = CommandSamples.Operation, Detect = new DetectFax { Tone = FaxTone.Ced } },
        ["calling.detect.digit.json"] = new DetectCommand
        {
            ControlId = CommandSamples.Operation,
            Detect = new DetectDigit { Digits = "19*#ADad" },
            TimeoutSeconds = 0,
        },
        ["calling.detect.stop.json"] = new StopDetectCommand { ControlId = CommandSamples.Operation },
        ["calling.tap.json"] = new TapCommand
        {
            ControlId = CommandSamples.Operation,
            Tap = new TapAudio { Direction = MediaDirection.Both },
            Device = new TapRtpDevice { Address = "203.0.113.5", Port = 5_004, Codec = TapCodec.Pcmu, PacketTimeMs = 20 },
            StatusUrl = CommandSamples.Status,
        },
        ["calling.tap.ws.json"] = new TapCommand
        {
            ControlId = CommandSamples.Operation,
            Tap = new TapAudio { Direction = MediaDirection.Listen },
            Device = new TapWebSocketDevice { Address = new Uri("wss://media.example.com/tap?token=abc"), Codec = TapCodec.Opus },
        },
        ["calling.tap.stop.json"] = new StopTapCommand { ControlId = CommandSamples.Operation },
        ["calling.transcribe.json"] = new TranscribeCommand { ControlId = CommandSamples.Operation, StatusUrl = CommandSamples.Status },
        ["calling.transcribe.stop.json"] = new StopTranscribeCommand { ControlId = CommandSamples.Operation },
        ["calling.stream.json"] = new StreamCommand
        {
            ControlId = CommandSamples.Operation,
            Url = new Uri("wss://media.example.com/stream"),
            StreamName = "support",
            Codec = "L16@16000h",
            Track = StreamTrack.Both,
            AuthorizationBearerToken = "token",
            CustomParameters = new Dictionary<string, string> { ["customer"] = "42" },
            StatusUrl = CommandSamples.Status,
            StatusUrlMethod = CallbackMethod.Get,
        },
        ["calling.stream.stop.json"] = new StopStreamCommand { ControlId = CommandSamples.Operation },
        ["calling.denoise.json"] = new DenoiseCommand(),
        ["calling.denoise.stop.json"] = new StopDenoiseCommand(),
    };
}
