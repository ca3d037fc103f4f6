namespace CallControl.Providers;

/// <summary>Spaces out commands where the vendor demands a pause between them, instead of earning its refusal.</summary>
/// <remarks>
/// <para>
/// Commands are paced by lane, for example one lane for each session and group of commands. Within a lane they go one after the other in the
/// order in which they asked; a command's pause begins when its answer has come, so that the vendor, whose clock starts earlier, sees at least
/// the pause it wants. Lanes do not hold each other up.
/// </para>
/// <para>Thread-safe. No thread is blocked; a timer exists only while somebody waits; a lane that nobody uses costs nothing once its pause is over.</para>
/// </remarks>
public sealed class CooldownPacer
{
    private const int FirstSweep = 256;

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Group, string Subject), Lane> _lanes = [];
    private int _sweepAt = FirstSweep;

    /// <summary>Makes a pacer without any lanes.</summary>
    /// <param name="time">Whose pauses are measured.</param>
    public CooldownPacer(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <summary>How many lanes are remembered.</summary>
    internal int LaneCount
    {
        get
        {
            lock (_gate)
                return _lanes.Count;
        }
    }

    /// <summary>Waits for its turn in a lane.</summary>
    /// <param name="group">The vendor's group of commands that share a pause.</param>
    /// <param name="subject">Whose pause it is: a session, a room.</param>
    /// <param name="cooldown">The pause after this command.</param>
    /// <param name="cancellationToken">Gives the turn up; the next in line moves up.</param>
    /// <returns>The turn; dispose it when the command's answer has come, however it went.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled before the turn came.</exception>
    public ValueTask<Turn> WaitAsync(string group, string subject, TimeSpan cooldown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(subject);
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_gate)
        {
            var lane = GetLane(group, subject);
            if (!lane.IsBusy && lane.Waiters.Count == 0 && RemainingPause(lane) <= TimeSpan.Zero)
            {
                lane.IsBusy = true;
                return new ValueTask<Turn>(new Turn(this, lane, cooldown));
            }

            waiter = new Waiter(this, lane, cooldown);
            waiter.Node = lane.Waiters.AddLast(waiter);
            Arm(lane);
        }

        return waiter.WaitAsync(cancellationToken);
    }

    private void Release(Lane lane, TimeSpan cooldown)
    {
        lock (_gate)
        {
            lane.IsBusy = false;
            lane.PausedSince = _time.GetTimestamp();
            lane.Pause = cooldown;
            Arm(lane);
        }
    }

    private void OnPauseOver(Lane lane)
    {
        Waiter? next = null;
        lock (_gate)
        {
            if (lane.IsBusy || lane.Waiters.First is not { } first)
                return;

            if (RemainingPause(lane) > TimeSpan.Zero)
            {
                Arm(lane);
                return;
            }

            lane.Waiters.RemoveFirst();
            lane.IsBusy = true;
            DisposeTimer(lane);
            next = first.Value;
        }

        next.Grant();
    }

    private void GiveUp(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Node.List is null)
                return;

            waiter.Lane.Waiters.Remove(waiter.Node);
            if (waiter.Lane.Waiters.Count == 0)
                DisposeTimer(waiter.Lane);
        }

        waiter.Cancel();
    }

    // Under the gate: sees to it that the lane wakes up when its pause is over and somebody waits.
    private void Arm(Lane lane)
    {
        if (lane.IsBusy || lane.Waiters.Count == 0)
            return;

        var wait = RemainingPause(lane);
        if (wait < TimeSpan.Zero)
            wait = TimeSpan.Zero;

        if (lane.Timer is null)
            lane.Timer = _time.CreateTimer(static state => ((Lane)state!).Pacer.OnPauseOver((Lane)state), lane, wait, Timeout.InfiniteTimeSpan);
        else
            lane.Timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private static void DisposeTimer(Lane lane)
    {
        lane.Timer?.Dispose();
        lane.Timer = null;
    }

    private TimeSpan RemainingPause(Lane lane) =>
        lane.Pause == TimeSpan.Zero ? TimeSpan.Zero : lane.Pause - _time.GetElapsedTime(lane.PausedSince);

    private Lane GetLane(string group, string subject)
    {
        if (_lanes.TryGetValue((group, subject), out var lane))
            return lane;

        if (_lanes.Count >= _sweepAt)
            Sweep();

        lane = new Lane(this);
        _lanes.Add((group, subject), lane);
        return lane;
    }

    // Amortised: runs when the number of lanes has doubled since the last time.
    private void Sweep()
    {
        foreach (var (key, lane) in _lanes)
        {
            if (!lane.IsBusy && lane.Waiters.Count == 0 && RemainingPause(lane) <= TimeSpan.Zero)
                _lanes.Remove(key);
        }

        _sweepAt = Math.Max(FirstSweep, _lanes.Count * 2);
    }

    /// <summary>The right to send one command. Dispose it when the command's answer has come.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly CooldownPacer _pacer;
        private readonly Lane _lane;
        private readonly TimeSpan _cooldown;
        private int _disposed;

        internal Turn(CooldownPacer pacer, Lane lane, TimeSpan cooldown)
        {
            _pacer = pacer;
            _lane = lane;
            _cooldown = cooldown;
        }

        /// <summary>Begins the pause, after which the next in line gets its turn.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
                _pacer.Release(_lane, _cooldown);
        }
    }

    internal sealed class Lane(CooldownPacer pacer)
    {
        public CooldownPacer Pacer { get; } = pacer;

        public LinkedList<Waiter> Waiters { get; } = new();

        public bool IsBusy { get; set; }

        public long PausedSince { get; set; }

        public TimeSpan Pause { get; set; }

        public ITimer? Timer { get; set; }
    }

    internal sealed class Waiter(CooldownPacer pacer, Lane lane, TimeSpan cooldown)
    {
        private readonly TaskCompletionSource<Turn> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationToken _cancellationToken;

        public Lane Lane { get; } = lane;

        public LinkedListNode<Waiter> Node { get; set; } = null!;

        public void Grant() => _turn.TrySetResult(new Turn(pacer, Lane, cooldown));

        public void Cancel() => _turn.TrySetCanceled(_cancellationToken);

        public async ValueTask<Turn> WaitAsync(CancellationToken cancellationToken)
        {
            _cancellationToken = cancellationToken;
            using var registration = cancellationToken.UnsafeRegister(static state => ((Waiter)state!).GiveUp(), this);
            return await _turn.Task.ConfigureAwait(false);
        }

        private void GiveUp() => pacer.GiveUp(this);
    }
}
