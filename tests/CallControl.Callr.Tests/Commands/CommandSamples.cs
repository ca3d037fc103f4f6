using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

/// <summary>The command of every answer, by the answer's file name.</summary>
internal static class CommandSamples
{
    private static readonly CallrMedia Item = CallrMedia.Library(4242);

    public static IReadOnlyDictionary<string, RealTimeCommand> All { get; } = new Dictionary<string, RealTimeCommand>
    {
        ["conference.json"] = new ConferenceCommand
        {
            Id = "board-7",
            AutoLeaveWhenAlone = true,
            AutoLeaveAnnounce = CallrMedia.Library(11),
            UserJoin = CallrMedia.Library(12),
            UserLeave = CallrMedia.Library(13),
            Waiting = CallrMedia.Library(14),
            Welcome = CallrMedia.Speech("TTS_EN-GB_SERENA", "Welcome"),
            PinCode = "0123456789",
            PinPrompt = CallrMedia.Library(15),
            PinError = CallrMedia.Library(16),
            PinValid = CallrMedia.Library(17),
            PinMaxTries = 2,
            PinWaitSeconds = 9,
        },
        ["conference.defaults.json"] = new ConferenceCommand { Id = "board-7" },
        ["dialout.json"] = new DialoutCommand
        {
            Targets = [new CallrTarget { Number = "+33639980001", TimeoutSeconds = 5 }, new CallrTarget { Number = "+33639980002", TimeoutSeconds = 300 }],
            CallerId = "+33199000001",
            Ringtone = CallrRingtone.Music,
            Whisper = CallrMedia.Speech("TTS_FR-FR_AUDREY", "Appel transféré"),
            CdrField = "order42",
        },
        ["dialout.defaults.json"] = new DialoutCommand { Targets = [new CallrTarget { Number = "+33639980001" }] },
        ["hangup.json"] = new HangupCommand(),
        ["hangup_callid.json"] = new HangupCallCommand { VendorCallId = ulong.MaxValue },
        ["play.json"] = new PlayCommand { Media = Item },
        ["play.speech.json"] = new PlayCommand { Media = CallrMedia.Speech("TTS_FR-FR_AUDREY", "Bonjour, appuyez sur étoile & attendez") },
        ["play_record.json"] = new PlayRecordCommand { MediaFile = "rec-7f3a19c2" },
        ["play_talk_detect.json"] = new PlayTalkDetectCommand
        {
            Media = Item,
            MinMilliseconds = 300,
            MaxMilliseconds = 5_000,
            SilenceMilliseconds = 800,
            AnalysisMilliseconds = 6_000,
        },
        ["play_talk_detect.defaults.json"] = new PlayTalkDetectCommand { Media = Item },
        ["play_wav_data.json"] = new PlayWavDataCommand { AudioData = Wav.Telephone() },
        ["read.json"] = new ReadCommand { Media = CallrMedia.Speech("TTS_EN-GB_SERENA", "Press one"), MaxDigits = 1, Attempts = 2, TimeoutMilliseconds = 5_000 },
        ["read.defaults.json"] = new ReadCommand { Media = Item },
        ["record.json"] = new RecordCommand { MaxDurationSeconds = 120, SilenceSeconds = 4 },
        ["record.defaults.json"] = new RecordCommand { MaxDurationSeconds = 120 },
        ["send_dtmf.json"] = new SendDtmfCommand { Digits = "0123456789*#", DurationMilliseconds = 200, GapMilliseconds = 100 },
        ["send_dtmf.defaults.json"] = new SendDtmfCommand { Digits = "123#" },
        ["simple_conference.json"] = new SimpleConferenceCommand { Id = "board-7", AutoLeaveWhenAlone = false },
        ["simple_conference.defaults.json"] = new SimpleConferenceCommand { Id = "board-7" },
        ["start_call_recording.json"] = new StartCallRecordingCommand
        {
            Announce = Item,
            Feeds = CallrRecordingFeeds.LegA,
            Locale = "en_US",
            Transcription = true,
            Ner = false,
            Pii = true,
            Sentiment = false,
        },
        ["start_call_recording.defaults.json"] = new StartCallRecordingCommand(),
        ["stop_call_recording.json"] = new StopCallRecordingCommand { Announce = CallrMedia.Speech("TTS_EN-GB_DANIEL", "No longer recorded") },
        ["stop_call_recording.defaults.json"] = new StopCallRecordingCommand(),
        ["wait.json"] = new WaitCommand { Seconds = 30 },
        ["wait.defaults.json"] = new WaitCommand(),
        ["wait_for_silence.json"] = new WaitForSilenceCommand { SilenceMilliseconds = 1_500, Iterations = 3, TimeoutSeconds = 60 },
    };

    /// <summary>A command's sample with every member.</summary>
    public static RealTimeCommand Full(string command) => All[command + ".json"];

    /// <summary>The answer that has the command of a file.</summary>
    public static RealTimeResponse Response(string file) => new() { Command = All[file], CommandId = 1, Variables = new JsonObject { ["step"] = "menu" } };
}
