using static CallControl.Capability;

namespace CallControl.Telnyx;

/// <summary>What Telnyx can and cannot do.</summary>
internal static class TelnyxCapabilities
{
    private const string NoSteering = "The vendor plays from the beginning to the end: stop it, and play another.";
    private const string OwnFile = "Play a file of it with MediaSource.Url, MediaSource.Library or MediaSource.Audio.";

    public static CapabilitySet All { get; } = new(
    [
        Native(CallFeature.Dial, "Needs the id of a Call Control application: TelnyxOptions.ConnectionId."),
        Native(CallFeature.Answer),
        Native(CallFeature.Reject, "As busy or as rejected."),
        Native(CallFeature.Hangup),
        Unsupported(CallFeature.HangupCause, "The vendor tells the far end no cause: before the answer, use RejectAsync."),
        Native(CallFeature.DtmfReceive),
        Native(CallFeature.DtmfSend, "w waits half a second, W a second; tones of 100 to 500 ms."),
        Native(CallFeature.MachineDetection, "The standard detection; the premium one by AdditionalProperties, or with ITelnyxCallsClient."),
        Native(CallFeature.PlaybackUrl, "WAV or MP3, at most 2,000 characters; queues up behind what plays."),
        Native(CallFeature.PlaybackSpeech, "1 to 5,000 characters (the vendor also says 3,000); queues up behind what plays. The vendor wants a voice: TelnyxOptions.DefaultVoice unless the source names one."),
        Unsupported(CallFeature.PlaybackSilence, OwnFile),
        Unsupported(CallFeature.PlaybackRingtone, "The vendor rings only while two calls are being bridged (BridgeCommand.PlayRingtone). " + OwnFile),
        Native(CallFeature.PlaybackLibrary, "The media_name of a file in the account's media storage."),
        Native(CallFeature.PlaybackAudio, "WAV or MP3, sent along as base64."),
        Composed(CallFeature.PlaybackList, "A command for each source, which the vendor queues; kinds may be mixed."),
        Native(CallFeature.PlaybackLoop, "2 to 100 times or endless, of a single source."),
        Unsupported(CallFeature.PlaybackOffset, NoSteering),
        Native(CallFeature.PlaybackStop, "What waits behind other playbacks is stopped when its turn comes."),
        Unsupported(CallFeature.PlaybackPause, NoSteering),
        Unsupported(CallFeature.PlaybackSeek, NoSteering),
        Unsupported(CallFeature.PlaybackRestart, NoSteering),
        Unsupported(CallFeature.PlaybackVolume, "Prepare the file louder or softer."),
        Native(CallFeature.GatherDigits, "Up to 128 digits; one terminator. A prompt is one file of the vendor's reach, or one text."),
        Unsupported(CallFeature.GatherSpeech, "Have an assistant ask with ITelnyxCallsClient.GatherUsingAiAsync, or listen with StartTranscriptionAsync."),
        Native(CallFeature.GatherWithoutPrompt, "In one try."),
        Native(CallFeature.GatherInvalidPrompt, "Of the prompt's kind: file after file, text after text."),
        Native(CallFeature.GatherValidDigits),
        Native(CallFeature.GatherInterDigitTimeout, "1 ms to 120 s."),
        Native(CallFeature.GatherStop),
        Native(CallFeature.Recording, "With several at a time, the vendor does not say which one a report is of: they are taken in order."),
        Native(CallFeature.RecordingFormat, "WAV or MP3; MP3 by default."),
        Native(CallFeature.RecordingTrack),
        Native(CallFeature.RecordingChannels, "One channel by default; two only of both directions."),
        Native(CallFeature.RecordingLimits, "Length up to 12 h (the vendor also says 4 h); silence in whole seconds, which is billed as transcription."),
        Native(CallFeature.RecordingBeep),
        Native(CallFeature.RecordingStop),
        Native(CallFeature.RecordingPause),
        Native(CallFeature.Stream, "One stream or fork a call."),
        Native(CallFeature.StreamBidirectional, "In RTP mode, heard by this leg."),
        Native(CallFeature.Fork, "Both directions, each to an address of its own. One stream or fork a call."),
        Native(CallFeature.ForkCombined, "Legacy: a STREP header before each packet. Gone from the vendor's public description in 2024: unverified."),
        Unsupported(CallFeature.ForkFormat, "The copies are in the codec of the call."),
        Native(CallFeature.Bridge),
        Unsupported(CallFeature.Unbridge, "The vendor has no such command: hang up the other call, and set BridgeRequest.KeepAfterwards."),
        Native(CallFeature.Transfer),
        Native(CallFeature.TransferRefer, "To a SIP address."),
    ]);
}
