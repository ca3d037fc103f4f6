using System.Collections.Frozen;

namespace CallControl.SessionGateway;

/// <summary>The session commands, named as in the last part of the gateway's paths: <c>/api/v1/sessions/{uuid}/commands/<i>name</i></c>.</summary>
/// <remarks><see cref="SessionGatewayCommandUid.CommandOf(string?)"/> returns these very strings.</remarks>
public static class SessionGatewayCommandNames
{
    /// <summary><see cref="AnswerCommand"/>.</summary>
    public const string Answer = "answer";

    /// <summary><see cref="HangupCommand"/>.</summary>
    public const string Hangup = "hangup";

    /// <summary><see cref="DisconnectCommand"/>.</summary>
    public const string Disconnect = "disconnect";

    /// <summary><see cref="StartPlaybackCommand"/>.</summary>
    public const string StartPlayback = "playback/start";

    /// <summary><see cref="StopPlaybackCommand"/>.</summary>
    public const string StopPlayback = "playback/stop";

    /// <summary><see cref="PausePlaybackCommand"/>.</summary>
    public const string PausePlayback = "playback/pause";

    /// <summary><see cref="ResumePlaybackCommand"/>.</summary>
    public const string ResumePlayback = "playback/resume";

    /// <summary><see cref="SeekPlaybackCommand"/>.</summary>
    public const string SeekPlayback = "playback/seek";

    /// <summary><see cref="RestartPlaybackCommand"/>.</summary>
    public const string RestartPlayback = "playback/restart";

    /// <summary><see cref="PlaySilenceCommand"/>.</summary>
    public const string PlaySilence = "playback/silence";

    /// <summary><see cref="PlayAndGetDigitsCommand"/>.</summary>
    public const string PlayAndGetDigits = "play_and_get_digits";

    /// <summary><see cref="StartRecordingCommand"/>.</summary>
    public const string StartRecording = "record/start";

    /// <summary><see cref="StopRecordingCommand"/>.</summary>
    public const string StopRecording = "record/stop";

    /// <summary><see cref="JoinConferenceCommand"/>.</summary>
    public const string JoinConference = "conference/join";

    /// <summary><see cref="LeaveConferenceCommand"/>.</summary>
    public const string LeaveConference = "conference/leave";

    /// <summary><see cref="MuteConferenceCommand"/>.</summary>
    public const string MuteConference = "conference/mute";

    /// <summary><see cref="UnmuteConferenceCommand"/>.</summary>
    public const string UnmuteConference = "conference/unmute";

    /// <summary>All of them by the text that <see cref="SessionGatewayCommandUid"/> puts into an id: dots instead of slashes.</summary>
    internal static readonly FrozenDictionary<string, string> ByDottedName = new[]
    {
        Answer, Hangup, Disconnect, StartPlayback, StopPlayback, PausePlayback, ResumePlayback, SeekPlayback, RestartPlayback, PlaySilence,
        PlayAndGetDigits, StartRecording, StopRecording, JoinConference, LeaveConference, MuteConference, UnmuteConference,
    }.ToFrozenDictionary(name => name.Replace('/', '.'), StringComparer.Ordinal);
}
