using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>How each documented command is carried out.</summary>
internal static class CallrCommands
{
    public const string HangUp = "hangup";

    private static readonly Dictionary<string, Func<CallrCall, RequestBody, CallrCommand>> Table = new(StringComparer.Ordinal)
    {
        ["conference"] = static (call, parameters) => new CallrConferenceCommand(call, parameters),
        ["simple_conference"] = static (call, parameters) => new CallrConferenceCommand(call, parameters),
        ["dialout"] = static (call, parameters) => new CallrDialoutCommand(call, parameters),
        [HangUp] = static (call, _) => new CallrHangUpCommand(call, () => call),
        ["hangup_callid"] = static (call, parameters) => new CallrHangUpCommand(
            call, () => call.Context.Lines.GetValueOrDefault(parameters.Element("callid")!.Value.GetUInt64())),
        ["play"] = static (call, parameters) => new CallrPlayCommand(call, CallrSound.OfMedia(call.Context, parameters, "media_id")),
        ["play_record"] = static (call, parameters) =>
            new CallrPlayCommand(call, CallrSound.OfRecording(call.Context, parameters.Text("media_file", ""))),
        ["play_wav_data"] = static (call, parameters) =>
            new CallrPlayCommand(call, CallrSound.OfWav(call.Context, Convert.FromBase64String(parameters.Text("audio_data", "")))),
        ["play_talk_detect"] = static (call, parameters) => new CallrTalkDetectCommand(call, parameters),
        ["read"] = static (call, parameters) => new CallrReadCommand(call, parameters),
        ["record"] = static (call, parameters) => new CallrRecordCommand(call, parameters),
        ["send_dtmf"] = static (call, parameters) => new CallrSendDtmfCommand(call, parameters),
        ["start_call_recording"] = static (call, parameters) => new CallrCallRecordingCommand(call, parameters, starts: true),
        ["stop_call_recording"] = static (call, parameters) => new CallrCallRecordingCommand(call, parameters, starts: false),
        ["wait"] = static (call, parameters) => new CallrWaitCommand(call, parameters),
        ["wait_for_silence"] = static (call, parameters) => new CallrWaitForSilenceCommand(call, parameters),
    };

    public static CallrCommand Create(CallrCall call, string name, RequestBody parameters) => Table[name](call, parameters);
}
