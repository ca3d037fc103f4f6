namespace CallControl.Testing;

/// <summary>
/// The account's limit of dials: a sum over five seconds. Unverified: that the window slides, and that only accepted dials count.
/// </summary>
internal sealed class DialRate(TimeProvider time, int? perSecond)
{
    private const int WindowSeconds = 5;

    private readonly Queue<long> _accepted = new();

    /// <summary>How long to wait before the next dial; null when it may go ahead, and then it is counted.</summary>
    public TimeSpan? Enter()
    {
        if (perSecond is not { } limit)
            return null;
        var window = TimeSpan.FromSeconds(WindowSeconds);
        while (_accepted.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= window)
            _accepted.Dequeue();
        if (_accepted.Count >= limit * WindowSeconds)
            return window - time.GetElapsedTime(_accepted.Peek());
        _accepted.Enqueue(time.GetTimestamp());
        return null;
    }
}
