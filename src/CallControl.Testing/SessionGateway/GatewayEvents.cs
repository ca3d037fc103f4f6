namespace CallControl.Testing;

/// <summary>The names of the gateway's webhooks.</summary>
internal static class GatewayEvents
{
    public const string CallNew = "call.new";
    public const string CallAnswered = "call.answered";
    public const string CallHangup = "call.hangup";
    public const string Dtmf = "dtmf";
    public const string DigitsCollected = "digits.collected";
    public const string PlaybackStarted = "playback.started";
    public const string PlaybackStopped = "playback.stopped";
    public const string FileNotFound = "playback.file_not_found";
    public const string RecordingCompleted = "recording.completed";
    public const string CommandResult = "command.result";
    public const string RoomCreated = "conference.created";
    public const string RoomDestroyed = "conference.destroyed";
    public const string MemberJoined = "conference.member.joined";
    public const string MemberLeft = "conference.member.left";

    // Of the room's playback events only the prefix is documented.
    public const string RoomPlayPrefix = "conference.play.";
    public const string RoomPlayStarted = RoomPlayPrefix + "started";
    public const string RoomPlayStopped = RoomPlayPrefix + "stopped";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        CallNew, CallAnswered, CallHangup, Dtmf, DigitsCollected, PlaybackStarted, PlaybackStopped, FileNotFound, RecordingCompleted,
        CommandResult, RoomCreated, RoomDestroyed, MemberJoined, MemberLeft,
    };

    public static bool IsKnown(string name) => Known.Contains(name) || name.StartsWith(RoomPlayPrefix, StringComparison.Ordinal);
}
