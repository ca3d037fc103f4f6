using static CallControl.Capability;

namespace CallControl.SessionGateway;

/// <summary>What the session gateway can and cannot do.</summary>
internal static class SessionGatewayCapabilities
{
    private const string OnlyUrls = "The gateway plays files only: put the audio where it can fetch it, and use MediaSource.Url.";
    private const string OnlyInbound = "The gateway has inbound calls only: place the call with another provider.";
    private const string NoMedia = "The gateway hands no live audio to applications: record the call, or take another provider.";
    private const string ServerSide = "What is recorded, and in which format, is set on the gateway's server.";

    public static CapabilitySet All { get; } = new(
    [
        Unsupported(CallFeature.Dial, OnlyInbound),
        Native(CallFeature.Answer),
        Composed(CallFeature.Reject, "A hang-up with a cause before the answer."),
        Native(CallFeature.Hangup),
        Native(CallFeature.HangupCause, "A Q.850 cause name; any in capitals and underscores passes."),
        Native(CallFeature.DtmfReceive),
        Unsupported(CallFeature.DtmfSend, "The gateway cannot send tones: play a recording of them with MediaSource.Url."),
        Unsupported(CallFeature.MachineDetection, OnlyInbound),
        Native(CallFeature.PlaybackUrl, "1 to 128 files of at most 2,048 characters each; commands 500 ms apart, which the client waits for."),
        Unsupported(CallFeature.PlaybackSpeech, OnlyUrls),
        Native(CallFeature.PlaybackSilence, "Endless only: it ends with the call or with the next playback, and cannot be mixed with files."),
        Unsupported(CallFeature.PlaybackRingtone, OnlyUrls),
        Unsupported(CallFeature.PlaybackLibrary, OnlyUrls),
        Unsupported(CallFeature.PlaybackAudio, OnlyUrls),
        Native(CallFeature.PlaybackList, "1 to 128 files."),
        Composed(CallFeature.PlaybackLoop, "The files are listed repeatedly, 128 in all; an endless loop is not to be had."),
        Native(CallFeature.PlaybackOffset, "Whole seconds up to 86,400, with a single file only."),
        Native(CallFeature.PlaybackStop, "Not of silence."),
        Native(CallFeature.PlaybackPause),
        Native(CallFeature.PlaybackSeek, "Relative, in milliseconds; commands 100 ms apart, which the client waits for."),
        Native(CallFeature.PlaybackRestart),
        Unsupported(CallFeature.PlaybackVolume, "The gateway changes the volume of conference rooms only: ISessionGatewayClient.SetConferenceVolumeAsync."),
        Native(CallFeature.GatherDigits, "Up to 128 digits; only # and * end the input; time limit times tries is at most 120 s. Commands 2 s apart, which the client waits for."),
        Unsupported(CallFeature.GatherSpeech, "The gateway understands keys only: leave Speech out."),
        Unsupported(CallFeature.GatherWithoutPrompt, "The gateway wants at least one prompt: use a file of silence."),
        Native(CallFeature.GatherInvalidPrompt),
        Unsupported(CallFeature.GatherValidDigits, "The gateway takes every key: check the digits that come back."),
        Unsupported(CallFeature.GatherInterDigitTimeout, "The gateway has one time limit a try: use Timeout."),
        Unsupported(CallFeature.GatherStop, "The gateway goes on until the input is complete or its time is over: choose Timeout and MaxTries accordingly."),
        Native(CallFeature.Recording, "Commands 2 s apart, which the client waits for."),
        Unsupported(CallFeature.RecordingFormat, ServerSide),
        Unsupported(CallFeature.RecordingTrack, ServerSide),
        Unsupported(CallFeature.RecordingChannels, ServerSide),
        Unsupported(CallFeature.RecordingLimits, "The gateway records until it is stopped: stop the recording yourself."),
        Unsupported(CallFeature.RecordingBeep, "Play a beep with MediaSource.Url before you start to record."),
        Native(CallFeature.RecordingStop),
        Unsupported(CallFeature.RecordingPause, "Stop the recording and start another."),
        Unsupported(CallFeature.Stream, NoMedia),
        Unsupported(CallFeature.StreamBidirectional, NoMedia),
        Unsupported(CallFeature.Fork, NoMedia),
        Unsupported(CallFeature.ForkCombined, NoMedia),
        Unsupported(CallFeature.ForkFormat, NoMedia),
        Composed(CallFeature.Bridge, "A conference room that both calls enter. The vendor does not document the fields of joining a room: unverified."),
        Composed(CallFeature.Unbridge, "Both calls leave the room, and it is deleted."),
        Unsupported(CallFeature.Transfer, "Hand the call to the switch's dialplan with ISessionGatewayClient.DisconnectAsync, or join it with another by BridgeAsync."),
        Unsupported(CallFeature.TransferRefer, "Hand the call to the switch's dialplan with ISessionGatewayClient.DisconnectAsync."),
    ]);
}
