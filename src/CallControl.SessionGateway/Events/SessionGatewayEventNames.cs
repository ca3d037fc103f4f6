namespace CallControl.SessionGateway;

/// <summary>The names of the gateway's events on the wire.</summary>
/// <remarks>Sources: the pages below <c>/webhooks/</c>.</remarks>
public static class SessionGatewayEventNames
{
    /// <summary><see cref="CallNewEvent"/>.</summary>
    public const string CallNew = "call.new";

    /// <summary><see cref="CallAnsweredEvent"/>.</summary>
    public const string CallAnswered = "call.answered";

    /// <summary><see cref="CallHangupEvent"/>.</summary>
    public const string CallHangup = "call.hangup";

    /// <summary><see cref="DtmfEvent"/>.</summary>
    public const string Dtmf = "dtmf";

    /// <summary><see cref="DigitsCollectedEvent"/>.</summary>
    public const string DigitsCollected = "digits.collected";

    /// <summary><see cref="PlaybackStartedEvent"/>.</summary>
    public const string PlaybackStarted = "playback.started";

    /// <summary><see cref="PlaybackStoppedEvent"/>.</summary>
    public const string PlaybackStopped = "playback.stopped";

    /// <summary><see cref="PlaybackFileNotFoundEvent"/>.</summary>
    public const string PlaybackFileNotFound = "playback.file_not_found";

    /// <summary><see cref="RecordingCompletedEvent"/>.</summary>
    public const string RecordingCompleted = "recording.completed";

    /// <summary><see cref="CommandResultEvent"/>.</summary>
    public const string CommandResult = "command.result";

    /// <summary><see cref="ConferenceCreatedEvent"/>.</summary>
    public const string ConferenceCreated = "conference.created";

    /// <summary><see cref="ConferenceDestroyedEvent"/>.</summary>
    public const string ConferenceDestroyed = "conference.destroyed";

    /// <summary><see cref="ConferenceMemberJoinedEvent"/>.</summary>
    public const string ConferenceMemberJoined = "conference.member.joined";

    /// <summary><see cref="ConferenceMemberLeftEvent"/>.</summary>
    public const string ConferenceMemberLeft = "conference.member.left";

    /// <summary>How the names of <see cref="ConferencePlayEvent"/> begin. Unverified: what follows.</summary>
    public const string ConferencePlayPrefix = "conference.play.";
}
