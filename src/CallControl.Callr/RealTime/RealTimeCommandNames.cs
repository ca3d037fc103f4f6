namespace CallControl.Callr;

/// <summary>The commands' names on the wire.</summary>
internal static class RealTimeCommandNames
{
    public const string Conference = "conference";
    public const string Dialout = "dialout";
    public const string Hangup = "hangup";
    public const string HangupCall = "hangup_callid";
    public const string Play = "play";
    public const string PlayRecord = "play_record";
    public const string PlayTalkDetect = "play_talk_detect";
    public const string PlayWavData = "play_wav_data";
    public const string Read = "read";
    public const string Record = "record";
    public const string SendDtmf = "send_dtmf";
    public const string SimpleConference = "simple_conference";
    public const string StartCallRecording = "start_call_recording";
    public const string StopCallRecording = "stop_call_recording";
    public const string Wait = "wait";
    public const string WaitForSilence = "wait_for_silence";
}
