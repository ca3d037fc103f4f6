namespace CallControl;

/// <summary>What a provider may or may not be able to do, in neutral words. Finer than the verbs: an option that some provider lacks is a feature.</summary>
public enum CallFeature
{
    /// <summary>Placing outbound calls.</summary>
    Dial,

    /// <summary>Answering inbound calls.</summary>
    Answer,

    /// <summary>Refusing inbound calls, with a cause.</summary>
    Reject,

    /// <summary>Ending calls.</summary>
    Hangup,

    /// <summary>Telling the far end why a call is ended.</summary>
    HangupCause,

    /// <summary>Reporting each key the caller presses.</summary>
    DtmfReceive,

    /// <summary>Sending touch tones.</summary>
    DtmfSend,

    /// <summary>Telling persons from machines on outbound calls.</summary>
    MachineDetection,

    /// <summary>Playing files that the provider fetches.</summary>
    PlaybackUrl,

    /// <summary>Speaking text.</summary>
    PlaybackSpeech,

    /// <summary>Playing silence.</summary>
    PlaybackSilence,

    /// <summary>Playing a ringing tone.</summary>
    PlaybackRingtone,

    /// <summary>Playing files kept at the provider.</summary>
    PlaybackLibrary,

    /// <summary>Playing audio sent along with the command.</summary>
    PlaybackAudio,

    /// <summary>Playing several sources in one playback.</summary>
    PlaybackList,

    /// <summary>Repeating a playback.</summary>
    PlaybackLoop,

    /// <summary>Beginning a playback within the file.</summary>
    PlaybackOffset,

    /// <summary>Stopping a playback.</summary>
    PlaybackStop,

    /// <summary>Pausing and resuming a playback.</summary>
    PlaybackPause,

    /// <summary>Moving within a playback.</summary>
    PlaybackSeek,

    /// <summary>Beginning a playback again.</summary>
    PlaybackRestart,

    /// <summary>Changing a playback's volume.</summary>
    PlaybackVolume,

    /// <summary>Collecting keys.</summary>
    GatherDigits,

    /// <summary>Collecting speech.</summary>
    GatherSpeech,

    /// <summary>Collecting input without playing anything.</summary>
    GatherWithoutPrompt,

    /// <summary>Playing something of its own after input that does not fit.</summary>
    GatherInvalidPrompt,

    /// <summary>Allowing only some keys.</summary>
    GatherValidDigits,

    /// <summary>A time limit between two keys.</summary>
    GatherInterDigitTimeout,

    /// <summary>Stopping the collecting of input.</summary>
    GatherStop,

    /// <summary>Recording calls.</summary>
    Recording,

    /// <summary>Choosing a recording's format.</summary>
    RecordingFormat,

    /// <summary>Recording one direction only.</summary>
    RecordingTrack,

    /// <summary>Choosing between one channel and one for each direction.</summary>
    RecordingChannels,

    /// <summary>Ending a recording by length or silence.</summary>
    RecordingLimits,

    /// <summary>A beep before a recording.</summary>
    RecordingBeep,

    /// <summary>Stopping a recording.</summary>
    RecordingStop,

    /// <summary>Pausing and resuming a recording.</summary>
    RecordingPause,

    /// <summary>Streaming audio to a WebSocket.</summary>
    Stream,

    /// <summary>Playing audio that comes back over the WebSocket.</summary>
    StreamBidirectional,

    /// <summary>Copying audio packets to an address.</summary>
    Fork,

    /// <summary>Copying both directions to one address.</summary>
    ForkCombined,

    /// <summary>Choosing the codec and the length of the packets of a fork.</summary>
    ForkFormat,

    /// <summary>Joining two calls.</summary>
    Bridge,

    /// <summary>Taking two joined calls apart.</summary>
    Unbridge,

    /// <summary>Sending a call on, the provider dialling.</summary>
    Transfer,

    /// <summary>Sending a call on by SIP REFER.</summary>
    TransferRefer,
}
