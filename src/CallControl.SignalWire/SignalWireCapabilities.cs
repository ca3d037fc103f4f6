using static CallControl.Capability;

namespace CallControl.SignalWire;

/// <summary>What SignalWire can and cannot do.</summary>
internal static class SignalWireCapabilities
{
    private const string NoSteering = "The vendor plays from the beginning to the end: stop it, and play another.";

    public static CapabilitySet All { get; } = new(
    [
        Native(CallFeature.Dial, "One a second by default, the vendor queues what is more. Rings for 1 to 600 s; no limit of the call's length, no SIP headers."),
        Native(CallFeature.Answer, "Within SignalWireOptions.AnswerWindow, by the document that the vendor waits for."),
        Native(CallFeature.Reject, "As busy or as declined."),
        Native(CallFeature.Hangup),
        Native(CallFeature.HangupCause, "Normal, Busy, Rejected, NoAnswer, Cancelled and Failed."),
        Unsupported(CallFeature.DtmfReceive, "Keys are heard while input is gathered; otherwise start ISignalWireCallingClient.DetectAsync for digits, with the address of status callbacks as its StatusUrl: its findings arrive as DtmfReceived."),
        Unsupported(CallFeature.DtmfSend, "The vendor has no such command for a live call: send digits after a dial (send_digits), or let a document do it (SwmlSendDigits, ISignalWireCallingClient.TransferAsync)."),
        Composed(CallFeature.MachineDetection, "By the document that a dialled call runs once it is answered."),
        Native(CallFeature.PlaybackUrl),
        Native(CallFeature.PlaybackSpeech, "Plain text; no SSML."),
        Native(CallFeature.PlaybackSilence, "Without a length, it must be the only source."),
        Native(CallFeature.PlaybackRingtone, "Of 50 countries, us where none is named. Without a length, it must be the only source."),
        Unsupported(CallFeature.PlaybackLibrary, "The vendor has no library of files: MediaSource.Url."),
        Unsupported(CallFeature.PlaybackAudio, "The vendor fetches audio: MediaSource.Url."),
        Native(CallFeature.PlaybackList, "Kinds may be mixed. Unverified: that several playbacks at a time sound together; none replaces another."),
        Native(CallFeature.PlaybackLoop),
        Unsupported(CallFeature.PlaybackOffset, NoSteering),
        Native(CallFeature.PlaybackStop),
        Native(CallFeature.PlaybackPause),
        Unsupported(CallFeature.PlaybackSeek, NoSteering),
        Unsupported(CallFeature.PlaybackRestart, NoSteering),
        Native(CallFeature.PlaybackVolume, "-40 to 40 dB."),
        Native(CallFeature.GatherDigits, "With a prompt composed: the input is collected while the prompt plays, keys stop it, and the time-outs run from its end."),
        Native(CallFeature.GatherSpeech),
        Native(CallFeature.GatherWithoutPrompt, "In one try."),
        Unsupported(CallFeature.GatherInvalidPrompt, "The vendor asks once: look at the result, and gather again with another prompt."),
        Unsupported(CallFeature.GatherValidDigits, "Look at the result, and gather again."),
        Native(CallFeature.GatherInterDigitTimeout),
        Native(CallFeature.GatherStop),
        Native(CallFeature.Recording, "Until it is stopped or the call ends: the vendor's own defaults, which end at the first pause, are overruled."),
        Native(CallFeature.RecordingFormat, "MP3 (default), WAV or MP4."),
        Native(CallFeature.RecordingTrack),
        Native(CallFeature.RecordingChannels),
        Native(CallFeature.RecordingLimits, "Length in whole seconds."),
        Native(CallFeature.RecordingBeep),
        Native(CallFeature.RecordingStop),
        Native(CallFeature.RecordingPause, "What is not recorded is left out; RecordPauseBehavior.Silence with ISignalWireCallingClient."),
        Native(CallFeature.Stream, "To wss addresses without a query; PCMU at 8 kHz, L16 at 16 or 24 kHz."),
        Unsupported(CallFeature.StreamBidirectional, "Let a document connect the call to a stream (SwmlConnect with To = \"stream:wss://...\")."),
        Composed(CallFeature.Fork, "A tap for each direction, as RTP to a public IPv4 address."),
        Native(CallFeature.ForkCombined, "One tap of both directions, as RTP to a public IPv4 address or to a WebSocket. Unverified: whether they are mixed."),
        Native(CallFeature.ForkFormat, "PCMU, PCMA or Opus; packets of 10 to 120 ms in steps of 10."),
        Composed(CallFeature.Bridge, "Both calls are put into a conference, which ends when one of them leaves."),
        Composed(CallFeature.Unbridge, "Both calls are taken out of the conference."),
        Composed(CallFeature.Transfer, "By a document that connects the call; whose failure leaves the call with us."),
        Native(CallFeature.TransferRefer, "To a SIP address, of a SIP call."),
    ]);
}
