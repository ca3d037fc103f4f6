using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A leg's place in a queue, one at most. Unverified: that a leg that hangs up leaves its queue even where its place is to be kept,
/// and that the average wait is that of nobody: zero.
/// </summary>
internal sealed class LegQueuePlace(TelnyxLeg leg)
{
    private TelnyxQueue? _queue;
    private DateTimeOffset _since;
    private LockedTimer? _limit;

    public bool IsTaken => _queue is not null;

    public void Enter(TelnyxQueue queue, TimeSpan? maxWait)
    {
        _queue = queue;
        _since = leg.Context.Time.GetUtcNow();
        queue.Waiting.Add(leg);
        leg.Raise(TelnyxEvents.Enqueued, new JsonObject
        {
            ["current_position"] = queue.Waiting.Count,
            ["queue"] = queue.Name,
            ["queue_avg_wait_time_secs"] = 0,
        });
        if (maxWait is { } limit)
            _limit = leg.After(limit, () => Leave("timeout"));
    }

    public void Leave(string reason)
    {
        if (_queue is not { } queue)
            return;
        _queue = null;
        _limit?.Cancel();
        var position = queue.Waiting.IndexOf(leg) + 1;
        queue.Waiting.Remove(leg);
        leg.Raise(TelnyxEvents.Dequeued, new JsonObject
        {
            ["queue"] = queue.Name,
            ["queue_position"] = position,
            ["reason"] = reason,
            ["wait_time_secs"] = (int)(leg.Context.Time.GetUtcNow() - _since).TotalSeconds,
        });
    }

    public void EndWithCall() => Leave("hangup");
}
