namespace CallControl.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Timers fire on the thread that calls <see cref="Advance"/>, in the order they are
/// due, each with the clock set to its due time; <c>Task.Delay</c> and <c>CancellationTokenSource</c> built on it obey the same rule.
/// </summary>
/// <remarks>
/// All members may be used from any thread. A timer whose due time is zero fires at once on the thread pool, never inside the call
/// that created it. Advances made in parallel add up; the clock never runs backwards.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset DefaultStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly SortedSet<ManualTimer> _armed = new(ManualTimer.ByDueTime);
    private readonly List<(int Count, TaskCompletionSource Source)> _waiters = [];
    private DateTimeOffset _now;
    private DateTimeOffset _target;
    private long _armings;

    /// <summary>Creates a clock that shows 2026-01-01T00:00:00Z.</summary>
    public ManualTimeProvider()
        : this(DefaultStart)
    {
    }

    /// <summary>Creates a clock that shows <paramref name="start"/>.</summary>
    /// <param name="start">The first reading; its offset is dropped, readings are always in UTC.</param>
    public ManualTimeProvider(DateTimeOffset start)
    {
        _now = start.ToUniversalTime();
        _target = _now;
    }

    /// <summary>Ticks of 100 ns: ten million a second.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>UTC, so that a test reads the same on every machine.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers are armed at this moment; a periodic timer counts once.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
                return _armed.Count;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves the clock forward and fires, before it returns, every timer due on the way, those included that are armed meanwhile.
    /// An exception thrown by a timer's callback comes out here and leaves later timers armed.
    /// </summary>
    /// <param name="delta">How far to move; zero fires what is due already.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delta"/> is negative.</exception>
    public void Advance(TimeSpan delta)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delta, TimeSpan.Zero);
        DateTimeOffset target;
        lock (_gate)
        {
            _target += delta;
            target = _target;
        }

        while (TakeDue(target) is { } timer)
            timer.Fire();
    }

    /// <summary>Moves the clock to a moment, firing what is due on the way as <see cref="Advance"/> does.</summary>
    /// <param name="value">The new reading.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies before the present reading.</exception>
    public void SetUtcNow(DateTimeOffset value)
    {
        TimeSpan delta;
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, _target);
            delta = value - _target;
        }

        Advance(delta);
    }

    /// <summary>
    /// Completes once at least <paramref name="count"/> timers are armed: the way to learn that the code under test has begun to wait,
    /// before moving the clock.
    /// </summary>
    /// <param name="count">The number of armed timers to wait for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task WaitForTimersAsync(int count, CancellationToken cancellationToken = default)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_armed.Count >= count)
                return;
            _waiters.Add((count, source));
        }

        try
        {
            await source.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
                _waiters.RemoveAll(waiter => waiter.Source == source);
        }
    }

    private bool Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.Disposed)
                return false;
            _armed.Remove(timer);
            timer.Period = period > TimeSpan.Zero ? period : null;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            if (dueTime > TimeSpan.Zero)
            {
                Add(timer, _now + dueTime);
                return true;
            }

            if (timer.Period is { } next)
                Add(timer, _now + next);
        }

        ThreadPool.UnsafeQueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
        return true;
    }

    private void Add(ManualTimer timer, DateTimeOffset due)
    {
        timer.Due = due;
        timer.Order = ++_armings;
        _armed.Add(timer);
        foreach (var (count, source) in _waiters)
        {
            if (_armed.Count >= count)
                source.TrySetResult();
        }
    }

    private void Disarm(ManualTimer timer)
    {
        lock (_gate)
        {
            timer.Disposed = true;
            _armed.Remove(timer);
        }
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var first = _armed.Min;
            if (first is null || first.Due > target)
            {
                _now = target > _now ? target : _now;
                return null;
            }

            _armed.Remove(first);
            _now = first.Due > _now ? first.Due : _now;
            if (first.Period is { } period)
                Add(first, first.Due + period);
            return first;
        }
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public static readonly IComparer<ManualTimer> ByDueTime = Comparer<ManualTimer>.Create(
            static (left, right) => (left.Due, left.Order).CompareTo((right.Due, right.Order)));

        public DateTimeOffset Due { get; set; }

        public long Order { get; set; }

        public TimeSpan? Period { get; set; }

        public bool Disposed { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
            ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
            return clock.Arm(this, dueTime, period);
        }

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
