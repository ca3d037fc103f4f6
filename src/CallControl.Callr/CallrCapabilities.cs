using static CallControl.Capability;

namespace CallControl.Callr;

/// <summary>What CALLR Real-Time can and cannot do.</summary>
internal static class CallrCapabilities
{
    public const string NoInterruption = "A command that the vendor carries out cannot be interrupted; unverified: ICallrClient.BreakCommandAsync.";

    private const string NoCommand = "The vendor has no such command.";

    public static CapabilitySet All { get; } = new(
    [
        Native(CallFeature.Dial, "With CallrOptions.App and credentials of the account. The call is named by the request; rings for 5 to 300 s, 30 by default. No limit of the call's length, no SIP headers."),
        Composed(CallFeature.Answer, "By a first command that waits for a second: the vendor has none to answer, any command does (unverified)."),
        Composed(CallFeature.Reject, "By a hang-up as the first command. Unverified: what the caller hears."),
        Native(CallFeature.Hangup, "While a command is carried out, by ICallrClient where the account has credentials; without, once the command is over."),
        Unsupported(CallFeature.HangupCause, "The vendor's hang-up tells no reason."),
        Unsupported(CallFeature.DtmfReceive, "Keys are heard while input is gathered."),
        Native(CallFeature.DtmfSend, "0-9, * and #; tones of 1 to 5000 ms, 500 by default."),
        Composed(CallFeature.MachineDetection, "While CallrOptions.DetectionMedia is played to whoever answers, brief speech that is followed by a pause is a human (play_talk_detect); anything else stays unknown. Listens for 4 s by default, 60 s at most."),
        Composed(CallFeature.PlaybackUrl, "Fetched and converted by us: WAV files, not longer than CallrOptions.MaxAudioDuration."),
        Native(CallFeature.PlaybackSpeech, "Plain text without the character |, in a voice that the source or CallrOptions.DefaultVoice names."),
        Composed(CallFeature.PlaybackSilence, "Whole seconds."),
        Unsupported(CallFeature.PlaybackRingtone, "Play a recording of one."),
        Native(CallFeature.PlaybackLibrary, "By the medium's number, or by the file name that a recording with limits yielded."),
        Native(CallFeature.PlaybackAudio, "WAV of any common encoding, or G.711; converted to what the vendor takes, not longer than CallrOptions.MaxAudioDuration."),
        Composed(CallFeature.PlaybackList, "One command after the other."),
        Composed(CallFeature.PlaybackLoop, "One command after the other; not without end, since nothing stops it."),
        Unsupported(CallFeature.PlaybackOffset, NoCommand),
        Unsupported(CallFeature.PlaybackStop, NoInterruption),
        Unsupported(CallFeature.PlaybackPause, NoInterruption),
        Unsupported(CallFeature.PlaybackSeek, NoInterruption),
        Unsupported(CallFeature.PlaybackRestart, NoInterruption),
        Unsupported(CallFeature.PlaybackVolume, NoCommand),
        Native(CallFeature.GatherDigits, "Up to 20, # ends them. A prompt of the library or of speech is played while the keys are read; other prompts are played first, and keys pressed meanwhile are lost. Digits of an entry that was not finished in time are lost."),
        Unsupported(CallFeature.GatherSpeech, "The vendor recognises no speech."),
        Native(CallFeature.GatherWithoutPrompt, "Unverified."),
        Unsupported(CallFeature.GatherInvalidPrompt, "Look at the result, and gather again with another prompt."),
        Unsupported(CallFeature.GatherValidDigits, "Look at the result, and gather again."),
        Unsupported(CallFeature.GatherInterDigitTimeout, "The vendor has one time-out."),
        Unsupported(CallFeature.GatherStop, NoInterruption),
        Native(CallFeature.Recording, "Of the whole call, while other commands go on; known by its hash. Unverified: how it is fetched."),
        Unsupported(CallFeature.RecordingFormat, "The vendor decides."),
        Unsupported(CallFeature.RecordingTrack, "Set feeds in the AdditionalProperties: all, both, leg_a or leg_b."),
        Unsupported(CallFeature.RecordingChannels, "The vendor decides."),
        Native(CallFeature.RecordingLimits, "A message of the caller, up to 300 s or 20 s of silence, which holds the call until it is over; # ends it. Yields the name of a temporary file."),
        Unsupported(CallFeature.RecordingBeep, "Play a tone first."),
        Native(CallFeature.RecordingStop, "Of a recording without limits."),
        Unsupported(CallFeature.RecordingPause, "Stop it, and start another."),
        Unsupported(CallFeature.Stream, NoCommand),
        Unsupported(CallFeature.StreamBidirectional, NoCommand),
        Unsupported(CallFeature.Fork, NoCommand),
        Unsupported(CallFeature.ForkCombined, NoCommand),
        Unsupported(CallFeature.ForkFormat, NoCommand),
        Composed(CallFeature.Bridge, "Both calls are put into a conference, which ends when one of them leaves, by a hang-up or the key *. Complete when both were sent there: the vendor does not tell that they are in."),
        Unsupported(CallFeature.Unbridge, NoInterruption),
        Native(CallFeature.Transfer, "Holds the call until the conversation is over, which ends the call: the vendor tells a failure, and no success. From BLOCKED unless a number of the account is named."),
        Unsupported(CallFeature.TransferRefer, NoCommand),
    ]);
}
