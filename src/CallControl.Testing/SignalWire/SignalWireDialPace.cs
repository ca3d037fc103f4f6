namespace CallControl.Testing;

/// <summary>
/// The space's rate of new calls: those beyond it wait in line, up to a limit. Unverified: that calls leave the line evenly spaced.
/// </summary>
internal sealed class SignalWireDialPace(TimeProvider time, int? perSecond, int maxQueued)
{
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>How long the next call waits in line; null when the line is full. A call that may wait is counted.</summary>
    public TimeSpan? Enter()
    {
        if (perSecond is not { } rate)
            return TimeSpan.Zero;
        var gap = TimeSpan.FromSeconds(1) / rate;
        var now = time.GetUtcNow();
        var start = _next > now ? _next : now;
        if ((start - now) / gap > maxQueued)
            return null;
        _next = start + gap;
        return start - now;
    }
}
