namespace CallControl.Telnyx.Tests;

/// <summary>Commands of sound and keys with every field set; what each is on the wire stands in the file of its name.</summary>
internal static class AudioSamples
{
    public static IReadOnlyDictionary<string, TelnyxCommand> All { get; } = new Dictionary<string, TelnyxCommand>
    {
        ["playback_start"] = new StartPlaybackCommand
        {
            AudioUrl = new Uri("https://files.example.com/audio_url"),
            MediaName = "the media name",
            PlaybackContent = Convert.FromBase64String("UklGRg=="),
            AudioType = PlaybackAudioType.Wav,
            CacheAudio = false,
            Loop = PlaybackLoop.Times(3),
            Overlay = true,
            Stop = PlaybackStop.All,
            TargetLegs = TargetLegs.Both,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["playback_stop"] = new StopPlaybackCommand
        {
            Overlay = true,
            Stop = PlaybackStop.Overlay,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["speak"] = new SpeakCommand
        {
            Payload = "the payload",
            PayloadType = SpeechPayloadType.Ssml,
            Voice = "the voice",
            VoiceSettings = new AwsVoiceSettings(),
            Language = "tr-TR",
            ServiceLevel = SpeechServiceLevel.Basic,
            Loop = PlaybackLoop.Times(3),
            Stop = PlaybackStop.All,
            TargetLegs = TargetLegs.Both,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["suppression_start"] = new StartSuppressionCommand
        {
            Direction = LegTrack.Both,
            Engine = NoiseSuppressionEngine.QuailVoiceFocusXs,
            EngineConfig = new NoiseSuppressionConfig
            {
                AttenuationLimit = 100,
                EnhancementLevel = 0.5,
                Family = NoiseSuppressionFamily.Quail,
                Mode = NoiseSuppressionMode.Advanced,
                Model = "krisp-viva-ss-v1.kef",
                Size = "vf_1_1_l",
                SuppressionLevel = 0.5,
                VoiceGain = 0.5,
            },
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["suppression_stop"] = new StopSuppressionCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["gather"] = new GatherCommand
        {
            GatherId = "the gather id",
            InitialTimeoutMs = 120000,
            InterDigitTimeoutMs = 120000,
            TimeoutMs = 60001,
            MinimumDigits = 128,
            MaximumDigits = 128,
            TerminatingDigit = "the terminating digit",
            ValidDigits = "the valid digits",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["gather_using_audio"] = new GatherUsingAudioCommand
        {
            AudioUrl = new Uri("https://files.example.com/audio_url"),
            MediaName = "the media name",
            InvalidAudioUrl = new Uri("https://files.example.com/invalid_audio_url"),
            InvalidMediaName = "the invalid media name",
            InterDigitTimeoutMs = 120000,
            TimeoutMs = 60001,
            MinimumDigits = 128,
            MaximumDigits = 128,
            MaximumTries = 128,
            TerminatingDigit = "the terminating digit",
            ValidDigits = "the valid digits",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["gather_using_speak"] = new GatherUsingSpeakCommand
        {
            Payload = "the payload",
            InvalidPayload = "the invalid payload",
            PayloadType = SpeechPayloadType.Ssml,
            Voice = "the voice",
            VoiceSettings = new AwsVoiceSettings(),
            Language = "tr-TR",
            ServiceLevel = SpeechServiceLevel.Basic,
            InterDigitTimeoutMs = 120000,
            TimeoutMs = 60001,
            MinimumDigits = 128,
            MaximumDigits = 128,
            MaximumTries = 128,
            TerminatingDigit = "the terminating digit",
            ValidDigits = "the valid digits",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["gather_stop"] = new StopGatherCommand
        {
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["send_dtmf"] = new SendDtmfCommand
        {
            Digits = "1w2W#",
            DurationMs = 500,
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
        ["send_sip_info"] = new SendSipInfoCommand
        {
            ContentType = "the content type",
            Body = "the body",
            ClientState = new TelnyxClientState("c3RhdGU="),
            CommandId = new OperationId("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        },
    };
}
