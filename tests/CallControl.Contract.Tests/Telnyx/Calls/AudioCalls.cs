using CallControl.Telnyx;
using static CallControl.Contract.Tests.Telnyx.TelnyxRun;
using static CallControl.Contract.Tests.Telnyx.TelnyxSamples;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What the caller hears.</summary>
/// <remarks>A long file where a command has many fields: each is set once.</remarks>
internal static class AudioCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<TelnyxRun> All { get; } =
    [
        Command("playback_start", "success", (c, s, t) => c.StartPlaybackAsync(
            s.Call,
            new StartPlaybackCommand
            {
                AudioUrl = new Uri("https://cdn.example.com/menu.wav"),
                AudioType = PlaybackAudioType.Wav,
                CacheAudio = false,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Loop = PlaybackLoop.Times(3),
                Overlay = true,
                Stop = PlaybackStop.Current,
                TargetLegs = TargetLegs.Both,
            },
            t)),
        Command(
            "playback_start",
            "minimal",
            (c, s, t) => c.StartPlaybackAsync(s.Call, new StartPlaybackCommand { AudioUrl = new Uri("https://cdn.example.com/menu.mp3") }, t)),
        Command(
            "playback_start",
            "media-library",
            (c, s, t) => c.StartPlaybackAsync(s.Call, new StartPlaybackCommand { MediaName = "menu-library" }, t)),
        Command(
            "playback_start",
            "content",
            (c, s, t) => c.StartPlaybackAsync(s.Call, new StartPlaybackCommand { PlaybackContent = Convert.FromBase64String("SUQzBAAAAAAAI1RTU0U=") }, t)),
        Command(
            "playback_start",
            "loop-infinity",
            (c, s, t) => c.StartPlaybackAsync(s.Call, new StartPlaybackCommand { AudioUrl = new Uri("https://cdn.example.com/hold.mp3"), Loop = PlaybackLoop.Endless }, t)),
        Command("playback_stop", "success", (c, s, t) => c.StopPlaybackAsync(
            s.Call,
            new StopPlaybackCommand
            {
                Overlay = true,
                Stop = PlaybackStop.Current,
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
            },
            t)),
        Command("playback_stop", "minimal", (c, s, t) => c.StopPlaybackAsync(s.Call, new StopPlaybackCommand(), t)),
        Command("speak", "success", (c, s, t) => c.SpeakAsync(
            s.Call,
            new SpeakCommand
            {
                Payload = "<speak>Good day.</speak>",
                Voice = "Telnyx.KokoroTTS.bf",
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Language = "en-GB",
                Loop = PlaybackLoop.Times(2),
                PayloadType = SpeechPayloadType.Ssml,
                ServiceLevel = SpeechServiceLevel.Premium,
                Stop = PlaybackStop.All,
                TargetLegs = TargetLegs.Opposite,
                VoiceSettings = TelnyxVoice,
            },
            t)),
        Command("speak", "minimal", (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "female" }, t)),
        Command(
            "speak",
            "loop-infinity",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Please hold.", Voice = "female", Loop = PlaybackLoop.Endless }, t)),
        Command(
            "speak",
            "voice-elevenlabs",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "ElevenLabs.eleven_multilingual_v2.rachel", VoiceSettings = ElevenLabsVoice }, t)),
        Command(
            "speak",
            "voice-telnyx",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "Telnyx.KokoroTTS.bf", VoiceSettings = TelnyxVoice }, t)),
        Command(
            "speak",
            "voice-aws",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "AWS.Polly.Joanna", VoiceSettings = AwsVoice }, t)),
        Command(
            "speak",
            "voice-minimax",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "Minimax.speech-02-turbo.wise-woman", VoiceSettings = MinimaxVoice }, t)),
        Command(
            "speak",
            "voice-azure",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "Azure.en-US-AvaNeural", VoiceSettings = AzureVoice }, t)),
        Command(
            "speak",
            "voice-resemble",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "Resemble.Turbo.amelia", VoiceSettings = ResembleVoice }, t)),
        Command(
            "speak",
            "voice-inworld",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "Inworld.inworld-tts-1.Ashley", VoiceSettings = InworldVoice }, t)),
        Command(
            "speak",
            "voice-xai",
            (c, s, t) => c.SpeakAsync(s.Call, new SpeakCommand { Payload = "Good day.", Voice = "xAI.grok.ara", VoiceSettings = XaiVoice }, t)),
        Command("suppression_start", "success", (c, s, t) => c.StartSuppressionAsync(
            s.Call,
            new StartSuppressionCommand
            {
                ClientState = State,
                CommandId = new OperationId(s.CommandId),
                Direction = LegTrack.Both,
                Engine = NoiseSuppressionEngine.AiCoustics,
                EngineConfig = new NoiseSuppressionConfig
                {
                    AttenuationLimit = 80,
                    EnhancementLevel = 0.75,
                    Family = NoiseSuppressionFamily.Quail,
                    Mode = NoiseSuppressionMode.Advanced,
                    Model = "krisp-viva-pro-v1.kef",
                    Size = "vf_1_1_l",
                    SuppressionLevel = 62.5,
                    VoiceGain = 1.5,
                },
            },
            t)),
        Command("suppression_start", "minimal", (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand(), t)),
        Command(
            "suppression_start",
            "engine-denoiser",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.Denoiser }, t)),
        Command("suppression_start", "engine-deep-filter-net", (c, s, t) => c.StartSuppressionAsync(
            s.Call,
            new StartSuppressionCommand
            {
                Engine = NoiseSuppressionEngine.DeepFilterNet,
                EngineConfig = new NoiseSuppressionConfig { AttenuationLimit = 60, Mode = NoiseSuppressionMode.Advanced },
            },
            t)),
        Command("suppression_start", "engine-krisp", (c, s, t) => c.StartSuppressionAsync(
            s.Call,
            new StartSuppressionCommand
            {
                Engine = NoiseSuppressionEngine.Krisp,
                EngineConfig = new NoiseSuppressionConfig { Model = "krisp-viva-tel-lite-v1.kef", SuppressionLevel = 87.5 },
            },
            t)),
        Command("suppression_start", "engine-ai-coustics", (c, s, t) => c.StartSuppressionAsync(
            s.Call,
            new StartSuppressionCommand
            {
                Engine = NoiseSuppressionEngine.AiCoustics,
                EngineConfig = new NoiseSuppressionConfig
                {
                    Family = NoiseSuppressionFamily.Sparrow,
                    Size = "xs",
                    EnhancementLevel = 0.5,
                    VoiceGain = 2.5,
                },
            },
            t)),
        Command(
            "suppression_start",
            "engine-aic-l-quail",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.AicLQuail }, t)),
        Command(
            "suppression_start",
            "engine-aic-l-rook",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.AicLRook }, t)),
        Command(
            "suppression_start",
            "engine-aic-s-quail",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.AicSQuail }, t)),
        Command(
            "suppression_start",
            "engine-aic-s-rook",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.AicSRook }, t)),
        Command(
            "suppression_start",
            "engine-quail-voice-focus-s",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.QuailVoiceFocusS }, t)),
        Command(
            "suppression_start",
            "engine-quail-voice-focus-xs",
            (c, s, t) => c.StartSuppressionAsync(s.Call, new StartSuppressionCommand { Engine = NoiseSuppressionEngine.QuailVoiceFocusXs }, t)),
        Command(
            "suppression_stop",
            "success",
            (c, s, t) => c.StopSuppressionAsync(s.Call, new StopSuppressionCommand { ClientState = State, CommandId = new OperationId(s.CommandId) }, t)),
        Command("suppression_stop", "minimal", (c, s, t) => c.StopSuppressionAsync(s.Call, new StopSuppressionCommand(), t)),
    ];
}
