using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// The recording of one call. Unverified: starting twice and stopping nothing report a failure, a started part of a second does not
/// count, and a recording still running when the call ends is not reported, since only <c>record/stop</c> is documented to do so.
/// </summary>
internal sealed class SessionRecording(GatewaySession session)
{
    private CommandResult? _start;
    private long _startedAt;

    public void Start(CommandResult result)
    {
        result.Give(success: _start is null);
        if (_start is not null)
            return;
        _start = result;
        _startedAt = session.Time.GetTimestamp();
        session.Milestones.Recording.Raise();
    }

    public void Stop(CommandResult result)
    {
        result.Give(success: _start is not null);
        if (_start is not { } start)
            return;
        _start = null;
        session.Raise(GatewayEvents.RecordingCompleted, new JsonObject
        {
            ["recording_url"] = $"https://recordings.gateway.example.com/{session.SessionId}/{start.CommandUid}.wav",
            ["duration"] = (long)session.Time.GetElapsedTime(_startedAt).TotalSeconds,
            ["command_uid"] = start.CommandUid,
        });
    }
}
