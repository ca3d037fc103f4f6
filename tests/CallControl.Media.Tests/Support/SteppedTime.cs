namespace CallControl.Media.Tests;

/// <summary>
/// A clock that a test moves step by step. At each step all timers that are armed fire, due or not, and one that is armed with a time from before the step fires at once: whoever
/// reckons by the clock has reckoned with the new time before it waits again. With a clock that fires what is due, a step between reading the clock and arming the timer would be lost.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SteppedTimer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, callback, state, dueTime != Timeout.InfiniteTimeSpan);
        lock (_gate)
            _timers.Add(timer);

        return timer;
    }

    public void Move(double milliseconds)
    {
        List<SteppedTimer> armed;
        lock (_gate)
        {
            _now += TimeSpan.FromMilliseconds(milliseconds).Ticks;
            armed = _timers.FindAll(timer => timer.TryTake(_now));
        }

        foreach (var timer in armed)
            timer.Fire();
    }

    /// <summary>Waits until somebody waits for a later time: who does has done what was due up to now.</summary>
    public Task SettledAsync() => OpenStream.UntilAsync(() =>
    {
        lock (_gate)
            return _timers.Exists(timer => timer.IsArmed);
    });

    private sealed class SteppedTimer(SteppedTime clock, TimerCallback callback, object? state, bool isArmed) : ITimer
    {
        private bool _isArmed = isArmed;
        private long _seen = clock._now;

        public bool IsArmed => _isArmed;

        public bool TryTake(long now)
        {
            if (!_isArmed)
                return false;

            (_isArmed, _seen) = (false, now);
            return true;
        }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _isArmed = dueTime != Timeout.InfiniteTimeSpan;
                if (!_isArmed || _seen == clock._now)
                    return true;

                (_isArmed, _seen) = (false, clock._now);
            }

            ThreadPool.UnsafeQueueUserWorkItem(static late => late.Fire(), this, preferLocal: false);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
