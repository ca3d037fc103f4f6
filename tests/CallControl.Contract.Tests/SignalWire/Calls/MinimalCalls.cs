using CallControl.SignalWire;
using static CallControl.Contract.Tests.SignalWire.SignalWireRun;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>Commands with what the vendor requires and nothing else: what is not set must not be sent.</summary>
internal static class MinimalCalls
{
    /// <summary>One call for each mapping.</summary>
    public static IReadOnlyList<SignalWireRun> All { get; } =
    [
        Command("dial", "minimal", new DialCommand { From = "+15550100", To = "/private/reception", Url = new Uri("https://app.example.com/swml") }),
        Command("calling.end", "minimal", new EndCommand()),
        Command("calling.ai_hold", "minimal", new HoldAiCommand()),
        Command("calling.ai_message", "minimal", new SendAiMessageCommand()),
        Command("calling.ai.stop", "minimal", new StopAiCommand()),
        Command("calling.ai_sidecar", "minimal", new StartAiSidecarCommand { Language = "en-US" }),
        Command("calling.play", "minimal", new PlayCommand { Items = [new PlayRingtone { Name = "us" }] }),
        Command("calling.record", "minimal", new RecordCommand()),
        Command("calling.record", "whole-call", new RecordCommand { Audio = RecordAudio.WholeCall }),
        Command("calling.record.pause", "minimal", new PauseRecordCommand { ControlId = new OperationId(Guid.NewGuid().ToString()) }),
        Command("calling.collect", "minimal", new CollectCommand { Digits = new CollectDigits { Max = 1 } }),
        Command("calling.collect", "speech", new CollectCommand { Speech = new CollectSpeech() }),
        Command("calling.detect", "minimal", new DetectCommand { Detect = new DetectMachine() }),
        Command("calling.tap", "minimal", new TapCommand
        {
            Tap = new TapAudio { Direction = MediaDirection.Speak },
            Device = new TapRtpDevice { Address = "203.0.113.5", Port = 5004 },
        }),
        Command("calling.stream", "minimal", new StreamCommand { Url = new Uri("wss://media.example.com/stream") }),
        Command("calling.transcribe", "minimal", new TranscribeCommand()),
        Command("calling.live_transcribe", "minimal", new LiveTranscribeCommand
        {
            Action = LiveTranscribeAction.Start(new LiveTranscribeStart { Language = "en-US", Direction = [CallerSide.Remote] }),
        }),
        Command("calling.live_transcribe", "summarize-minimal", new LiveTranscribeCommand { Action = LiveTranscribeAction.Summarize(new LiveSummary()) }),
        Command("calling.live_translate", "minimal", new LiveTranslateCommand
        {
            Action = LiveTranslateAction.Start(new LiveTranslateStart { FromLanguage = "en-US", ToLanguage = "de-DE", Direction = [CallerSide.Local] }),
        }),
        Command("calling.refer", "minimal", new ReferCommand { Device = new SipReferDevice { To = "sip:bob@pbx.example.com" } }),
    ];
}
