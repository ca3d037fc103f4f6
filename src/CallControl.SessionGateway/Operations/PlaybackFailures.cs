using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Whose failure a missing file is.</summary>
internal static class PlaybackFailures
{
    /// <summary>
    /// Whether a playback's end concerns an operation. The vendor does not show the fields of <c>playback.file_not_found</c>: where it carries no
    /// <c>command_uid</c>, the oldest playback or gather takes it, since the gateway runs one at a time.
    /// </summary>
    public static bool IsOf(this PlaybackEnded ended, PendingOperation pending) => ended.Operation is null || ended.Operation == pending.Id;
}
